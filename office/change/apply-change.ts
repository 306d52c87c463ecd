import type { Refusal } from '../../dsl/rules/index.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { atOnce } from '../../system/at-once.ts';
import { ActRefused, actOn, type OfficeAtWork } from '../act.ts';
import { type ActFor, actFor } from './affected.ts';

export interface AppliedChange {
  /** Ids of those that have it from now on. */
  readonly changed: readonly string[];
  /** Ids of those that an earlier attempt, cut short, had already changed. */
  readonly already: readonly string[];
  /** Closed in the meantime. */
  readonly closed: readonly string[];
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
}

/** Each change is an update that a worker answers; more at once would only wait for one another. */
const CHANGES_AT_ONCE = 8;

const HAS_IT: ReadonlySet<Refusal['code']> = new Set(['terms-same', 'deadline-same']);

/**
 * Makes the change in each directive. Cut short anywhere, the same call goes on: a directive that has it
 * already is left as it is.
 */
export async function applyChange(
  office: OfficeAtWork,
  directives: readonly DirectiveRecord[],
  act: ActFor,
  actId: string,
  onDone: (done: number, total: number) => void = () => {},
): Promise<AppliedChange> {
  const changed: string[] = [];
  const already: string[] = [];
  const closed: string[] = [];
  const failed: { id: string; reason: string }[] = [];
  let done = 0;
  await atOnce(directives, CHANGES_AT_ONCE, async (directive) => {
    const { id } = directive;
    try {
      await actOn(office, id, actFor(act, directive), actId);
      changed.push(id);
    } catch (error) {
      const code = error instanceof ActRefused ? error.refusal?.code : undefined;
      if (code !== undefined && HAS_IT.has(code)) already.push(id);
      else if (code === ('closed' satisfies Refusal['code'])) closed.push(id);
      else failed.push({ id, reason: error instanceof Error ? error.message : String(error) });
    }
    onDone(++done, directives.length);
  });
  return { changed, already, closed, failed };
}
