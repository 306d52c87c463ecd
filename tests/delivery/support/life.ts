import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { directiveActivities } from '../../../activities/record.ts';
import { EmailSender, type MailOptions, smtpServerOf } from '../../../delivery/email/index.ts';
import type { Policy } from '../../../dsl/policy/policy.ts';
import { partiesOf, type TimedAct } from '../../../dsl/rules/index.ts';
import { CURRENT_INTERPRETER } from '../../../dsl/rules/version.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import type { Instant } from '../../../dsl/time/day.ts';
import { type Directory, noticeIdOf, openRegister, type Register } from '../../../register/index.ts';
import type { MailServer } from '../../../rehearsal/stand-ins/mail-server.ts';
import { startMailServer } from '../../../rehearsal/stand-ins/mail-server.ts';
import { composeMessage } from '../../../texts/messages/index.ts';
import { Life } from '../../../workflows/life.ts';
import { HandPost } from '../../support/hand-post.ts';
import { DIRECTIVE, morning, OFFICE } from './facts.ts';

const person = (id: string, name: string) => ({ id, name, email: `${id}@anphu.example` });
const post = (agency: string, who: string, title: string, what: 'contact' | 'head' | 'secretariat' = 'contact') => ({
  ...{ agency, person: who, function: what, title, acting: false },
});

export const PEOPLE: Directory = {
  offices: { issuer: 'ubnd', secretariat: 'vp', defaultSupervisor: 'snv' },
  agencies: [
    { id: 'ubnd', name: 'Ủy ban nhân dân tỉnh An Phú', aliases: [], kind: 'ubnd' },
    { id: 'vp', name: OFFICE, aliases: [], kind: 'van-phong' },
    { id: 'sxd', name: 'Sở Xây dựng', aliases: [], kind: 'so' },
    { id: 'stc', name: 'Sở Tài chính', aliases: [], kind: 'so' },
    { id: 'snv', name: 'Sở Nội vụ', aliases: [], kind: 'so' },
  ],
  people: [
    person('giang', 'Vũ Minh Giang'),
    person('ha', 'Phạm Hà'),
    person('an', 'Nguyễn Văn An'),
    person('binh', 'Trần Bình'),
    person('dung', 'Lê Thị Dung'),
    person('em', 'Hồ Văn Em'),
  ],
  positions: [
    post('ubnd', 'giang', 'Phó Chủ tịch', 'head'),
    post('vp', 'ha', 'Chuyên viên', 'secretariat'),
    post('sxd', 'an', 'Chuyên viên'),
    post('sxd', 'binh', 'Giám đốc', 'head'),
    post('stc', 'dung', 'Chuyên viên'),
    post('snv', 'em', 'Giám đốc'),
  ],
};

export const LIFE_ID = `${noticeIdOf(DIRECTIVE.text)}/1`;

/** A directive that lives by its policy in a real register, whose mail leaves by a real post office. */
export interface LivingDirective {
  readonly register: Register;
  /** The register's, for other processes. */
  readonly file: string;
  readonly mail: MailServer;
  /** Lets the clock run to an instant; every wake on the way is recorded, every message sent in its time. */
  goTo(instant: Instant): Promise<void>;
  /** The office is down until then: no wake on the way is taken before. */
  sleepUntil(instant: Instant): void;
  act(timed: TimedAct): Promise<void>;
  /** The mails one person got, as their mail program reads them. */
  mailsOf(id: string): Promise<readonly Email[]>;
  close(): Promise<void>;
}

export async function openLife(given: Policy, mailing: Partial<MailOptions> = {}): Promise<LivingDirective> {
  const folder = await mkdtemp(join(tmpdir(), 'life-'));
  const policy: Policy = { ...given, channels: ['email'] };
  const issuedAt = morning('2025-02-24');
  const file = join(folder, 'so.db');
  const register = await openRegister({
    ...{ file, compose: composeMessage, mailDomain: 'anphu.example', calendar: civilServants },
  });
  await register.directory.import(PEOPLE);
  await register.notices.register(
    {
      ...{ number: DIRECTIVE.noticeNumber, issued: '2025-02-24', anchor: '2025-02-24', issuer: DIRECTIVE.issuer },
      ...{ signer: null, urgency: null, text: DIRECTIVE.text, fileName: null },
    },
    [
      {
        ...{ id: LIFE_ID, localId: 'IV.2.b', text: DIRECTIVE.text, span: [0, DIRECTIVE.text.length], deadline: null },
        ...{ lead: [{ name: 'Sở Xây dựng', agency: 'sxd' }], cooperating: [{ name: 'Sở Tài chính', agency: 'stc' }] },
        ...{ supervisor: [], issuedAt, due: '2025-03-14', policy, workflowId: 'w-1' },
        calendar: { id: civilServants.id, version: civilServants.version },
      },
    ],
  );
  const mail = await startMailServer();
  let now = issuedAt;
  const postOffice = new HandPost({
    ledger: register.ledger,
    senders: [
      new EmailSender({ ...smtpServerOf(mail.url), fromName: OFFICE, fromAddress: 'vp@anphu.example', ...mailing }),
    ],
    ...{ owner: 'a', now: () => now, log: () => {} },
  });
  const directive = {
    ...{ id: LIFE_ID, issuedAt, due: '2025-03-14', hasCooperating: true, calendar: civilServants },
    parties: partiesOf({
      lead: [{ name: 'Sở Xây dựng', agency: 'sxd' }],
      cooperating: [{ name: 'Sở Tài chính', agency: 'stc' }],
    }),
  };
  const { record } = directiveActivities(register, () => {}, { admits: async () => true });
  const life = new Life({ interpreter: CURRENT_INTERPRETER, policy, directive, clockOffsetMs: 0 }, record, () => now);
  let acts = 0;
  let asleep = 0;

  const moveTo = async (instant: Instant) => {
    now = Math.max(now, instant);
    await postOffice.deliverDue();
  };
  const goTo = async (instant: Instant) => {
    for (let next = life.nextWake; next !== null && next <= instant && !life.closed; next = life.nextWake) {
      await moveTo(Math.max(next, asleep));
      await life.wake();
      await postOffice.deliverDue();
    }
    await moveTo(instant);
  };
  return {
    ...{ register, file, mail, goTo },
    sleepUntil: (instant) => {
      asleep = instant;
    },
    act: async ({ at, act }) => {
      await goTo(at);
      const refusal = await life.wake({ id: `a${acts++}`, act });
      if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
    },
    mailsOf: async (id) => {
      const mine = mail.mails.filter((m) => m.to.includes(`${id}@anphu.example`));
      return Promise.all(mine.map((m) => PostalMime.parse(m.raw)));
    },
    close: async () => {
      await postOffice.close();
      await register.close();
      await mail.stop();
      await rm(folder, { recursive: true });
    },
  };
}
