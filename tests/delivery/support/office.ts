import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmailSender, smtpServerOf } from '../../../delivery/email/index.ts';
import type { PostOfficeEvent, Sender } from '../../../delivery/outbox/index.ts';
import { DEFAULT_PARAMETERS, FileTokenStore, ZaloSender } from '../../../delivery/zalo/index.ts';
import { channelsOf } from '../../../dsl/policy/channels.ts';
import type { Policy } from '../../../dsl/policy/policy.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import type { Day } from '../../../dsl/time/day.ts';
import { type Directory, noticeIdOf, openRegister, type Person, type Register } from '../../../register/index.ts';
import { type MailServer, startMailServer } from '../../../rehearsal/stand-ins/mail-server.ts';
import { startZaloServer, type ZaloServer, type ZaloServerOptions } from '../../../rehearsal/stand-ins/zalo-server.ts';
import { composeMessage } from '../../../texts/messages/index.ts';
import { clocksIn } from '../../support/clocks.ts';
import { environment } from '../../support/dondoc.ts';
import { HandPost, type HandPostOptions } from '../../support/hand-post.ts';
import { ownPort } from '../../support/own-port.ts';
import { DIRECTIVE, morning } from './facts.ts';

const POLICY: Policy = {
  format: 1,
  id: 'thu',
  name: 'Thử',
  assign: { to: 'lead', copy: [] },
  remind: [],
  escalate: [],
  close: { submittedBy: 'lead', approvedBy: 'secretariat' },
  window: { from: '08:00', to: '17:00' },
  channels: ['email', 'zalo'],
};

/** One agency whose contact is this person. */
export function directoryOf(person: Person): Directory {
  return {
    offices: {},
    agencies: [{ id: 'sxd', name: 'Sở Xây dựng', aliases: [], kind: 'so' }],
    people: [person],
    positions: [{ agency: 'sxd', person: person.id, function: 'contact', title: 'Chuyên viên', acting: false }],
  };
}

const DIRECTORY = directoryOf({
  ...{ id: 'an', name: 'Nguyễn Văn An', email: 'an@soxaydung.example', phone: '84912345678' },
});

const NOTICE_ID = noticeIdOf(DIRECTIVE.text);
export const DIRECTIVE_ID = `${NOTICE_ID}/1`;

/** A register in a file, a mail server, a Zalo account, and post offices between them. */
export interface Office {
  readonly register: Register;
  /** With which `dondoc` works on this register. */
  readonly env: NodeJS.ProcessEnv;
  readonly mail: MailServer;
  readonly zalo: ZaloServer;
  readonly events: PostOfficeEvent[];
  /** Domain time; tests move it. */
  now: number;
  /** Posts one message a day given: a mail and a Zalo message each. */
  plan(...days: readonly Day[]): Promise<void>;
  postOffice(options?: Partial<HandPostOptions>): HandPost;
  /** Of an office that uses no other channel. */
  postOfficeWith(channel: 'email' | 'zalo'): HandPost;
  /** Senders of this office, each with connections of its own. */
  senders(): Sender[];
  /** How the ledger stands: outcomes by channel, in order of planning. */
  outcomes(channel: 'email' | 'zalo'): Promise<string[]>;
  /** Another connection to the same file. */
  reopen(): Promise<Register>;
  close(): Promise<void>;
}

export interface OfficeOptions {
  /** Clock of the register; default `Date.now`. */
  readonly clock?: () => number;
  readonly zalo?: ZaloServerOptions;
}

const STANDING = { status: 'assigned', due: '2025-03-14', nextWake: null } as const;

export async function openOffice({ clock = Date.now, zalo: account = {} }: OfficeOptions = {}): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'post-office-'));
  const registers: Register[] = [];
  const offices: HandPost[] = [];
  const reopen = async () => {
    const register = await openRegister({
      file: join(folder, 'register.db'),
      compose: composeMessage,
      mailDomain: 'dondoc.example',
      calendar: civilServants,
      now: clock,
    });
    registers.push(register);
    return register;
  };
  const register = await reopen();
  await register.directory.import(DIRECTORY);
  await register.notices.register(
    {
      ...{ number: DIRECTIVE.noticeNumber, issued: '2025-02-24', anchor: '2025-02-24', issuer: DIRECTIVE.issuer },
      ...{ signer: null, urgency: null, text: DIRECTIVE.text, fileName: null },
    },
    [
      {
        ...{ id: DIRECTIVE_ID, localId: '1', text: DIRECTIVE.text, span: [0, DIRECTIVE.text.length], deadline: null },
        ...{ lead: [{ name: 'Sở Xây dựng', agency: 'sxd' }], cooperating: [], supervisor: [] },
        ...{ issuedAt: morning('2025-02-24'), due: '2025-03-14', policy: POLICY, workflowId: 'w-1' },
        calendar: { id: civilServants.id, version: civilServants.version },
      },
    ],
  );
  const mail = await startMailServer({ port: await ownPort() });
  const types = Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, p]) => [name, p.type]));
  const port = await ownPort();
  const zalo = await startZaloServer({ templates: { '7001': types }, dailyQuota: 10_000, port, ...account });
  const tokens = new FileTokenStore(join(folder, 'tokens.json'));
  const far = Date.now() + 25 * 3_600_000;
  await tokens.save({ ...zalo.grant.current, accessExpiresAt: far, refreshExpiresAt: far });

  const sendersOf = () => [
    new EmailSender({
      ...smtpServerOf(mail.url),
      ...{ fromName: 'Văn phòng', fromAddress: 'vp@anphu.example' },
      // Servers on loopback answer: a wait that ended would only say that the machine has much to do.
      timeouts: { connectMs: 60_000, greetingMs: 60_000, silenceMs: 60_000, messageMs: 60_000 },
    }),
    new ZaloSender({
      ...{ appId: zalo.appId, secretKey: zalo.secretKey, tokens, timeoutMs: 60_000, now: () => office.now },
      templates: { default: { id: '7001', parameters: DEFAULT_PARAMETERS } },
      urls: { business: zalo.url, openApi: zalo.url, oauth: zalo.url },
    }),
  ];

  let seq = 0;
  const office: Office = {
    ...{ register, env: environment(folder), mail, zalo, events: [], now: morning('2025-03-03'), reopen },
    plan: async (...days) => {
      for (const day of days) {
        const at = morning(day);
        await register.directives.recordWake({
          ...{ directiveId: DIRECTIVE_ID, seq, at },
          posts: [
            { key: `k${seq++}`, stage: 'assign', kind: 'assignment', to: 'lead', at, cause: { event: 'issued' } },
          ],
          ...{ standing: STANDING, clocks: clocksIn(STANDING) },
        });
      }
    },
    postOffice: (options) => {
      const postOffice = new HandPost({
        ...{ ledger: register.ledger, senders: sendersOf(), owner: 'a', now: () => office.now },
        log: (event) => office.events.push(event),
        // A register that was closed does not come back.
        settleWithinMs: 0,
        ...options,
      });
      offices.push(postOffice);
      return postOffice;
    },
    senders: sendersOf,
    postOfficeWith: (channel) =>
      office.postOffice({
        senders: sendersOf().filter((s) => s.channel === channel),
        unused: channelsOf().filter((other) => other !== channel),
      }),
    outcomes: async (channel) => {
      const view = await (await reopen()).directives.show(DIRECTIVE_ID);
      const mine = (view?.messages ?? []).filter((m) => m.channel === channel);
      return mine.sort((a, b) => a.seq - b.seq).map((m) => m.outcome);
    },
    close: async () => {
      for (const postOffice of offices) await postOffice.close();
      for (const opened of registers) await opened.close();
      await Promise.all([mail.stop(), zalo.stop()]);
      await rm(folder, { recursive: true });
    },
  };
  return office;
}
