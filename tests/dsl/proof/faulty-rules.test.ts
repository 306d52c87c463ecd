/** @slow the whole proof again for each fault planted */
import { describe, expect, test } from '@jest/globals';
import { RULES, type Rules } from '../../../dsl/proof/index.ts';
import { isClosed, type Post } from '../../../dsl/rules/index.ts';
import { DAY_MS, dayOf, weekday } from '../../../dsl/time/day.ts';
import { checked, QUARTER, sound } from './support.ts';

/*
 * What no policy can break, an rules could. Each of these is the real one with one fault, and the checker must see it:
 * a proof that cannot fail proves nothing.
 */

type Woken = Exclude<ReturnType<Rules['wakeUp']>, { refusal: unknown }>;

/** The real rules, with what a wake comes to changed. `act`: did a person cause it? */
const faulty = (
  change: (woken: Woken, by: { act: boolean }, before: Parameters<Rules['wakeUp']>[2]) => Woken,
): Rules => ({
  ...RULES,
  wakeUp(policy, directive, state, now, act) {
    const woken = RULES.wakeUp(policy, directive, state, now, act);
    return 'refusal' in woken ? woken : change(woken, { act: act !== undefined }, state);
  },
});

const refutedWith = (rules: Rules) => checked(sound, { ...QUARTER, rules }).refuted;
const posts = (woken: Woken, change: (post: Post) => Post[]): Woken => ({
  ...woken,
  posts: woken.posts.flatMap(change),
});

describe('an rules with a fault is refuted', () => {
  test('the one there is is not', () => {
    expect(refutedWith(faulty((woken) => woken))).toEqual([]);
  });

  test('it closes what nobody approved, once all is told', () => {
    const rules = faulty((woken, { act }) =>
      act || woken.nextWake !== null || isClosed(woken.state)
        ? woken
        : { ...woken, state: { ...woken.state, status: 'approved' } },
    );
    const { refuted, story } = checked(sound, { ...QUARTER, rules });
    expect(refuted).toContain('only-people-close');
    expect(story('only-people-close').at(-1)).toMatch(/tự đóng/);
  });

  test('it closes at the third sign of life', () => {
    const rules = faulty((woken) =>
      woken.state.signs < 3 || isClosed(woken.state)
        ? woken
        : { ...woken, state: { ...woken.state, status: 'approved' } },
    );
    const { story } = checked(sound, { ...QUARTER, rules });
    const told = story('only-people-close');
    expect(told.at(-1)).toMatch(/không phải là duyệt, hủy hay thay thế/);
    expect(told.filter((line) => /đơn vị chủ trì (xác nhận|báo cáo|trình)/.test(line))).toHaveLength(3);
  });

  test('it tells on Saturday what is due on Friday', () => {
    const rules = faulty((woken) =>
      posts(woken, (p) => [weekday(dayOf(p.at)) === 5 && p.stage === 'remind' ? { ...p, at: p.at + DAY_MS } : p]),
    );
    expect(refutedWith(rules)).toEqual(['messages-in-hours-and-once']);
  });

  test('it tells a lead that was overdue once more with every later step', () => {
    const told: Post[] = [];
    const rules = faulty((woken, _, before) => {
      const overdue = woken.posts.find((p) => p.kind === 'overdue' && p.to === 'headOf(lead)');
      if (overdue) told.push(overdue);
      const again = told.find((p) => before.done.includes(p.key));
      return again && woken.posts.length > 0
        ? { ...woken, posts: [...woken.posts, { ...again, at: woken.posts[0]?.at ?? 0 }] }
        : woken;
    });
    expect(refutedWith(rules)).toContain('messages-in-hours-and-once');
  });

  test('it goes on telling after the close', () => {
    const rules: Rules = {
      ...RULES,
      wakeUp(policy, directive, state, now, act) {
        if (!isClosed(state) || act) return RULES.wakeUp(policy, directive, state, now, act);
        const woken = RULES.wakeUp(policy, directive, { ...state, status: 'acknowledged' }, now);
        return 'refusal' in woken ? woken : { ...woken, state };
      },
    };
    const { story } = checked(sound, { ...QUARTER, rules });
    expect(story('messages-in-hours-and-once').at(-1)).toMatch(/sau khi nhiệm vụ đã đóng/);
  });

  test('it marks the head as told and does not tell', () => {
    const rules = faulty((woken) => posts(woken, (p) => (p.kind === 'overdue' && p.to === 'headOf(lead)' ? [] : [p])));
    expect(refutedWith(rules)).toContain('overdue-reaches-head-and-supervisor');
  });

  test('it sleeps through a return', () => {
    const rules = faulty((woken) => (woken.state.returns > 0 ? { ...woken, nextWake: null } : woken));
    const { story } = checked(sound, { ...QUARTER, rules });
    const told = story('open-states-wake');
    expect(told.filter((line) => /trình kết quả|trả lại kết quả/.test(line)).length).toBeGreaterThanOrEqual(2);
  });

  const suspending = { ...QUARTER, rarerActs: 3 };

  test('the one there is counts no suspended time', () => {
    expect(checked(sound, suspending).verdicts).toContain('suspended-time-not-counted proved');
  });

  test('it keeps the days of a suspension to itself', () => {
    const rules = faulty((woken, _, before) =>
      before.suspended && !woken.state.suspended ? { ...woken, state: { ...woken.state, due: before.due } } : woken,
    );
    const { story } = checked(sound, { ...suspending, rules });
    expect(story('suspended-time-not-counted').at(-1)).toMatch(/số ngày tạm dừng không được trả lại/);
  });

  test('its clock of silence goes on where the suspension found it', () => {
    const rules: Rules = {
      ...RULES,
      schedule(policy, directive, state) {
        const schedule = RULES.schedule(policy, directive, state);
        if (state.suspensions === 0 || state.suspended) return schedule;
        const earlier = (p: Post) => (p.kind === 'silence-reminder' ? { ...p, at: p.at - 7 * DAY_MS } : p);
        return { ...schedule, pending: schedule.pending.map(earlier), steps: schedule.steps.map(earlier) };
      },
    };
    const { story } = checked(sound, { ...suspending, rules });
    expect(story('suspended-time-not-counted').at(-1)).toMatch(/thời gian tạm dừng bị tính/);
  });

  test('it makes one clock hang on another: that nothing is refuted is then no proof', () => {
    const rules: Rules = {
      ...RULES,
      schedule(policy, directive, state) {
        const schedule = RULES.schedule(policy, directive, state);
        if (state.signs < 2) return schedule;
        const later = (p: Post) => (p.key.startsWith('escalate.1') ? { ...p, at: p.at + 7 * DAY_MS } : p);
        return { ...schedule, pending: schedule.pending.map(later), steps: schedule.steps.map(later) };
      },
    };
    const { verdicts } = checked(sound, { ...QUARTER, rules });
    expect(verdicts.filter((v) => v.endsWith(' proved'))).toEqual([]);
  });
});
