import type { Actor } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type DirectiveRecord, type Register, successionIdOf } from '../../register/index.ts';
import { PART_FAULTS, SUCCESSION_REFUSALS as refuse, successorWords } from '../../texts/succession.ts';
import { draftOf } from './draft-of.ts';
import type { GivenPart } from './parts-file.ts';
import {
  carryOut,
  closingOf,
  lifeNow,
  type SuccessionOptions,
  type SuccessionPlan,
  type SupersedeAct,
  startOpened,
} from './succession.ts';

export interface SplitGiven {
  readonly parts: readonly GivenPart[];
  readonly by: Actor;
  readonly reason: string;
  /** Domain time. */
  readonly now: Instant;
  /** Names the parts in a refusal: their file. */
  readonly source: string;
}

/**
 * What it takes to split a directive; nothing is changed.
 * @throws UserError why it cannot be.
 */
export async function planSplit(
  register: Register,
  parent: DirectiveRecord,
  { parts, by, reason, now, source }: SplitGiven,
): Promise<SuccessionPlan> {
  const { into } = await register.directives.lineage(parent.id);
  const [first] = into;
  if (parent.status === 'split' && first) {
    const parts = into.map((d) => d.to);
    throw new UserError(refuse.alreadySplit(parent.id, dayOf(first.at), parts));
  }
  const life = await lifeNow(register, parent);
  const directory = await register.directory.current();
  const opens = parts.map((given, i) => {
    const ids = { id: `${parent.id}/${i + 1}`, localId: `${parent.localId}/${i + 1}` };
    return draftOf(parent, ids, given, { directory, now, place: PART_FAULTS.place(source, i + 1) });
  });
  const id = successionIdOf('split', [parent.id], { parts, reason });
  const act: SupersedeAct = {
    type: 'supersede',
    by,
    reason,
    successor: successorWords(opens),
    succession: { id, how: 'split', directives: opens.map((d) => d.id) },
  };
  return { id, closes: [closingOf(parent, life, act, now)], opens, notes: [] };
}

/**
 * Splits a directive, or goes on with a split that was cut short; says which.
 * @throws UserError why it cannot be.
 */
export async function splitDirective(
  parent: DirectiveRecord,
  given: SplitGiven,
  options: SuccessionOptions,
): Promise<{ readonly resumed: boolean }> {
  const left = await partsNotStarted(options.register, parent);
  if (left.length > 0) await startOpened(left, options);
  else await carryOut(await planSplit(options.register, parent, given), options);
  return { resumed: left.length > 0 };
}

/** The parts of a directive whose splitting was cut short after its close: what is left is to start these. */
async function partsNotStarted(register: Register, parent: DirectiveRecord): Promise<string[]> {
  if (parent.status !== 'split') return [];
  const parts = (await register.directives.lineage(parent.id)).into.map((d) => d.to);
  const directives = await Promise.all(parts.map((id) => register.directives.find(id)));
  return directives.some((d) => d?.issueState === 'drafted') ? parts : [];
}
