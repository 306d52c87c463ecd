import { afterEach, describe, expect, test } from '@jest/globals';
import type { Attachment, Email } from 'postal-mime';
import type { Act } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import { standard } from '../../policies/standard.ts';
import { looksOf, partsOf } from './letters/support/docx-parts.ts';
import { morning } from './support/facts.ts';
import { type LivingDirective, openLife } from './support/life.ts';

let life: LivingDirective;
afterEach(() => life.close());

const LEAD = { party: 'lead', agency: 'sxd', person: 'an' } as const;
const OFFICE = { party: 'secretariat' } as const;
const on = (day: Day, act: Act) => life.act({ at: morning(day) + 3_600_000, act });

const bytesOf = ({ content }: Attachment) =>
  Buffer.from(typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content));

/** The lines of a mail's calendar part, unfolded; undefined where it has none. */
function eventOf(mail: Email | undefined): ReadonlyMap<string, string> | undefined {
  const part = mail?.attachments.find((a) => a.mimeType === 'text/calendar');
  if (part === undefined) return undefined;
  const lines = bytesOf(part)
    .toString()
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  return new Map([
    ...lines.map((l): [string, string] => [l.replace(/[;:].*/, ''), l.replace(/^[^:]*:/, '')]),
    ['type', `${part.mimeType}; ${part.method ?? ''}`],
  ]);
}

const events = async (id: string) =>
  (await life.mailsOf(id)).flatMap((mail) => {
    const event = eventOf(mail);
    return event === undefined ? [] : [event];
  });
const seen = (event: ReadonlyMap<string, string>) =>
  ['METHOD', 'SEQUENCE', 'DTSTART', 'STATUS'].map((name) => event.get(name));

describe('the deadline in the calendar of those who do the work', () => {
  test('is set, moves with an extension, and is taken back at the end: one event, rising', async () => {
    life = await openLife(standard);
    await on('2025-02-25', { type: 'acknowledge', by: LEAD });
    await on('2025-03-04', { type: 'ask-extension', by: LEAD, due: '2025-03-28', reason: 'Chờ kiểm định' });
    await on('2025-03-05', { type: 'grant-extension', by: OFFICE });
    await on('2025-03-20', { type: 'submit-result', by: LEAD, text: 'Báo cáo 12/BC-SXD' });
    await on('2025-03-21', { type: 'approve', by: OFFICE });
    await life.goTo(morning('2025-03-25'));
    const sent = await events('an');
    expect(sent.map(seen)).toEqual([
      ['REQUEST', sent[0]?.get('SEQUENCE'), '20250314', 'CONFIRMED'],
      ['REQUEST', sent[1]?.get('SEQUENCE'), '20250328', 'CONFIRMED'],
      ['CANCEL', sent[2]?.get('SEQUENCE'), '20250328', 'CANCELLED'],
    ]);
    const numbers = sent.map((e) => Number(e.get('SEQUENCE')));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(new Set(sent.map((e) => e.get('UID'))).size).toBe(1);
    expect(sent.map((e) => e.get('TRANSP'))).toEqual(['TRANSPARENT', 'TRANSPARENT', 'TRANSPARENT']);
    // What tells a mail program to act on it (RFC 6047): the method beside the type.
    expect(sent.map((e) => e.get('type'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL'].map((m) => `text/calendar; ${m}`));
  });

  test('is taken back when the directive is cancelled', async () => {
    life = await openLife(standard);
    await on('2025-02-27', { type: 'cancel', by: OFFICE, reason: 'Thay bằng văn bản khác' });
    await life.goTo(morning('2025-03-03'));
    expect((await events('an')).map((e) => e.get('METHOD'))).toEqual(['REQUEST', 'CANCEL']);
  });

  test('is not sent to those who only follow, and each person has an event of their own', async () => {
    life = await openLife(standard);
    await on('2025-03-05', { type: 'change-deadline', by: OFFICE, due: '2025-04-30', reason: 'Chờ Bộ' });
    await life.goTo(morning('2025-03-07'));
    for (const id of ['dung', 'em', 'giang', 'ha']) expect(await events(id)).toEqual([]);
    const [first] = await events('an');
    expect(first?.get('ATTENDEE')?.toLowerCase()).toBe('mailto:an@anphu.example');
    expect(first?.get('ORGANIZER')?.toLowerCase()).toBe('mailto:vp@anphu.example');
  });
});

test('all mails of a directive are one thread for each person, the calendar and the letter among them', async () => {
  life = await openLife(standard);
  await life.goTo(morning('2025-04-15'));
  for (const id of ['an', 'binh', 'em', 'giang']) {
    const [root, ...rest] = await life.mailsOf(id);
    expect(rest.length).toBeGreaterThanOrEqual(id === 'em' ? 0 : 1);
    expect(root?.inReplyTo).toBeUndefined();
    for (const mail of rest) {
      expect([mail.inReplyTo, mail.references]).toEqual([root?.messageId, root?.messageId]);
      expect(mail.messageId).not.toBe(root?.messageId);
    }
  }
});

describe('the letter of the escalation that carries it', () => {
  const letterOf = async (id: string) => {
    const mails = await life.mailsOf(id);
    const found = mails.flatMap((mail) => mail.attachments.filter((a) => /\.docx$/.test(a.filename ?? '')));
    const [letter] = found;
    if (!letter) return { found, mails, paragraphs: [] };
    const parts = await partsOf(bytesOf(letter));
    return { found, mails, paragraphs: looksOf(parts.get('word/document.xml') ?? '').map((p) => p.text) };
  };

  test('arrives as a .docx that says how often the lead was urged, on which days, by what the ledger holds', async () => {
    life = await openLife(standard);
    await on('2025-02-25', { type: 'acknowledge', by: LEAD });
    // The reminder of 07/3 is refused by the server: nobody is said to have been urged by it.
    await life.goTo(morning('2025-03-06'));
    life.mail.inject({ stage: 'rcpt', reply: [550, 'No such user'] });
    await life.goTo(morning('2025-03-08'));
    await life.goTo(morning('2025-03-22'));
    const { found, paragraphs, mails } = await letterOf('em');
    expect(found.map((a) => [a.filename, a.mimeType])).toEqual([
      [
        'cong-van-don-doc-41-tb-ubnd-iv-2-b-2025-03-21.docx',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ],
    ]);
    const urgings = paragraphs.find((p) => p.includes('đã đôn đốc'));
    // The reminder of 27/02 (15 days before), that of 13/3 (one working day before), the first day overdue.
    expect(urgings).toBe(
      'Văn phòng Ủy ban nhân dân tỉnh An Phú đã đôn đốc Sở Xây dựng 3 lần, vào các ngày 27/02/2025, 13/3/2025 và 17/3/2025.',
    );
    const rows =
      (await life.register.directives.show((await life.register.directives.list())[0]?.id ?? ''))?.messages ?? [];
    expect(rows.filter((r) => r.outcome === 'refused').map((r) => r.kind)).toEqual(['due-reminder']);
    expect(mails.at(-1)?.text).toContain('Dự thảo công văn đôn đốc, chưa ký');
    expect(paragraphs).toContain('Kính gửi: Sở Xây dựng');
  });

  test('goes with no other message, and not to the agency it is about', async () => {
    life = await openLife(standard);
    await life.goTo(morning('2025-04-15'));
    for (const id of ['an', 'binh', 'dung', 'giang', 'ha']) expect((await letterOf(id)).found).toEqual([]);
    expect((await letterOf('em')).found).toHaveLength(1);
  });
});
