import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderText } from '../../delivery/email/index.ts';
import { instantAt } from '../../dsl/time/day.ts';
import type { SentText } from '../../register/index.ts';
import { morning } from './support/facts.ts';
import { DIRECTIVE_ID, type Office, openOffice } from './support/office.ts';
import { openPressing, type Pressing } from './support/pressing.ts';

let office: Office;
let pressing: Pressing;
beforeEach(async () => {
  office = await openOffice();
  pressing = await openPressing(office, 3);
});
afterEach(() => office.close());

/** The words kept for the messages of one channel, in the order of their directives. */
async function kept(channel: 'email' | 'zalo'): Promise<(SentText | undefined)[]> {
  const rows = await pressing.messages(channel);
  const texts = await Promise.all(
    rows.map(async (row) => (await office.register.ledger.sentTexts(row.directiveId)).get(row.id)),
  );
  return texts;
}

const plain = (text = '') => text.replace(/\r\n/g, '\n').trim();

describe('the words a message left with', () => {
  test('are kept once for a digest, as the reader got them, and found from each of its rows', async () => {
    for (const i of [0, 1, 2]) await pressing.post(i, 'due-reminder', '2025-03-10', i);
    office.now = instantAt('2025-03-10', 12 * 60);
    await office.postOffice().deliverDue();
    const [mail] = office.mail.mails;
    const texts = await kept('email');
    expect(texts.map((t) => t?.subject)).toEqual(Array(3).fill(mail?.subject));
    for (const text of texts) expect(plain(text?.text)).toBe(plain(mail?.text));
    const zalo = new Set((await kept('zalo')).map((t) => t?.text));
    expect(zalo.size).toBe(1);
    expect([...zalo][0]).toMatch(/^Tin theo mẫu Zalo 7001, các giá trị điền vào mẫu:\nnguoi_nhan: Nguyễn Văn An\n/);
    for (const value of Object.values(office.zalo.messages[0]?.data ?? {})) expect([...zalo][0]).toContain(value);
  });

  test('of a message that goes on its own are those of its row', async () => {
    await office.plan('2025-03-03');
    await office.postOffice().deliverDue();
    const view = await office.register.directives.show(DIRECTIVE_ID);
    const mail = view?.messages.find((m) => m.channel === 'email');
    const texts = await office.register.ledger.sentTexts(DIRECTIVE_ID);
    expect(texts.size).toBe(2);
    expect(texts.get(mail?.id ?? '')).toMatchObject({
      ...{ subject: mail?.content?.subject, text: mail?.content && renderText(mail.content) },
    });
  });

  test('are not kept of what surely did not leave, and are the last ones of what was tried again', async () => {
    for (const i of [0, 1]) await pressing.post(i, 'due-reminder', '2025-03-10', i);
    office.mail.inject({ stage: 'rcpt', reply: [450, 'Greylisted'] });
    office.now = instantAt('2025-03-10', 12 * 60);
    const postOffice = office.postOffice();
    await postOffice.deliverDue();
    expect(await kept('email')).toEqual([undefined, undefined]);
    await pressing.post(2, 'overdue', '2025-03-11', 0);
    office.now = instantAt('2025-03-11', 12 * 60);
    await postOffice.deliverDue();
    for (const text of await kept('email')) expect(plain(text?.text)).toBe(plain(office.mail.mails[0]?.text));
  });

  test('are there for a message nobody knows the fate of, and for none that waits', async () => {
    await office.plan('2025-03-03', '2025-03-03');
    office.now = morning('2025-03-03');
    office.mail.inject({ stage: 'taken', drop: true });
    await office.postOffice().deliverDue();
    await office.plan('2025-03-03');
    const texts = await office.register.ledger.sentTexts(DIRECTIVE_ID);
    const view = await office.register.directives.show(DIRECTIVE_ID);
    const having = view?.messages.map((m) => [m.outcome, texts.has(m.id)]).sort();
    expect(having).toEqual([
      ...Array(3).fill(['accepted', true]),
      ...Array(2).fill(['planned', false]),
      ['unknown', true],
    ]);
  });
});
