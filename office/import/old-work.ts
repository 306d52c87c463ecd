import { createHash } from 'node:crypto';
import { choosePolicy, type Policy, type PolicyRules } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import {
  type Actor,
  clocksOf,
  type Directive,
  initialState,
  partiesOf,
  standingOf,
  wakeUp,
} from '../../dsl/rules/index.ts';
import { type Day, type Instant, instantAt } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { type DirectiveDraft, directiveIdOf, type NamedParty, noticeIdOf, type OldWork } from '../../register/index.ts';
import { importedDocumentText, rowSource } from '../../texts/import.ts';
import { directiveWorkflowId } from '../../workflows/contract.ts';
import { traitsOf } from '../traits.ts';
import type { OldRow } from './old-row.ts';
import { plain } from './plain.ts';

export interface OldWorkContext {
  readonly calendar: WorkCalendar;
  readonly rules: PolicyRules;
  /** Follows every task by this policy, whatever the rules say. */
  readonly policy?: Policy;
  readonly fileName: string;
  /** When it is imported; what lies before is past. */
  readonly now: Instant;
  /** Who imports it; the office, where it is not said. */
  readonly by?: Actor;
  parties(cell: string, day: Day): readonly NamedParty[];
}

/** Imported directives carry a mark in place of a number within a notice. */
export const IMPORTED = /^N\.[0-9a-f]{10}$/;

/**
 * A row as the register takes it: the document it comes from, the directive, and the import as its first event. Its id
 * follows from what it says (document, words, lead, deadline), so that the same row is the same task wherever it
 * stands in the list and however far it has got since. `tellOn`: the morning on which what has passed is told.
 */
export function oldWorkOf(row: OldRow, context: OldWorkContext, tellOn?: Day): OldWork {
  const { calendar, now, fileName } = context;
  const { number, issued, due } = row;
  const text = importedDocumentText(number, issued);
  const localId = `N.${markOf(row)}`;
  const id = directiveIdOf(noticeIdOf(text), localId);
  const lead = context.parties(row.lead, issued);
  const cooperating = context.parties(row.cooperating, issued);
  const traits = traitsOf({}, lead);
  const policy =
    context.policy ?? choosePolicy(context.rules, { ...traits, deadline: due === null ? 'none' : 'dated' });
  const issuedAt = Math.min(instantAt(issued, EIGHT), now);
  const draft: DirectiveDraft = {
    id,
    localId,
    text: row.text,
    span: [0, text.length],
    issuedAt,
    due,
    policy,
    traits,
    lead,
    cooperating,
    deadline: row.phrase === null ? null : { phrase: row.phrase, span: [0, 0] },
    supervisor: context.parties(row.supervisor, issued),
    calendar: { id: calendar.id, version: calendar.version },
    workflowId: directiveWorkflowId(id),
  };
  const directive: Directive = {
    id,
    issuedAt,
    due,
    hasCooperating: cooperating.length > 0,
    calendar,
    parties: partiesOf({ lead, cooperating }),
    traits,
  };
  const act = {
    type: 'import',
    by: context.by ?? { party: 'secretariat' },
    status: row.status,
    assignedAt: issuedAt,
    ...present({
      acknowledgedAt: timeOn(row.acknowledged, EIGHT + 60, now),
      submittedAt: timeOn(row.submitted, EIGHT + 120, now),
      closedAt: timeOn(row.closed, EIGHT + 180, now),
      tellOn,
    }),
    source: rowSource(fileName, row.row),
    ...present({ note: row.note || undefined }),
  } as const;
  const woken = wakeUp(policy, directive, initialState(directive), now, act);
  if ('refusal' in woken) throw new Error(`an import is refused: ${woken.refusal.code}`);
  const { posts, plan, state, nextWake } = woken;
  return {
    notice: { number, issued, anchor: issued, issuer: null, signer: null, urgency: null, text, fileName },
    directive: draft,
    wake: {
      directiveId: id,
      seq: 0,
      at: now,
      posts,
      standing: standingOf(state, nextWake),
      clocks: clocksOf(policy, directive, state, now),
      act: { id: `import/${localId}`, act },
      ...present({ plan }),
    },
  };
}

/** A list knows days and no hours: what happened on one day happened in this order, in the morning. */
const EIGHT = 8 * 60;

function timeOn(day: Day | null, minutes: number, now: Instant): Instant | undefined {
  return day === null ? undefined : Math.min(instantAt(day, minutes), now);
}

function markOf({ text, lead, due }: OldRow): string {
  const said = JSON.stringify([plain(text), plain(lead), due]);
  return createHash('sha256').update(said).digest('hex').slice(0, 10);
}
