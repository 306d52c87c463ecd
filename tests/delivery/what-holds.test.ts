import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Attachment, Email } from 'postal-mime';
import type { Act, Actor } from '../../dsl/rules/index.ts';
import { type Day, HOUR_MS } from '../../dsl/time/day.ts';
import { lifeOfView, offersOf } from '../../office/links/index.ts';
import { standard } from '../../policies/standard.ts';
import { morning } from './support/facts.ts';
import { LIFE_ID, type LivingDirective, openLife } from './support/life.ts';

/* What people are told is what the rules hold when it leaves: dates, the lead, the calendar, and which acts are open. */

const LEAD: Actor = { party: 'lead', agency: 'sxd', person: 'an' };
const OFFICE: Actor = { party: 'secretariat' };

let life: LivingDirective;
beforeEach(async () => {
  life = await openLife(standard);
});
afterEach(() => life.close());

const at = (day: Day, hours: number, act: Act) => life.act({ at: morning(day) + hours * HOUR_MS, act });
const evening = (day: Day, act: Act) => at(day, 12, act);
const labels = async (id: string) => (await life.mailsOf(id)).map((m) => m.subject?.replace(/^.*: /, ''));
const last = async (id: string) => (await life.mailsOf(id)).at(-1);
const rows = async () => (await life.register.directives.show(LIFE_ID))?.messages ?? [];
const reasons = async (kind: string) => (await rows()).filter((m) => m.kind === kind).map((m) => [m.outcome, m.reason]);
const reassign = (name: string, agency: string): Act => {
  return { type: 'reassign', by: OFFICE, lead: [{ name, agency }], reason: 'Đúng chức năng' };
};
const due = (day: Day): Act => ({ type: 'change-deadline', by: OFFICE, due: day, reason: 'Theo tình hình' });

/** Method, sequence and day of the deadline in a mail's calendar file. */
function deadlineIn(mail: Email | undefined): string | undefined {
  const part = mail?.attachments.find((a) => a.mimeType === 'text/calendar');
  if (!part) return undefined;
  const lines = textOf(part).replace(/\r?\n[ \t]/g, '');
  return ['METHOD', 'DTSTART'].map((key) => new RegExp(`^${key}[^:]*:(.*)$`, 'm').exec(lines)?.[1]?.trim()).join(' ');
}

function textOf({ content }: Attachment): string {
  return Buffer.from(typeof content === 'string' ? content : new Uint8Array(content)).toString();
}

describe('another lead', () => {
  test('is given its own day to acknowledge, and is not accused of the time before', async () => {
    await at('2025-02-25', 1, { type: 'acknowledge', by: LEAD });
    await at('2025-03-10', 1, reassign('Sở Nội vụ', 'snv'));
    await life.goTo(morning('2025-03-13'));
    const [assigned, asked] = await life.mailsOf('em');
    expect(assigned?.text).toContain('xác nhận đã nhận nhiệm vụ chậm nhất hết ngày 12/03/2025');
    expect(asked?.text).toContain('đã được giao từ ngày 10/03/2025');
  });

  test('the former is told and keeps no deadline; who cooperates hears who leads now', async () => {
    await at('2025-03-04', 1, reassign('Sở Nội vụ', 'snv'));
    await life.goTo(morning('2025-03-05'));
    expect(await last('an').then((m) => m?.subject)).toContain('Thôi chủ trì nhiệm vụ');
    expect(deadlineIn(await last('an'))).toBe('CANCEL 20250314');
    expect(deadlineIn(await last('em'))).toBe('REQUEST 20250314');
    const partner = await last('dung');
    expect(partner?.subject).toContain('Thay đổi cơ quan chủ trì');
    expect(partner?.text).toContain('từ nay do Sở Nội vụ chủ trì');
  });

  test('that cooperated gets one letter and no longer cooperates with itself', async () => {
    await at('2025-03-04', 1, reassign('Sở Tài chính', 'stc'));
    await life.goTo(morning('2025-03-05'));
    const [, ...since] = await life.mailsOf('dung');
    expect(since.map((m) => m.subject)).toEqual([expect.stringContaining('Giao nhiệm vụ')]);
    expect(since[0]?.text).toContain('Sở Tài chính được giao chủ trì thực hiện nhiệm vụ dưới đây.');
    await expect(at('2025-03-05', 1, reassign('Sở Tài chính', 'stc'))).rejects.toThrow('lead-same');
  });

  test('for an evening only: who never heard of leading hears nothing of its end', async () => {
    await evening('2025-03-04', reassign('Sở Nội vụ', 'snv'));
    await at('2025-03-04', 12.5, reassign('Sở Xây dựng', 'sxd'));
    await life.goTo(morning('2025-03-06'));
    expect(await labels('em')).toEqual([]);
    expect((await labels('an')).at(-1)).toBe('Giao nhiệm vụ');
    expect(await reasons('relieved')).toEqual([['skipped', 'Nhiệm vụ đã giao đơn vị khác trước giờ gửi']]);
  });
});

describe('what waits for the morning', () => {
  test('of two changes of the deadline only the second leaves, and it names the day people knew', async () => {
    await evening('2025-03-04', due('2025-04-30'));
    await at('2025-03-04', 12.5, due('2025-05-30'));
    await life.goTo(morning('2025-03-06'));
    const changed = (await life.mailsOf('an')).filter((m) => m.subject?.includes('Thay đổi thời hạn'));
    expect(changed).toHaveLength(1);
    expect(changed[0]?.text).toContain('thành hết ngày 30/05/2025 (thứ Sáu), thay cho ngày 14/03/2025');
    expect((await reasons('deadline-changed')).slice(0, 2)).toEqual(
      Array(2).fill(['skipped', 'Thời hạn đã thay đổi trước giờ gửi']),
    );
  });

  test('a suspension lifted the same evening is not told, and nor is the resumption of what nobody knew suspended', async () => {
    await evening('2025-03-04', { type: 'suspend', by: OFFICE, reason: 'Chờ ý kiến' });
    await at('2025-03-04', 12.5, { type: 'resume', by: OFFICE });
    await life.goTo(morning('2025-03-06'));
    expect(await reasons('suspended')).toContainEqual(['skipped', 'Nhiệm vụ đã tiếp tục trước giờ gửi']);
    const told = await labels('an');
    expect(told).not.toContain('Tạm hoãn nhiệm vụ');
    expect(told).not.toContain('Tiếp tục thực hiện');
  });

  test('a resumption people wait for is told, also where it is suspended and resumed once more in the evening', async () => {
    await at('2025-03-04', 1, { type: 'suspend', by: OFFICE, reason: 'Chờ ý kiến' });
    await life.goTo(morning('2025-03-05'));
    await evening('2025-03-05', { type: 'resume', by: OFFICE });
    await at('2025-03-05', 12.5, { type: 'suspend', by: OFFICE, reason: 'Nhầm' });
    await at('2025-03-05', 12.8, { type: 'resume', by: OFFICE });
    await life.goTo(morning('2025-03-07'));
    expect((await labels('an')).filter((label) => label === 'Tiếp tục thực hiện')).toHaveLength(1);
    expect((await labels('an')).filter((label) => label === 'Tạm hoãn nhiệm vụ')).toHaveLength(1);
  });

  test('of a result handed in and taken back in one evening nobody hears', async () => {
    await evening('2025-03-04', { type: 'submit-result', by: LEAD, text: 'Báo cáo' });
    await at('2025-03-04', 12.5, { type: 'withdraw-result', by: LEAD, note: 'Gửi nhầm bản' });
    const before = await life.mailsOf('ha');
    await life.goTo(morning('2025-03-06'));
    expect((await life.mailsOf('ha')).length).toBe(before.length);
    expect(await reasons('result-withdrawn')).toEqual([['skipped', expect.stringContaining('trước khi người nhận')]]);
  });

  test('of an explanation asked for and not wanted any more in one evening nobody hears', async () => {
    await evening('2025-03-04', { type: 'ask-explanation', by: OFFICE, text: 'Vì sao chậm', due: '2025-03-07' });
    await at('2025-03-04', 12.5, { type: 'withdraw-explanation-request', by: OFFICE });
    const before = await labels('an');
    await life.goTo(morning('2025-03-10'));
    expect((await labels('an')).slice(before.length).filter((label) => /giải trình/i.test(`${label}`))).toEqual([]);
    expect(await reasons('explanation-withdrawn')).toContainEqual([
      'skipped',
      expect.stringContaining('trước khi đơn vị nhận được'),
    ]);
  });

  test('a result handed in on the evening of the last day is late to nobody in the morning', async () => {
    await at('2025-03-14', 13, { type: 'submit-result', by: LEAD, text: 'Báo cáo' });
    const before = await labels('an');
    await life.goTo(morning('2025-03-20'));
    expect(
      (await labels('an')).slice(before.length).filter((label) => /[Qq]uá hạn|[Cc]òn \d/.test(label ?? '')),
    ).toEqual([]);
    expect((await labels('ha')).join()).toMatch(/[Kk]ết quả/);
  });

  test('a letter of silence does not leave after a progress report', async () => {
    await at('2025-02-25', 1, { type: 'acknowledge', by: LEAD });
    await at('2025-02-26', 1, due('2025-06-30'));
    // The office is down on the day of the reminder; it waits for the next morning.
    life.sleepUntil(morning('2025-03-19') + 12 * HOUR_MS);
    await life.goTo(morning('2025-03-19') + 12 * HOUR_MS);
    await at('2025-03-19', 13, { type: 'report-progress', by: LEAD, text: 'Đã rà soát 12 tuyến' });
    await life.goTo(morning('2025-03-20') + 3 * HOUR_MS);
    expect(await reasons('silence-reminder')).toEqual([['skipped', 'Đã báo cáo tiến độ trước giờ gửi']]);
    expect(await labels('an')).not.toContain('Đề nghị báo cáo tiến độ');
  });

  test('a reminder of a misread date does not leave after the correction', async () => {
    await life.goTo(morning('2025-03-12'));
    life.sleepUntil(morning('2025-03-13') + 12 * HOUR_MS);
    await life.goTo(morning('2025-03-13') + 12 * HOUR_MS);
    await at('2025-03-13', 13, { type: 'correct', by: OFFICE, due: '2025-05-15', reason: 'Đọc nhầm' });
    await life.goTo(morning('2025-03-14') + 3 * HOUR_MS);
    expect((await reasons('due-reminder')).at(-1)).toEqual(['skipped', 'Nội dung đã được đính chính trước giờ gửi']);
    expect((await labels('an')).at(-1)).toBe('Đính chính nội dung');
  });
});

test('silence is counted from every sign of life, a request for more time among them', async () => {
  await at('2025-02-25', 1, { type: 'acknowledge', by: LEAD });
  await at('2025-03-10', 1, { type: 'ask-extension', by: LEAD, due: '2025-04-10', reason: 'Khối lượng lớn' });
  await at('2025-03-11', 1, { type: 'grant-extension', by: OFFICE });
  await life.goTo(morning('2025-04-03'));
  const silent = (await life.mailsOf('an')).find((m) => m.subject?.includes('Đề nghị báo cáo tiến độ'));
  expect(silent?.text).toContain('ghi nhận thông tin gần nhất của cơ quan chủ trì ngày 10/03/2025');
});

test('a suspension takes the deadline out of the calendar, resuming brings it back where it is now', async () => {
  await at('2025-03-04', 1, { type: 'suspend', by: OFFICE, reason: 'Chờ ý kiến' });
  await life.goTo(morning('2025-03-05'));
  expect(deadlineIn(await last('an'))).toBe('CANCEL 20250314');
  await at('2025-03-14', 1, { type: 'resume', by: OFFICE });
  await life.goTo(morning('2025-03-17'));
  expect(deadlineIn(await last('an'))).toBe('REQUEST 20250324');
});

test('a day of an event that moves nothing leaves the request for more time open, on the page too', async () => {
  await at('2025-02-25', 1, { type: 'ask-extension', by: LEAD, due: '2025-04-10', reason: 'Khối lượng lớn' });
  const event = { words: 'Luật được thông qua', on: '2025-02-20' };
  await at('2025-02-25', 2, { type: 'change-deadline', by: OFFICE, due: '2025-03-14', reason: 'Công báo', event });
  const view = await life.register.directives.show(LIFE_ID);
  if (!view) throw new Error('no directive');
  const lived = await lifeOfView(life.register, view);
  const link = (party: 'lead' | 'secretariat') => ({
    ...{ id: party, directiveId: LIFE_ID, postKey: '', role: party, personId: 'an', agencyId: 'sxd', party },
    ...{ scope: 'directive' as const, recordedAt: 0, revokedAt: null, revokedReason: null, revokedBy: null },
    acts: ['ask-extension', 'grant-extension', 'report-progress'] as const,
    expiresAt: morning('2026-01-01'),
  });
  const now = morning('2025-02-26');
  expect(offersOf(link('secretariat'), lived, now)).toEqual(['grant-extension']);
  expect(offersOf(link('lead'), lived, now)).toEqual(['report-progress']);
});
