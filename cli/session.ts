import { Client, Connection } from '@temporalio/client';
import { present } from '../dsl/present.ts';
import { UserError } from '../dsl/user-error.ts';
import { type ActSeal, actSealIn, sealsActs } from '../office/act-seal.ts';
import { namesItsPage } from '../office/names-its-page.ts';
import type { Register } from '../register/index.ts';
import type { Config } from '../settings/config.ts';
import { readConfig } from '../settings/read-config.ts';
import { closeInTurn } from '../system/close-in-turn.ts';
import { BACKUP_FAULTS } from '../texts/backup.ts';
import { closingRetries } from '../worker/temporal-server/closing-retries.ts';
import {
  type KeepOptions,
  keepServer,
  openTemporal,
  type TemporalServer,
  terminalProgress,
} from '../worker/temporal-server/index.ts';
import { SEARCH_ATTRIBUTES } from '../workflows/contract.ts';
import { openOfficeRegister } from './office-register.ts';
import { terminal } from './terminal.ts';

export interface Session {
  readonly config: Config;
  readonly temporal: TemporalServer;
  readonly register: Register;
  /** Signs its acts, and tells them from others. */
  readonly seal: ActSeal;
  readonly client: Client;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** Default: the office's own. */
  readonly config?: Config;
  /** Serve Temporal's page, too. */
  readonly ui?: boolean;
  /** Of the server, where one is started. */
  readonly port?: number;
  /** A server of this machine that dies is started again, and these are told; without them, it is not. */
  readonly kept?: Pick<KeepOptions, 'onRestart' | 'onServing'>;
}

/** Register and temporal together: Temporal that runs on the data folder, or one started for this command. */
export async function openSession({ config = readConfig(), ...options }: SessionOptions = {}): Promise<Session> {
  const register = await openOfficeRegister(config);
  try {
    const moved = await register.restoration.moved();
    if (moved !== undefined) throw new UserError(BACKUP_FAULTS.moved(moved.at));
    const open = (port = options.port) =>
      openTemporal({
        config,
        dataFolder: config.dataFolder,
        searchAttributes: SEARCH_ATTRIBUTES,
        progress: terminalProgress(terminal().stderr),
        log: () => {},
        ...present({ ui: options.ui, port }),
      });
    const { kept } = options;
    const temporal = kept === undefined ? await open() : await keepServer({ open, ...kept });
    const seal = actSealIn(config.console.keyFile);
    const retries = closingRetries();
    const connection = await Connection.connect({ ...temporal.connection, interceptors: retries.interceptors });
    return {
      config,
      temporal,
      register,
      seal,
      client: new Client({
        connection,
        namespace: temporal.namespace,
        dataConverter: temporal.dataConverter,
        interceptors: { workflow: [sealsActs(seal), namesItsPage(config.console.url)] },
      }),
      close: () =>
        closeInTurn([() => retries.end(), () => connection.close(), () => temporal.stop(), () => register.close()]),
    };
  } catch (error) {
    await register.close();
    throw error;
  }
}

/** Register and Temporal for one piece of work; both closed again whatever comes of it. */
export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession();
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
