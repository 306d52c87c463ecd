import { addDays } from '../time/day.ts';
import { workingDayOnOrBefore } from '../time/work-calendar.ts';
import { type Atom, resolve } from './atom.ts';
import { dayAtom } from './atom-day.ts';
import { bareMonth } from './atom-period.ts';
import { clockAt } from './clock.ts';
import { atomAt, dayBefore, joined, rangeJoint, rangeStart, span, type TimedDay, timedDay } from './days.ts';
import type { Operator, OperatorRun } from './operator.ts';
import { at, type Parse, skip, words } from './parse.ts';
import type { DayRange } from './range.ts';
import type { Reading } from './reading.ts';
import type { LimitRule, RuleId } from './rules.ts';
import { is } from './token.ts';

const BARE: OperatorRun = { operator: 'none', start: 0, end: 0, latest: false, length: false, whole: false };

/** A limit made of days at `i`, with the preposition already read (or none): one reading, or one for each day of a list. */
export function limitAt(p: Parse, i: number, run: OperatorRun | null): Reading[] | null {
  const op = run ?? BARE;
  const k = run?.end ?? i;
  if (op.operator === 'from') return ranged(p, i, k) ?? started(p, i, k, op);
  const timed = timedDay(p, k);
  if (timed) return timedReading(p, i, op, timed);
  const clockOnly = run ? onlyClock(p, i, op) : null;
  if (clockOnly) return clockOnly;
  const atom = atomAt(p, k) ?? (run ? bareMonth(p, k) : null) ?? (run && is(at(p, k), 'các') ? atomAt(p, k + 1) : null);
  if (!atom) return null;
  if (op.operator === 'after') return started(p, i, k, op);
  if (atom.rule === 'impossible-date') return [impossible(i, atom, op)];
  const list =
    atom.grain === 'day' && (op.operator === 'before' || op.operator === 'by') ? dayList(p, i, op, atom) : null;
  if (list) return list;
  const stretch = joined(p, atom);
  if (stretch && op.operator !== 'before') {
    return [reading(p, i, stretch.end, op, stretch.last, stretch.range, 'range')];
  }
  const range = resolve(p, atom, op.operator === 'before' ? 'first' : 'last');
  return range ? [{ ...reading(p, i, atom.end, op, atom, range), days: k }] : null;
}

const KIND: Readonly<Record<Operator, Reading['kind']>> = {
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

function ruleOf(limit: LimitRule, atom: Atom): RuleId {
  return atom.rule === 'impossible-date' ? 'impossible-date' : `${limit}-${atom.rule}`;
}

function reading(
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
  const due = op.operator === 'before' && !closing ? dayBefore(range.first) : range.last;
  const others = new Set(op.operator === 'before' ? [] : atom.others?.(range));
  if (closing || op.operator === 'end-of') others.add(dayBefore(range.last));
  if (op.operator === 'before' && atom.rule === 'holiday') others.add(workingDayOnOrBefore(p.calendar, due));
  if (op.operator === 'before' && atom.others) for (const d of atom.others(range)) others.add(dayBefore(d));
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
    ...(limit === 'range' ? { start: range.first } : {}),
    ...(others.size > 0 ? { alternatives: [...others] } : {}),
    operator: op.operator,
    latest: op.latest,
    whole: op.whole,
    grain: atom.grain,
    ...(atom.dated ? { dated: true } : {}),
    ...(atom.bareNumbers ? { bareNumbers: true } : {}),
  };
}

function startsAtEnd(p: Parse, i: number): boolean {
  return is(at(p, i), 'cuối');
}

function impossible(from: number, atom: Atom, op: OperatorRun): Reading {
  const instead = (atom.instead ?? []).map((d) => (op.operator === 'before' ? dayBefore(d) : d));
  return {
    from,
    to: atom.end,
    kind: KIND[op.operator],
    due: null,
    rule: 'impossible-date',
    confidence: 0.2,
    operator: op.operator,
    grain: 'day',
    ...(instead.length > 0 ? { alternatives: instead } : {}),
  };
}

/** "trước ngày 15/6 và 15/12/2025": each day is a limit of its own. */
function dayList(p: Parse, i: number, op: OperatorRun, first: Atom): Reading[] | null {
  const atoms = [first];
  const starts = [i];
  for (let end = first.end; atoms.length < 8; ) {
    const joint = at(p, end);
    if (joint.kind !== ',' && !is(joint, 'và')) break;
    const k = joint.kind === ',' && is(at(p, end + 1), 'và') ? end + 2 : end + 1;
    const next = is(at(p, k), 'ngày') || at(p, k).kind === '#' ? dayAtom(p, k) : null;
    if (
      !next ||
      next.rule === 'day-of-month' ||
      next.rule === 'relative-day' ||
      next.rule === 'impossible-date' ||
      (next.bareNumbers && joint.kind === ',' && !next.dated)
    )
      break;
    atoms.push(next);
    starts.push(k);
    end = next.end;
  }
  const last = atoms.at(-1);
  if (atoms.length < 2 || !last) return null;
  const by = op.operator === 'before' ? 'first' : 'last';
  return atoms.flatMap((atom, n) => {
    const shared = last.range ? span(p, atom, last) : null;
    const range =
      atom.range ??
      (shared && n < atoms.length - 1 ? { first: shared.first, last: shared.first } : resolve(p, atom, by));
    return range ? [reading(p, starts[n] ?? i, atom.end, op, atom, range)] : [];
  });
}

function timedReading(p: Parse, i: number, op: OperatorRun, timed: TimedDay): Reading[] | null {
  const { atom } = timed;
  if (atom.rule === 'impossible-date') return [impossible(i, { ...atom, end: timed.end }, op)];
  const range = resolve(p, atom, 'last');
  if (!range) return null;
  const plain = reading(
    p,
    i,
    timed.end,
    { ...op, operator: op.operator === 'before' ? 'by' : op.operator },
    atom,
    range,
  );
  if (op.operator === 'after')
    return [{ ...plain, kind: 'from', due: null, start: range.first, rule: ruleOf('after', atom), operator: 'after' }];
  const midnight = timed.edge === 'start' && (op.operator === 'before' || op.operator === 'by');
  const strict = op.operator === 'before';
  return [
    {
      ...plain,
      kind: strict ? 'before' : plain.kind,
      operator: op.operator,
      due: midnight ? addDays(range.last, -1) : range.last,
      ...(timed.time ? { dueTime: timed.time } : {}),
      rule: timed.edge ? (strict ? 'before-midnight' : 'by-midnight') : strict ? 'before-clock' : 'by-clock',
      confidence: plain.confidence * (timed.loose ? 0.85 : 1),
    },
  ];
}

/** "trước 17h00" with no day: the anchor's, and not sure. */
function onlyClock(p: Parse, i: number, op: OperatorRun): Reading[] | null {
  if (op.operator !== 'before' && !op.latest) return null;
  const clock = clockAt(p, op.end);
  if (!clock?.time || clock.loose || dayAtom(p, clock.end)) return null;
  return [
    {
      from: i,
      to: clock.end,
      kind: op.operator === 'before' ? 'before' : 'by',
      due: p.anchor,
      dueTime: clock.time,
      rule: op.operator === 'before' ? 'before-clock' : 'by-clock',
      confidence: 0.45,
      alternatives: [addDays(p.anchor, 1)],
      operator: 'none',
      grain: 'day',
    },
  ];
}

/** "từ 15/3 đến 15/4/2025", "từ nay đến hết tháng 5", "từ tháng 3 đến trước tháng 6". */
function ranged(p: Parse, i: number, k: number): Reading[] | null {
  const now = fromNow(p, k);
  const a = now === null ? rangeStart(p, k) : null;
  const joint = rangeJoint(p, now ?? a?.end ?? k);
  if (!joint || (now === null && !a)) return null;
  const b = atomAt(p, joint.end) ?? bareMonth(p, joint.end);
  if (!b || b.rule === 'impossible-date') return null;
  const range = a ? span(p, a, b) : nowTo(p, b, joint.before);
  if (!range) return null;
  const op: OperatorRun = { ...BARE, operator: 'within', end: joint.end };
  const made = reading(
    p,
    i,
    b.end,
    op,
    { ...b, confidence: Math.min(b.confidence, a?.confidence ?? 1) },
    range,
    'range',
  );
  if (!joint.before) return [made];
  const shut = resolve(p, b, 'first');
  return shut ? [{ ...made, due: dayBefore(shut.first) }] : null;
}

function nowTo(p: Parse, b: Atom, before: boolean): DayRange | null {
  const last = resolve(p, b, before ? 'first' : 'last');
  return last ? { first: p.anchor, last: last.last } : null;
}

/** Index after "nay", "giờ", "bây giờ", "hôm nay". */
function fromNow(p: Parse, k: number): number | null {
  if (words(p, k, 'nay') || words(p, k, 'giờ')) return k + 1;
  return words(p, k, 'hôm', 'nay') || words(p, k, 'bây', 'giờ') ? k + 2 : null;
}

/** "từ ngày 01/7/2025", "sau ngày 01/7/2024", "kể từ tháng 3": a start and no limit. */
function started(p: Parse, i: number, k: number, op: OperatorRun): Reading[] | null {
  const clock = clockAt(p, k);
  const atom = clock && !clock.loose ? dayAtom(p, clock.end) : (atomAt(p, k) ?? bareMonth(p, k));
  if (!atom || atom.rule === 'impossible-date' || atom.rule.startsWith('part-')) return null;
  const range = resolve(p, atom, 'first') ?? resolve(p, atom, 'last');
  if (!range) return null;
  const after = op.operator === 'after';
  const end = words(p, atom.end, 'trở', 'đi') ? atom.end + 2 : skip(p, atom.end);
  return [
    {
      from: i,
      to: end,
      kind: 'from',
      due: null,
      start: after ? addDays(range.last, 1) : range.first,
      opens: range.first,
      rule: ruleOf(after ? 'after' : 'from', atom),
      confidence: atom.confidence * 0.9,
      operator: op.operator,
      grain: atom.grain,
      ...(atom.dated ? { dated: true } : {}),
      ...(atom.bareNumbers ? { bareNumbers: true } : {}),
    },
  ];
}
