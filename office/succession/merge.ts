import { present } from '../../dsl/present.ts';
import type { Actor } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type DirectiveRecord, type Register, successionIdOf } from '../../register/index.ts';
import { SUCCESSION_LINES as lines, SUCCESSION_REFUSALS as refuse, successorWords } from '../../texts/succession.ts';
import { draftOf, inheritedParties, othersThan } from './draft-of.ts';
import { modelOf, nameOf, othersOf } from './merged.ts';
import type { GivenPart } from './parts-file.ts';
import {
  type Absorption,
  carryOut,
  closingOf,
  lifeNow,
  requireTaken,
  type SuccessionClosing,
  type SuccessionOptions,
  type SuccessionPlan,
  type SupersedeAct,
  successionActId,
} from './succession.ts';

/** A directive that is there goes on and takes the others up; or a new one is opened for all of them. */
export type MergeTarget =
  | {
      readonly directive: DirectiveRecord;
      /** Agencies that take part from now on besides its own; unless told, those of the others. */
      readonly cooperating?: readonly string[];
      /** Its words from now on; unless told, they stay. */
      readonly text?: string;
    }
  | { readonly part: GivenPart; readonly source: string };

export interface MergeGiven {
  readonly into: MergeTarget;
  readonly by: Actor;
  readonly reason: string;
  /** Domain time. */
  readonly now: Instant;
}

/**
 * What it takes to merge directives; nothing is changed. What an earlier attempt that was cut short has done is left
 * out.
 * @throws UserError why they cannot be merged.
 */
export async function planMerge(
  register: Register,
  directives: readonly DirectiveRecord[],
  given: MergeGiven,
): Promise<SuccessionPlan> {
  const { into, by, reason, now } = given;
  const sources = sourcesOf(directives, into);
  const directory = await register.directory.current();
  const opens = 'part' in into ? [newOne(sources, into, { directory, now, place: into.source })] : [];
  const [target] = 'part' in into ? opens : [into.directive];
  if (!target) throw new Error('nothing to merge into');
  const said = 'part' in into ? into.part : { cooperating: into.cooperating, text: into.text };
  const id = successionIdOf('merged', [target.id, ...sources.map((d) => d.id)], { reason, ...said });
  const act: SupersedeAct = {
    type: 'supersede',
    by,
    reason,
    successor: successorWords([target]),
    succession: { id, how: 'merged', directives: [target.id] },
  };
  const open: DirectiveRecord[] = [];
  for (const directive of sources) if (!(await isMergedInto(register, directive, target.id))) open.push(directive);
  if (open.length === 0 && (await register.directives.find(target.id))?.issueState !== 'drafted') {
    const on = dayOf(sources[0]?.closedAt ?? now);
    const ids = sources.map((d) => d.id);
    throw new UserError(refuse.alreadyMerged(ids, on, target.id));
  }
  const closes: SuccessionClosing[] = [];
  for (const directive of open) closes.push(closingOf(directive, await lifeNow(register, directive), act, now));
  if ('part' in into) return { id, closes, opens, notes: [] };
  const added =
    into.cooperating === undefined
      ? othersOf(sources)
      : inheritedParties(into.cooperating, { directory, now, place: '--cooperating' });
  const absorbs = await absorption(register, into, sources, { id, by, reason, now, added });
  return { id, closes, opens, absorbs, notes: earlierOf(sources, into.directive) };
}

/**
 * Merges directives, or goes on with a merger that was cut short. Returns the id of the one that goes on.
 * @throws UserError why they cannot be merged.
 */
export async function mergeDirectives(
  directives: readonly DirectiveRecord[],
  given: MergeGiven,
  options: SuccessionOptions,
): Promise<string> {
  const plan = await planMerge(options.register, directives, given);
  await carryOut(plan, options);
  return plan.absorbs?.directive.id ?? plan.opens[0]?.id ?? '';
}

/** Those that close, in the order of their notices, whatever order they were given in. */
function sourcesOf(directives: readonly DirectiveRecord[], into: MergeTarget): DirectiveRecord[] {
  const ids = directives.map((d) => d.id);
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice !== undefined) throw new UserError(refuse.twice(twice));
  const sources = directives
    .filter((d) => 'part' in into || d.id !== into.directive.id)
    .sort((a, b) => a.noticeId.localeCompare(b.noticeId) || a.span[0] - b.span[0] || a.id.localeCompare(b.id));
  if (sources.length < ('part' in into ? 2 : 1)) throw new UserError(refuse.tooFewToMerge);
  const other = 'part' in into ? sources.find((d) => d.noticeId !== sources[0]?.noticeId) : undefined;
  if (other) throw new UserError(refuse.otherNotice(sources[0]?.id ?? '', other.id));
  return sources;
}

/** What is opened for all of them: the earliest of their deadlines, unless another is given. */
function newOne(
  sources: readonly DirectiveRecord[],
  { part }: Extract<MergeTarget, { part: GivenPart }>,
  context: Parameters<typeof draftOf>[3],
) {
  const model = modelOf(sources);
  const localId = nameOf(sources.map((d) => d.localId));
  const id = `${model.noticeId}/${nameOf(sources.map((d) => d.id.slice(d.noticeId.length + 1)))}`;
  return draftOf(model, { id, localId }, part, context);
}

async function absorption(
  register: Register,
  { directive, text }: Extract<MergeTarget, { directive: DirectiveRecord }>,
  sources: readonly DirectiveRecord[],
  {
    id,
    by,
    reason,
    now,
    added,
  }: Pick<MergeGiven, 'by' | 'reason' | 'now'> & {
    readonly id: string;
    readonly added: DirectiveRecord['cooperating'];
  },
): Promise<Absorption> {
  const act: Absorption['act'] = {
    type: 'absorb',
    by,
    reason,
    from: sources.map((d) => d.id),
    joining: othersThan(added, [...directive.lead, ...directive.cooperating]),
    ...present({ text }),
  };
  const life = await lifeNow(register, directive);
  const log = (await register.directives.logs([directive.id])).get(directive.id) ?? [];
  const done = log.some((event) => event.act?.id === successionActId(id));
  // Taken up already, but closed since: nothing more can be merged into it.
  const tells = done && directive.closedAt === null ? [] : requireTaken(life, act, now);
  return { directive, act, done, tells };
}

async function isMergedInto(register: Register, { id }: DirectiveRecord, target: string): Promise<boolean> {
  return (await register.directives.lineage(id)).into.some((d) => d.how === 'merged' && d.to === target);
}

/** Whose deadline is earlier than that of the one that goes on: the office should know that it is given up. */
function earlierOf(sources: readonly DirectiveRecord[], { due }: DirectiveRecord): string[] {
  return sources.flatMap((d) =>
    d.due !== null && (due === null || d.due < due) ? [lines.earlier(d.id, d.due, due)] : [],
  );
}
