import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocksOf, initialState, preview, standingOf, type TimedAct, wakeUp } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Day, dayOf } from '../../../dsl/time/day.ts';
import type { WhyAnswer } from '../../../office/why/explain.ts';
import { why } from '../../../office/why/why.ts';
import { standard } from '../../../policies/index.ts';
import type { Register } from '../../../register/index.ts';
import { at, DIRECTIVE_ID, DIRECTORY, draft, NOTICE, type Opened, openFresh, sqlite } from '../../register/support.ts';
import { begin, dueRows } from '../../support/leaving.ts';
import { eventsOf } from '../timeline/support.ts';

/* One directive lived by the rules, its messages of every fate: each day has its answer. */

const directive = {
  id: DIRECTIVE_ID,
  issuedAt: at('2025-03-01', 10),
  due: '2025-03-31' as Day,
  hasCooperating: true,
  calendar: civilServants,
};
const by = { party: 'lead' } as const;
const acts: readonly TimedAct[] = [
  { at: at('2025-03-05', 14), act: { type: 'acknowledge', by } },
  { at: at('2025-03-29', 20), act: { type: 'submit-result', by, text: 'Báo cáo 12' } },
];
const now = at('2025-04-04', 12);
const policy = {
  ...standard,
  channels: ['email', 'zalo'] as const,
  // A second rung for the day of the first.
  remind: [...standard.remind, { to: 'lead', when: { before: { days: 15 } } } as const],
};

let opened: Opened;
let register: Register;

/** What has fallen due by then goes its way, until the result is submitted. */
async function deliver(before: number): Promise<void> {
  if (before > at('2025-03-29', 20)) return;
  for (const row of await dueRows(register.ledger, { before })) {
    const isZalo = row.channel === 'zalo';
    const skipped = isZalo && !['2025-03-03', '2025-03-14'].includes(dayOf(row.at));
    if (!skipped) await begin(register.ledger, [row]);
    if (dayOf(row.at) === '2025-03-03' || !isZalo) await register.ledger.settle(row.id, { outcome: 'accepted' });
    else if (dayOf(row.at) === '2025-03-14')
      await register.ledger.settle(row.id, { outcome: 'unknown', reason: 'đứt kết nối' });
    else await register.ledger.settle(row.id, { outcome: 'skipped', reason: 'cơ quan không dùng kênh zalo' });
  }
}

beforeAll(async () => {
  opened = await openFresh(sqlite);
  register = opened.register;
  await register.directory.import(DIRECTORY);
  const { issuedAt, due } = directive;
  await register.notices.register(NOTICE, [draft('1', { issuedAt, due, policy })]);
  let state = initialState(directive);
  const log = eventsOf(policy, directive, acts).filter((e) => e.at <= now);
  for (const { seq, at: moment, act } of log.filter((e) => e.posts.length > 0 || e.act)) {
    const woken = wakeUp(policy, directive, state, moment, act?.act);
    await deliver(moment);
    if ('refusal' in woken) throw new Error(woken.refusal.code);
    state = woken.state;
    const standing = standingOf(state, woken.nextWake);
    const place = { directiveId: DIRECTIVE_ID, seq, at: moment, ...(act ? { act } : {}) };
    await register.directives.recordWake({
      ...place,
      posts: woken.posts,
      standing,
      clocks: clocksOf(policy, directive, state, moment),
    });
  }
});
afterAll(() => opened.close());

const ask = async (name: string, day: Day) => (await why(register, name, day, { now })).answers;
const verdicts = (answers: readonly WhyAnswer[]) => answers.map((a) => `${a.channel ?? '-'} ${a.verdict}`).sort();

describe('why was somebody told, or not', () => {
  test('issued on a Saturday: nothing that day, and on Monday taken', async () => {
    expect(await ask('Sở Y tế', '2025-03-01')).toMatchObject([{ verdict: 'no-step', role: 'lead' }]);
    const monday = await ask('Phạm Văn Ba', '2025-03-03');
    expect(verdicts(monday)).toEqual(['email taken', 'zalo taken']);
    expect(monday[0]?.basis).toEqual({
      policy: standard.id,
      calendar: civilServants.version,
      source: standard.assign.because,
    });
  });

  test('a doubt is called a doubt, a channel that is not set up is named', async () => {
    expect(verdicts(await ask('dau-moi-yt', '2025-03-14'))).toEqual(['- merged', 'email taken', 'zalo unknown']);
    const skipped = (await ask('dau-moi-yt', '2025-03-24')).find((a) => a.verdict === 'skipped');
    expect(skipped?.says).toBe('cơ quan không dùng kênh zalo');
  });

  test('made on a Saturday evening: held for the Monday', async () => {
    const held = await ask('van-thu', '2025-03-29');
    expect(verdicts(held)).toEqual(['email held', 'zalo held']);
    expect(held[0]?.says).toMatch(/^lập lúc 20:00 29\/03\/2025, ngày nghỉ: gửi từ \d\d:\d\d 31\/03\/2025$/);
  });

  test('two rungs of one day: one message, and the other says in which it is', async () => {
    const merged = (await ask('dau-moi-yt', '2025-03-14')).filter((a) => a.verdict === 'merged');
    expect(merged.map((a) => a.step)).toEqual(['remind.0/r0']);
    expect(merged[0]?.says).toMatch(/nói chung trong “nhắc sắp đến hạn/);
  });

  test('nobody to reach: the directory has no address', async () => {
    const [answer] = await ask('Sở Xây dựng', '2025-03-03');
    expect(answer).toMatchObject({ verdict: 'no-contact', person: 'Đỗ Văn Năm' });
    expect(answer?.says).toMatch(/không có địa chỉ/);
  });

  test('a day without a rung: the step before and the step after, and whether it was a day off', async () => {
    const [working] = await ask('dau-moi-yt', '2025-03-06');
    expect(working?.verdict).toBe('no-step');
    expect(working?.says).toMatch(/^bước trước .*05\/03\/2025; bước tới .*\/03\/2025$/);
    const [sunday] = await ask('dau-moi-yt', '2025-03-09');
    expect(sunday?.says).toMatch(/^ngày nghỉ; /);
  });

  test('a day before the issue, a day to come, and one whose step nobody took', async () => {
    expect(verdicts(await ask('dau-moi-yt', '2025-02-20'))).toEqual(['- not-issued']);
    const next = preview(policy, directive, acts).steps.find((s) => s.at > now);
    if (!next) throw new Error('no next step');
    const whom = 'van-thu';
    expect(next.to).toBe('secretariat');
    const [ahead] = await ask(whom, dayOf(next.at));
    expect(ahead).toMatchObject({ verdict: 'ahead', step: next.key });
    const late = (await why(register, whom, dayOf(next.at), { now: next.at + 3_600_000 })).answers;
    expect(late[0]).toMatchObject({ verdict: 'missing', step: next.key });
  });

  test('somebody without a part in anything, and a name nobody has', async () => {
    expect(await ask('chu-tich', '2025-03-03')).toMatchObject([{ verdict: 'no-step', role: 'issuer' }]);
    await expect(ask('Sở Vũ trụ', '2025-03-03')).rejects.toThrow(/danh bạ không có người hay đơn vị này/);
  });
});
