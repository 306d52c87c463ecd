import type { Post } from '../dsl/engine/index.ts';
import { MINUTE_MS } from '../dsl/time/day.ts';

/** A step that was planned and did not happen so, or happened unplanned. */
export interface Difference {
  readonly key: string;
  readonly planned: Post | null;
  readonly run: Post | null;
}

/**
 * A step that answers an act leaves when the act is taken, and on a real engine that is seconds after the scripted
 * instant. A step of the clock has no such leave: its instant must be equal to the millisecond.
 */
const ANSWER_TOLERANCE_MS = 5 * MINUTE_MS;

/** What differs between the steps that were previewed and those the engine had posted. Empty = plan and run agree. */
export function compareSteps(planned: readonly Post[], run: readonly Post[]): Difference[] {
  const byKey = new Map(run.map((post) => [post.key, post]));
  const missing = planned.flatMap((post): Difference[] => {
    const found = byKey.get(post.key) ?? null;
    byKey.delete(post.key);
    return found && agree(post, found) ? [] : [{ key: post.key, planned: post, run: found }];
  });
  const extra = [...byKey.values()].map((post): Difference => ({ key: post.key, planned: null, run: post }));
  return [...missing, ...extra];
}

function agree(a: Post, b: Post): boolean {
  const tolerance = answersAnAct(a) ? ANSWER_TOLERANCE_MS : 0;
  return (
    Math.abs(a.at - b.at) <= tolerance &&
    a.stage === b.stage &&
    a.kind === b.kind &&
    a.to === b.to &&
    JSON.stringify(a.cause) === JSON.stringify(b.cause) &&
    JSON.stringify(a.merges ?? []) === JSON.stringify(b.merges ?? [])
  );
}

/** Steps of the clock have a scope in their key; the first assignment stands on the instant of the issue. */
function answersAnAct({ key, cause }: Post): boolean {
  return !key.includes('/') && 'event' in cause && cause.event !== 'issued';
}
