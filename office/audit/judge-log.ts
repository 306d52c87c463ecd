import { initialState, type Post, schedule, wakeUp } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { AuditedDirective, EventRecord, Finding } from '../../register/index.ts';
import type { FindCalendar } from '../../register/life-of-log.ts';
import { type LifeOfLog, lifeOfLog } from '../../register/life-of-log.ts';
import { incidentDetails } from '../../texts/audit.ts';
import { STEP_GRACE_MS } from './graces.ts';

/** A finding, but for whose it is. */
export type LogFault = Pick<Finding, 'kind' | 'step' | 'since' | 'detail'>;

/** Is the log what the rules make of its wakes? The life it tells, where it can be told, and what is wrong with it. */
export function judgeLog(
  { directive, log, registeredAt }: AuditedDirective,
  find: FindCalendar,
): { readonly life?: LifeOfLog; readonly faults: readonly LogFault[] } {
  const broken = (since: Instant, detail: string): LogFault => ({ kind: 'log-broken', step: '', since, detail });
  const gap = log.findIndex((event, i) => event.seq !== i);
  if (gap >= 0) return { faults: [broken(log[gap]?.at ?? registeredAt, incidentDetails.gap(gap))] };
  try {
    const life = lifeOfLog(directive, log, find);
    const other = firstOther(life, log);
    return { life, faults: other ? [broken(other.at, incidentDetails.otherSteps(other.seq))] : [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { faults: [broken(log.at(-1)?.at ?? registeredAt, incidentDetails.cannotFollow(why))] };
  }
}

/** The first event whose steps are not those the rules ask for at its instant. */
function firstOther({ policy, directive }: LifeOfLog, log: readonly EventRecord[]): EventRecord | undefined {
  let state = initialState(directive);
  return log.find(({ at, act, posts }) => {
    const woken = wakeUp(policy, directive, state, at, act?.act);
    if ('refusal' in woken) return true;
    state = woken.state;
    return keysOf(woken.posts) !== keysOf(posts);
  });
}

const keysOf = (posts: readonly Post[]) => JSON.stringify(posts.map((p) => [p.key, p.to, p.at]));

/** Steps whose time came more than the grace ago, and which the log does not hold. */
export function stepsNotTaken({ policy, directive, state }: LifeOfLog, now: Instant): LogFault[] {
  return schedule(policy, directive, state)
    .pending.filter((post) => post.at + STEP_GRACE_MS <= now)
    .map((post) => ({
      kind: 'step-not-taken',
      step: post.key,
      since: post.at,
      detail: incidentDetails.notTaken(post, post.at),
    }));
}
