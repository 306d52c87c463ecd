import type { Post, Status, TimedAct } from '../dsl/rules/index.ts';
import { type Day, MINUTE_MS } from '../dsl/time/day.ts';

/** A step that was planned and did not happen so, or happened unplanned; or an outcome that is another, in words. */
export interface Difference {
  readonly key: string;
  readonly planned: Post | string | null;
  readonly run: Post | string | null;
}

/** What a life comes to besides its messages. */
export interface LifeOutcome {
  readonly status: Status;
  readonly due: Day | null;
  /** Acts that were refused, by their place among the acts, with the reason given. */
  readonly refused: ReadonlyMap<number, string>;
}

/** What differs between two outcomes of one life. */
export function compareOutcomes(planned: LifeOutcome, run: LifeOutcome): Difference[] {
  const acts = [...new Set([...planned.refused.keys(), ...run.refused.keys()])].sort((a, b) => a - b);
  const pairs: Difference[] = [
    { key: 'status', planned: planned.status, run: run.status },
    { key: 'due', planned: planned.due, run: run.due },
    ...acts.map((i) => ({
      key: `act.${i + 1}`,
      planned: planned.refused.get(i) ?? null,
      run: run.refused.get(i) ?? null,
    })),
  ];
  return pairs.flatMap(differs);
}

/** The pair itself, where plan and run are not one and the same. */
export function differs(pair: Difference): readonly Difference[] {
  return pair.planned === pair.run ? [] : [pair];
}

/**
 * A step that answers an act leaves when the act is taken, and on a real Temporal that is seconds after the scripted
 * instant. A step of the clock has no such leave: its instant must be equal to the millisecond.
 */
const ANSWER_TOLERANCE_MS = 5 * MINUTE_MS;

/**
 * What differs between the steps that were previewed, of a life in which people did this, and those Temporal had posted.
 * Empty = plan and run agree.
 */
export function compareSteps(
  planned: readonly Post[],
  run: readonly Post[],
  acts: readonly TimedAct[] = [],
): Difference[] {
  const byKey = new Map(run.map((post) => [post.key, post]));
  const missing = planned.flatMap((post): Difference[] => {
    const found = byKey.get(post.key) ?? null;
    byKey.delete(post.key);
    return found && agree(post, found, acts) ? [] : [{ key: post.key, planned: post, run: found }];
  });
  const extra = [...byKey.values()].map((post): Difference => ({ key: post.key, planned: null, run: post }));
  return [...missing, ...extra];
}

function agree(a: Post, b: Post, acts: readonly TimedAct[]): boolean {
  const tolerance = answerTolerance(a, acts);
  return (
    Math.abs(a.at - b.at) <= tolerance &&
    a.stage === b.stage &&
    a.kind === b.kind &&
    a.to === b.to &&
    JSON.stringify(a.cause) === JSON.stringify(b.cause) &&
    JSON.stringify(a.merges ?? []) === JSON.stringify(b.merges ?? [])
  );
}

/** How far a step may be from its planned instant, ms. An act may also let out what the clock had ready. */
export function answerTolerance(post: Post, acts: readonly TimedAct[]): number {
  return answersAnAct(post) || acts.some(({ at }) => at === post.at) ? ANSWER_TOLERANCE_MS : 0;
}

/** Steps of the clock have a scope in their key; the first assignment stands on the instant of the issue. */
function answersAnAct({ key, cause }: Post): boolean {
  return !key.includes('/') && 'event' in cause && cause.event !== 'issued';
}
