import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { present } from '../dsl/present.ts';
import { UserError } from '../dsl/user-error.ts';
import { PasswordWork } from '../office/accounts/index.ts';
import { DirectoryImport } from '../office/directory/import-file.ts';
import { DraftDesk } from '../office/drafts/index.ts';
import { EvidenceStore, linkerOf, openKeyRing, type Seal, sealOf } from '../office/links/index.ts';
import { PolicyChecks } from '../office/policies/index.ts';
import type { PlayYear } from '../office/year/index.ts';
import type { Linker } from '../register/index.ts';
import { codeOf } from '../system/error-code.ts';
import { consoleApp } from './app.tsx';
import { type Rates, standardRates } from './http/rates.ts';
import type { ConsoleContext } from './options.ts';
import { Background } from './people/background.ts';
import type { IssuedNotice } from './staff/issue.tsx';
import { Jobs } from './staff/jobs.ts';
import type { MigratedRow } from './staff/policies/migrated.tsx';
import { ReadingJobs } from './staff/reading-jobs.ts';
import { YearStage } from './staff/year/stage.ts';

export interface ConsoleOptions
  extends Pick<
    ConsoleContext,
    | 'register'
    | 'client'
    | 'calendar'
    | 'onTrouble'
    | 'trustProxy'
    | 'zalo'
    | 'ready'
    | 'settings'
    | 'channels'
    | 'runPage'
    | 'sample'
    | 'sendMail'
    | 'provider'
    | 'policiesFolder'
    | 'evaluationFile'
  > {
  /** Where the pages are reached from outside; unset, only from this machine. */
  readonly publicUrl: string | undefined;
  /** Address to listen on. */
  readonly host: string;
  /** Unset: the usual one. 0: any. */
  readonly port: number | undefined;
  /** Plays a year for those who want to see one; absent where nothing is to be played. */
  readonly playYear?: PlayYear;
  readonly keyFile: string;
  readonly evidenceFolder: string;
  /** Files of notices that are brought in. */
  readonly draftsFolder: string;
  /** Domain time; default the machine's. */
  readonly now?: () => number;
  readonly rates?: Rates;
  /** Default: the link of a message is enough. */
  readonly decideBy?: ConsoleContext['decideBy'];
  /** Default: nothing is written down. */
  readonly onSecurity?: ConsoleContext['onSecurity'];
}

export interface RunningConsole {
  /** Where links lead: no slash at the end. */
  readonly baseUrl: string;
  /** Where it listens. */
  readonly localUrl: string;
  readonly linker: Linker;
  /** Signs the links it made, when they are sent. */
  readonly seal: Seal;
  /** Everything it answers, as it looks paths up: `:name` is any part. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** What goes on after an answer is done. */
  settled(): Promise<void>;
  /** Answers what is under way, then ends. */
  close(): Promise<void>;
}

export const USUAL_PORT = 8790;
/** For answers under way; connections kept alive end at once. */
const LAST_ANSWERS_MS = 5_000;

/**
 * Serves the pages behind signed links.
 * @throws UserError where the port is taken, or the key file is not ours.
 */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const {
    publicUrl,
    host,
    keyFile,
    evidenceFolder,
    draftsFolder,
    now = Date.now,
    rates = standardRates(),
    onSecurity = () => {},
    decideBy = () => 'link',
  } = options;
  const ring = await openKeyRing(keyFile);
  const outside = publicUrl === undefined ? undefined : new URL(publicUrl);
  const jobs = new Jobs<readonly IssuedNotice[]>(options.onTrouble);
  const readings = new ReadingJobs(options.onTrouble);
  const mails = new Background(options.onTrouble);
  const migrations = new Jobs<readonly MigratedRow[]>(options.onTrouble);
  const year = options.playYear && new YearStage(options.playYear, options.onTrouble);
  const checks = new PolicyChecks(options.register, options.onTrouble);
  // Known once it listens; nothing asks before.
  let baseUrl = '';
  const app = consoleApp({
    ...options,
    ring,
    now,
    rates,
    onSecurity,
    decideBy,
    evidence: new EvidenceStore(evidenceFolder),
    desk: new DraftDesk(options.register, draftsFolder, options.calendar),
    directoryImport: new DirectoryImport(options.register, draftsFolder),
    jobs,
    readings,
    mails,
    checks,
    migrations,
    ...present({ year }),
    passwords: new PasswordWork(),
    baseUrl: () => baseUrl,
    basePath: outside?.pathname.replace(/\/+$/, '') ?? '',
    https: outside?.protocol === 'https:',
  });
  const server = await listen(createAdaptorServer({ fetch: app.fetch }) as Server, options);
  const { port } = server.address() as AddressInfo;
  const localUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  baseUrl = publicUrl?.replace(/\/+$/, '') ?? localUrl;
  return {
    baseUrl,
    localUrl,
    linker: linkerOf({ baseUrl }),
    seal: sealOf({ ring, baseUrl }),
    routes: app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path })),
    settled: () => mails.settled(),
    async close() {
      await close(server);
      checks.close();
      await Promise.all([jobs.settled(), migrations.settled(), readings.stop(), mails.settled(), year?.stop()]);
    },
  };
}

/** Links that left bear the address: a port that is taken is told of, never changed in silence. */
async function listen(server: Server, { host, port }: ConsoleOptions): Promise<Server> {
  try {
    return await listenOn(server, host, port ?? USUAL_PORT);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new UserError(
        `không mở được trang ở ${host}:${port ?? USUAL_PORT} (${code}); đặt DONDOC_CONSOLE_PORT là một cổng trống (0: cổng bất kỳ), DONDOC_CONSOLE_HOST là địa chỉ của máy này: dondoc init --set DONDOC_CONSOLE_PORT=8791`,
      );
    }
    throw error;
  }
}

/** Connections at once, and how long one may take to say what it wants: whoever only holds them open holds up nobody. */
const MOST_CONNECTIONS = 2_000;
const HEADERS_WITHIN_MS = 15_000;
const REQUEST_WITHIN_MS = 180_000;

function listenOn(server: Server, host: string, port: number): Promise<Server> {
  server.maxConnections = MOST_CONNECTIONS;
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
