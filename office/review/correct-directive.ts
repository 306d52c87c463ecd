import type { Deadline } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DraftDirective, Name, Notice, Span } from '../../notices/index.ts';
import { agencyById, type Directory } from '../../register/index.ts';
import { CORRECTED_RULE, correctionRefusals as refuse } from '../../texts/review/index.ts';
import { eachChange } from './each.ts';
import { nearestTo, placesOf } from './find-words.ts';
import { type CorrectedParty, type Correction, type DueDay, PARTIES, type ReviewChange } from './types.ts';
import { warningsAfter } from './warnings-after.ts';

export interface About {
  readonly text: string;
  readonly notice: Notice;
  readonly calendar: WorkCalendar;
  readonly source: string;
  readonly directory?: Directory;
}

/** How leads are found is never less sure than this where one is found at all; see `notices/directives/finish.ts`. */
const LEAST_SURE_LEAD = 0.8;

/** A directive as a person set it, and each field that was set. */
export function correctedDirective(
  draft: DraftDirective,
  entry: Correction,
  about: About,
): { draft: DraftDirective; changes: ReviewChange[] } {
  const span = entry.text === undefined ? draft.span : spanOf(draft, entry, entry.text, about);
  const { leadBy, ...before } = draft;
  const next: DraftDirective = {
    ...before,
    id: entry.code ?? before.id,
    ...present({ leadBy: leadBy === undefined || entry.parties.lead ? undefined : leadBy }),
    span,
    text: about.text.slice(...span),
    ...correctedParties(entry, span, about),
    ...present({ each: entry.each }),
    deadlines: entry.due ? correctedDeadlines(entry.due, draft.deadlines, span) : draft.deadlines,
  };
  const confidence = confidenceAfter(draft, next, entry);
  const warnings = warningsAfter(draft, { ...next, confidence }, entry, about.notice.anchor);
  return { draft: { ...next, confidence, warnings }, changes: changesOf(draft, next, entry) };
}

/** The names a person set, each with its place in the directive where it stands there. */
export function correctedParties(
  entry: Correction,
  span: Span,
  { text, directory }: About,
): Partial<Record<CorrectedParty, Name[]>> {
  const parties: Partial<Record<CorrectedParty, Name[]>> = {};
  for (const party of PARTIES) {
    const names = entry.parties[party];
    if (!names) continue;
    parties[party] = names.map((name): Name => {
      const agency = directory && agencyById(directory, name);
      if (agency) return { name: agency.name, span: null, agency: agency.id };
      return { name, span: placesOf(name, text, span)[0] ?? null };
    });
  }
  return parties;
}

/** Days a person set. They keep the words of the first date that was read, so that a message can still cite them. */
export function correctedDeadlines(due: readonly DueDay[], read: readonly Deadline[], span: Span): Deadline[] {
  const source = read.find((d) => d.due !== null) ?? read.find((d) => d.kind !== 'urgent');
  const words = source ?? { phrase: '', span: [span[1], span[1]] as const };
  return due.map(({ day, time }) => ({
    phrase: words.phrase,
    span: words.span,
    kind: 'by',
    due: day,
    ...present({ dueTime: time }),
    rule: CORRECTED_RULE,
    confidence: 1,
  }));
}

/** What a person set is certain; what they left is as sure as it was read. */
function confidenceAfter(before: DraftDirective, after: DraftDirective, entry: Correction): number {
  const lead = entry.parties.lead !== undefined && after.lead.length > 0;
  const due = entry.due !== undefined;
  if (!lead && !due) return before.confidence;
  if (after.lead.length === 0) return Math.min(before.confidence, after.confidence);
  const leadSure = lead ? 1 : Math.max(before.confidence, LEAST_SURE_LEAD);
  const dates = due ? [] : after.deadlines.filter((d) => d.due !== null).map((d) => d.confidence);
  return Math.min(leadSure, ...dates);
}

function spanOf(draft: DraftDirective, entry: Correction, words: string, { text, notice, source }: About): Span {
  const place = nearestTo(placesOf(words, text, notice.span), draft.span);
  if (place) return place;
  throw new UserError(refuse.notFound(`${source}:${entry.line}`, draft.id, words));
}

function changesOf(before: DraftDirective, after: DraftDirective, entry: Correction): ReviewChange[] {
  const changes: ReviewChange[] = [];
  const add = (field: ReviewChange['field'], was: string | null, is: string | null) =>
    changes.push({ directive: after.id, field, was, is });
  for (const party of PARTIES) if (entry.parties[party]) add(party, namesText(before[party]), namesText(after[party]));
  if (entry.due) add('due', dueText(before.deadlines), dueText(after.deadlines));
  if (entry.each !== undefined) changes.push(eachChange(before, entry.each));
  if (entry.text !== undefined) add('text', before.text, after.text);
  if (entry.code !== undefined) add('code', before.id, after.id);
  return changes;
}

function namesText(names: readonly Name[]): string | null {
  return names.length === 0 ? null : names.map((n) => n.name).join('; ');
}

/** The days and recurrences of deadlines; null where none gives any. */
function dueText(deadlines: readonly Deadline[]): string | null {
  const days = deadlines.flatMap(({ due, dueTime, recurrence }) => {
    if (recurrence !== undefined) return [recurrence];
    return due === null ? [] : [dueTime === undefined ? due : `${due} ${dueTime}`];
  });
  return days.length === 0 ? null : [...new Set(days)].join(', ');
}
