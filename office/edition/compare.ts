import { present } from '../../dsl/present.ts';
import { isClosed, sameAgencies } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { DirectiveDraft, DirectiveRecord, NamedParty } from '../../register/index.ts';
import { likeness } from '../likeness.ts';

/** A directive that goes on in other terms: those that are absent stay. */
export interface Adjusted {
  readonly directive: DirectiveRecord;
  readonly draft: DirectiveDraft;
  readonly text?: string;
  readonly due?: Day | null;
  readonly lead?: readonly NamedParty[];
}

/** What the edition in force says of a directive, whatever people have set since. */
export interface InForce {
  readonly text: string;
  readonly due: Day | null;
  readonly lead: readonly NamedParty[];
}
export type InForceOf = (directive: DirectiveRecord) => InForce;

/** What a corrected edition of a notice makes of its directives. */
export interface Comparison {
  readonly same: readonly DirectiveRecord[];
  readonly adjusted: readonly Adjusted[];
  /** The edition has them no more, or with other agencies beside the lead, which no act can change. */
  readonly dropped: readonly DirectiveRecord[];
  readonly added: readonly DirectiveDraft[];
  /** Closed before: they stay as they ended, whatever the edition says. */
  readonly closed: readonly DirectiveRecord[];
}

/** Two texts of one task differ by a day or a word put right; another task shares its turns of phrase at most. */
const SAME_TASK = 0.5;

/**
 * Which directive of the edition is which of the notice. The same words for the same lead first, wherever they stand now;
 * then the same code, unless other words give it to another lead: that is another task, of which the former lead is told
 * nothing. What is left is new, or gone.
 */
export function compareEditions(
  said: InForceOf,
  directives: readonly DirectiveRecord[],
  drafts: readonly DirectiveDraft[],
): Comparison {
  const left = new Set(directives);
  const pairs = new Map<DirectiveDraft, DirectiveRecord>();
  const pair = (isIt: (directive: DirectiveRecord, draft: DirectiveDraft) => boolean) => {
    for (const draft of drafts) {
      if (pairs.has(draft)) continue;
      const found = [...left].filter((directive) => isIt(directive, draft));
      const [directive] = found.filter((d) => d.localId === draft.localId).concat(found);
      if (!directive) continue;
      pairs.set(draft, directive);
      left.delete(directive);
    }
  };
  pair((d, draft) => sameWords(said, d, draft) && sameLead(said, d, draft) && sameDay(said, d, draft));
  pair((d, draft) => sameWords(said, d, draft) && sameLead(said, d, draft));
  // One member's share of what a group was given is never another's.
  const single = (d: DirectiveRecord, draft: DirectiveDraft) => d.parent === undefined && draft.parent === undefined;
  const goesOn = (d: DirectiveRecord, draft: DirectiveDraft) =>
    d.localId === draft.localId && (sameLead(said, d, draft) || (single(d, draft) && sameTask(said, d, draft)));
  pair((d, draft) => single(d, draft) && goesOn(d, draft) && sameDay(said, d, draft));
  pair(goesOn);
  return sorted(said, directives, drafts, pairs);
}

function sorted(
  said: InForceOf,
  directives: readonly DirectiveRecord[],
  drafts: readonly DirectiveDraft[],
  pairs: ReadonlyMap<DirectiveDraft, DirectiveRecord>,
): Comparison {
  const same: DirectiveRecord[] = [];
  const adjusted: Adjusted[] = [];
  const added = drafts.filter((draft) => !pairs.has(draft));
  const closed = directives.filter((d) => isClosed(d));
  const dropped = directives.filter((d) => !isClosed(d) && ![...pairs.values()].includes(d));
  for (const [draft, directive] of pairs) {
    if (isClosed(directive)) continue;
    if (!sameOthers(directive, draft)) {
      dropped.push(directive);
      added.push(draft);
      continue;
    }
    const change = {
      ...present({
        text: sameWords(said, directive, draft) ? undefined : draft.text,
        due: sameDay(said, directive, draft) ? undefined : draft.due,
        lead: sameLead(said, directive, draft) ? undefined : draft.lead,
      }),
    };
    if (Object.keys(change).length === 0) same.push(directive);
    else adjusted.push({ directive, draft, ...change });
  }
  return { same, adjusted, dropped, added, closed };
}

/** As the edition in force has it, or as people have put it right since: what they set stands where the edition says no other. */
function sameWords(said: InForceOf, directive: DirectiveRecord, draft: DirectiveDraft): boolean {
  const words = plain(draft.text);
  return words === plain(directive.text) || words === plain(said(directive).text);
}

function sameTask(said: InForceOf, directive: DirectiveRecord, draft: DirectiveDraft): boolean {
  return [directive.text, said(directive).text].some((text) => likeness(text, draft.text) >= SAME_TASK);
}

function sameDay(said: InForceOf, directive: DirectiveRecord, draft: DirectiveDraft): boolean {
  return draft.due === directive.due || draft.due === said(directive).due;
}

function sameLead(said: InForceOf, directive: DirectiveRecord, draft: DirectiveDraft): boolean {
  return sameAgencies(draft.lead, directive.lead) || sameAgencies(draft.lead, said(directive).lead);
}

function sameOthers(a: DirectiveRecord, b: DirectiveDraft): boolean {
  return sameAgencies(a.cooperating, b.cooperating) && sameAgencies(a.supervisor, b.supervisor);
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
