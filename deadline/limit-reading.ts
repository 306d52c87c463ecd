import { present } from '../dsl/present.ts';
import { addDays } from '../dsl/time/day.ts';
import { workingDayOnOrBefore } from '../dsl/time/work-calendar.ts';
import type { Atom } from './atom.ts';
import type { Operator, OperatorRun } from './operator.ts';
import { at, type Parse } from './parse.ts';
import type { DayRange } from './range.ts';
import type { Reading } from './reading.ts';
import type { LimitRule, RuleId } from './rules.ts';
import { is } from './token.ts';

/** No preposition. */
export const BARE: OperatorRun = { operator: 'none', start: 0, end: 0, latest: false, length: false, whole: false };

/** Which kind of limit a preposition sets: up to a day, within a stretch, after it. */
export const KIND: Readonly<Record<Operator, Reading['kind']>> = {
  before: 'before',
  by: 'by',
  within: 'within',
  from: 'from',
  after: 'from',
  'end-of': 'before',
  none: 'within',
};

function limitRule(operator: Operator): LimitRule {
  return operator === 'none' ? 'bare' : operator === 'end-of' ? 'before-end' : operator;
}

/** The rule's id: what the preposition makes of the days, and what the days are. */
export function ruleOf(limit: LimitRule, atom: Atom): RuleId {
  return atom.rule === 'impossible-date' ? 'impossible-date' : `${limit}-${atom.rule}`;
}

/** The reading of a preposition and a stretch of days. */
export function reading(
  p: Parse,
  from: number,
  to: number,
  op: OperatorRun,
  atom: Atom,
  range: DayRange,
  limit?: LimitRule,
): Reading {
  const closing = op.operator === 'before' && startsAtEnd(p, op.end);
  // "trước cuối tháng 6": what is meant is the end itself, or the day before it.
  const due =
    op.operator !== 'before' || closing
      ? range.last
      : addDays(is(at(p, op.end), 'giữa') ? range.last : range.first, -1);
  const others = new Set(op.operator === 'before' ? [] : atom.others?.(range));
  if (closing || op.operator === 'end-of') others.add(addDays(range.last, -1));
  if (op.operator === 'before' && atom.rule === 'holiday') others.add(workingDayOnOrBefore(p.calendar, due));
  if (op.operator === 'before' && atom.grain === 'day' && atom.others)
    for (const d of atom.others(range)) others.add(addDays(d, -1));
  others.delete(due);
  const doubtful = closing || op.operator === 'end-of' ? 0.8 : 1;
  return {
    from,
    to,
    kind: op.operator === 'none' && atom.grain === 'day' ? 'by' : KIND[op.operator],
    due,
    opens: range.first,
    rule: ruleOf(limit ?? limitRule(op.operator), atom),
    confidence: atom.confidence * doubtful * (op.operator === 'none' ? 0.9 : 1),
    ...present({
      start: limit === 'range' ? range.first : undefined,
      alternatives: others.size > 0 ? [...others] : undefined,
    }),
    operator: op.operator,
    latest: op.latest,
    whole: op.whole,
    grain: atom.grain,
    ...present({ dated: atom.dated, openUnit: atom.open, bareNumbers: atom.bareNumbers }),
  };
}

function startsAtEnd(p: Parse, i: number): boolean {
  return is(at(p, i), 'cuối');
}
