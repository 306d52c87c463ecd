import type { Policy, Role } from '../../../dsl/policy/index.ts';
import type { PropertyName } from '../../../dsl/proof/index.ts';
import {
  type Act,
  type Directive,
  initialState,
  isClosed,
  type Post,
  type State,
  type TimedAct,
  wakeUp,
} from '../../../dsl/rules/index.ts';
import { schedule } from '../../../dsl/rules/schedule.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, minutesOf } from '../../../dsl/time/day.ts';
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../../../dsl/time/work-calendar.ts';

/* One life, lived and judged without any of the checker's own code. */

interface Step {
  readonly at: Instant;
  readonly act?: Act;
  readonly before: State;
  readonly after: State;
  readonly posts: readonly Post[];
  readonly nextWake: Instant | null;
}

/** Every wake from the issue until nothing more can happen. */
function live(policy: Policy, directive: Directive, acts: readonly TimedAct[]): Step[] {
  const steps: Step[] = [];
  const queue = [...acts];
  let state = initialState(directive);
  let next: Instant | null = directive.issuedAt;
  while (next !== null || queue.length > 0) {
    const act: TimedAct | undefined = queue[0];
    const byAct: boolean = act !== undefined && steps.length > 0 && (next === null || act.at < next);
    if (byAct) queue.shift();
    else if (next === null) break;
    const at: Instant = byAct ? Math.max(act?.at ?? 0, directive.issuedAt) : (next ?? 0);
    const woken = wakeUp(policy, directive, state, at, byAct ? act?.act : undefined);
    if ('refusal' in woken) continue;
    steps.push({
      at,
      before: state,
      after: woken.state,
      posts: woken.posts,
      nextWake: woken.nextWake,
      ...(byAct && act ? { act: act.act } : {}),
    });
    state = woken.state;
    next = woken.nextWake;
  }
  return steps;
}

/** The properties a life breaks. */
export function brokenBy(
  policy: Policy,
  directive: Directive,
  acts: readonly TimedAct[],
  atMost: number,
): Set<PropertyName> {
  const steps = live(policy, directive, acts);
  const broken = new Set<PropertyName>();
  if (steps.some((s) => isDark(policy, directive, s))) broken.add('open-states-wake');
  if (!messagesInOrder(policy, directive, steps)) broken.add('messages-in-hours-and-once');
  if (isCrowded(steps, atMost)) broken.add('few-messages-a-day');
  if (
    steps.some((s) => !isClosed(s.before) && isClosed(s.after) && s.act?.type !== 'approve' && s.act?.type !== 'cancel')
  ) {
    broken.add('only-people-close');
  }
  if (!reaches(policy, directive, steps)) broken.add('overdue-reaches-head-and-supervisor');
  return broken;
}

function isDark(policy: Policy, directive: Directive, { after, nextWake }: Step): boolean {
  if (isClosed(after) || nextWake !== null) return false;
  const ladder = schedule(policy, directive, { ...after, done: [] }).pending;
  return ladder.every((p) => !after.done.includes(p.key));
}

function messagesInOrder(policy: Policy, { calendar }: Directive, steps: readonly Step[]): boolean {
  const keys = steps.flatMap((s) => s.posts.flatMap((p) => [p.key, ...(p.merges ?? [])]));
  if (new Set(keys).size < keys.length) return false;
  if (steps.some((s) => isClosed(s.before) && s.posts.length > 0)) return false;
  return steps.every((s) =>
    s.posts.every(({ at }) => {
      const minute = (at - instantAt(dayOf(at), 0)) / 60_000;
      const { from, to } = policy.window;
      return isWorkingDay(calendar, dayOf(at)) && minute >= minutesOf(from) && minute < minutesOf(to);
    }),
  );
}

function isCrowded(steps: readonly Step[], atMost: number): boolean {
  const days = new Map<string, { rules: number; answers: number }>();
  for (const { act, posts } of steps) {
    for (const { to, at, cause, key } of posts) {
      const count = days.get(`${to} ${dayOf(at)}`) ?? { rules: 0, answers: 0 };
      const answer = act !== undefined && !('rung' in cause) && !key.includes('/');
      days.set(
        `${to} ${dayOf(at)}`,
        answer ? { ...count, answers: count.answers + 1 } : { ...count, rules: count.rules + 1 },
      );
    }
  }
  return [...days.values()].some(({ rules, answers }) => rules + Math.min(1, answers) > atMost);
}

/** Each stretch in which the lead has the ball and nothing begins afresh, against what the policy's rungs promise. */
function reaches(policy: Policy, directive: Directive, steps: readonly Step[]): boolean {
  return steps.every((step, i) => {
    const { due, round, status, roundFrom, assignedAt } = step.after;
    if (due === null || assignedAt === undefined || !isAtWork(status)) return true;
    if (isAtWork(step.before.status) && step.before.round === round) return true;
    const over = steps.findIndex((s, j) => j > i && (s.after.round !== round || !isAtWork(s.after.status)));
    const stretch = steps.slice(i, over < 0 ? undefined : over);
    const end = steps[over]?.at ?? Number.POSITIVE_INFINITY;
    const start = dayOf(roundFrom ?? assignedAt);
    const from = due > start ? due : start;
    const head = firstHeard(policy, stretch, 'headOf(lead)');
    const supervisor = firstHeard(policy, stretch, 'supervisor');
    if (supervisor !== null && (head === null || supervisor < head)) return false;
    return (
      inTime(head, limitOf(policy, directive, 'headOf(lead)', from), end) &&
      inTime(supervisor, limitOf(policy, directive, 'supervisor', from), end)
    );
  });
}

function isAtWork(status: State['status']): boolean {
  return status === 'assigned' || status === 'acknowledged';
}

/** Without a limit: heard before the end of time, or work went on. With one: heard by then, or work ended earlier. */
function inTime(heard: Day | null, limit: Day | null, end: Instant): boolean {
  if (limit === null) return end !== Number.POSITIVE_INFINITY;
  return end <= instantAt(limit, 24 * 60) || (heard !== null && heard <= limit);
}

function firstHeard(policy: Policy, steps: readonly Step[], role: Role): Day | null {
  const overdue = (key: string) => {
    const rung = policy.escalate[Number(/^escalate\.(\d+)\//.exec(key)?.[1] ?? -1)];
    return rung !== undefined && 'after' in rung.when;
  };
  const heard = steps.flatMap((s) => s.posts).find((p) => p.to === role && [p.key, ...(p.merges ?? [])].some(overdue));
  return heard ? dayOf(heard.at) : null;
}

function limitOf(policy: Policy, { calendar }: Directive, role: Role, from: Day): Day | null {
  const limits = policy.escalate.flatMap(({ to, when }) => {
    if (to !== role || !('after' in when)) return [];
    const { after } = when;
    return 'days' in after
      ? [workingDayOnOrAfter(calendar, addDays(from, after.days))]
      : [addWorkingDays(calendar, from, after.workingDays)];
  });
  return limits.length > 0 ? limits.reduce((a, b) => (a < b ? a : b)) : null;
}
