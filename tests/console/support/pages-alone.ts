import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Rates, standardRates } from '../../../console/http/rates.ts';
import { type ConsoleOptions, type RunningConsole, startConsole } from '../../../console/index.ts';
import type { SecurityEvent } from '../../../console/security.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Instant, instantAt } from '../../../dsl/time/day.ts';
import { openRegister, type Register } from '../../../register/index.ts';
import { composeMessage } from '../../../texts/messages/index.ts';

/** Pages on a register of their own, for what asks Temporal nothing. */
export interface PagesAlone {
  readonly register: Register;
  readonly folder: string;
  readonly url: (path: string) => string;
  readonly events: SecurityEvent[];
  readonly troubles: unknown[];
  readonly mails: { readonly to: string; readonly subject: string; readonly text: string }[];
  /** Domain time; the rates go by it too. */
  now: Instant;
  more(options: Partial<ConsoleOptions>): Promise<RunningConsole>;
  close(): Promise<void>;
}

export async function openPagesAlone(given: Partial<ConsoleOptions> = {}): Promise<PagesAlone> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-pages-'));
  const register = await openRegister({
    file: join(folder, 'register.db'),
    compose: composeMessage,
    mailDomain: 'dondoc.example',
    calendar: civilServants,
  });
  const times = { now: instantAt('2025-02-24', 10 * 60) };
  const events: SecurityEvent[] = [];
  const troubles: unknown[] = [];
  const mails: PagesAlone['mails'] = [];
  const opened: RunningConsole[] = [];
  const rates: Rates = standardRates(() => times.now);
  const more = async (options: Partial<ConsoleOptions>) => {
    const running = await startConsole({
      register,
      // Nothing is issued and nobody acts.
      client: undefined as never,
      calendar: civilServants,
      ...{ trustProxy: false, publicUrl: undefined, host: '127.0.0.1', port: 0, now: () => times.now, rates },
      ...{ keyFile: join(folder, 'link-keys.json'), evidenceFolder: join(folder, 'evidence') },
      ...{
        draftsFolder: join(folder, 'drafts'),
        policiesFolder: join(folder, 'policies'),
        evaluationFile: join(folder, 'danh-gia.yaml'),
      },
      ready: new Set<'email'>(['email']),
      onTrouble: (error) => troubles.push(error),
      onSecurity: (event) => events.push(event),
      sendMail: async (mail) => {
        mails.push(mail);
        return null;
      },
      ...options,
    });
    opened.push(running);
    return running;
  };
  const pages = await more(given);
  return {
    ...{ register, folder, events, troubles, mails, more },
    url: (path) => `${pages.localUrl}${path}`,
    get now() {
      return times.now;
    },
    set now(instant) {
      times.now = instant;
    },
    async close() {
      for (const running of opened) await running.close();
      await register.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A browser's cookies, as far as these tests need them. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly at: (path: string) => string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  get(path: string): Promise<Seen> {
    return this.ask(path, {});
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Seen> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async ask(path: string, init: RequestInit): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.headers, ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const answer = await fetch(this.at(path), { ...init, headers, redirect: 'manual' });
    const set = answer.headers.getSetCookie();
    for (const line of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '', set };
  }
}

export interface Seen {
  readonly status: number;
  readonly html: string;
  /** Where it leads; '' where nowhere. */
  readonly to: string;
  readonly set: readonly string[];
}
