import { present } from '../../dsl/present.ts';
import type { Day } from '../../dsl/time/day.ts';
import { noticeWarnings as say } from '../../texts/notice-warnings.ts';
import type { DraftDirective } from '../types.ts';
import { certaintyOf, inRunningText } from './certainty.ts';
import { type Draft, unique } from './draft.ts';
import { isOdd } from './odd-names.ts';

const DOUBTFUL = 0.6;

/**
 * Ids, confidence and warnings for the drafts of one document.
 *
 * @param prose the document is running text
 */
export function finish(
  source: string,
  drafts: readonly Draft[],
  anchor: Day,
  prefix: string,
  taken: Map<string, number>,
  prose = false,
): DraftDirective[] {
  return drafts.map((d): DraftDirective => {
    const read = certaintyOf({ ...d, lead: [...d.lead], deadlines: [...d.deadlines], leadBy: d.by }, source);
    const certainty = prose ? inRunningText(read) : read;
    const confidence = Math.min(certainty.lead, certainty.days, certainty.order);
    return {
      id: freeId(`${prefix}${d.path.join('.') || '1'}`, taken),
      span: d.span,
      text: source.slice(d.span[0], d.span[1]),
      lead: [...d.lead],
      cooperating: [...d.cooperating],
      supervisor: unique([...(d.supervisor ?? []), ...(d.supervises ? d.lead : [])]),
      deadlines: [...d.deadlines],
      confidence,
      certainty,
      warnings: warningsOf(d, anchor, confidence),
      leadBy: d.by,
      ...present({ product: d.product || undefined }),
    };
  });
}

/** Ids are unique within a file: the second "II.3" is "II.3.2". `taken` counts how often each was asked for. */
function freeId(id: string, taken: Map<string, number>): string {
  let n = taken.get(id) ?? 0;
  let free = id;
  while (n > 0 && taken.has(free)) free = `${id}.${++n}`;
  taken.set(id, Math.max(n, 1));
  if (free !== id) taken.set(free, 1);
  return free;
}

function warningsOf(d: Draft, anchor: Day, confidence: number): string[] {
  const warnings: string[] = [];
  const names = d.lead.map((n) => n.name).join(', ');
  if (d.lead.length === 0) warnings.push(say.noLead);
  else if (d.by === 'introduction') warnings.push(say.leadFromIntroduction(names));
  else if (d.by === 'addressee') warnings.push(say.leadFromAddressee(names));
  for (const n of d.lead) if (isOdd(n)) warnings.push(say.oddLead(n.name));
  for (const x of d.deadlines) {
    if (x.due !== null && x.due < anchor) warnings.push(say.dueBeforeIssue(x.phrase, x.due, anchor));
    if (x.alternatives && x.alternatives.length > 0)
      warnings.push(say.otherReadings(x.phrase, x.alternatives.join(', ')));
    else if (x.due !== null && x.confidence < DOUBTFUL) warnings.push(say.doubtfulDate(x.phrase));
    if (x.provisional) warnings.push(say.provisional(x.phrase));
    if (x.kind === 'event' && x.due === null) warnings.push(say.eventOnly(x.phrase));
    if (x.rule === 'left-open') warnings.push(say.dateLeftOpen(x.phrase));
  }
  const dated = d.deadlines.filter((x) => x.due !== null && !x.recurrence);
  if (dated.length > 1) warnings.push(say.severalDeadlines(dated.length));
  if (d.lead.length > 0 && confidence < DOUBTFUL) warnings.push(say.lowConfidence);
  return warnings;
}
