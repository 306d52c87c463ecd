import { present } from '../dsl/present.ts';
import { addDays } from '../dsl/time/day.ts';
import { type Atom, resolve } from './atom.ts';
import { numericDate } from './atom-date.ts';
import { dayAtom } from './atom-day.ts';
import { bareMonth, openUnit, plainYear } from './atom-period.ts';
import { clockAt } from './clock.ts';
import { atomAt, joinedDays, type TimedDay, timedDay } from './days.ts';
import { countedBack, lengthAt, writtenLength } from './duration.ts';
import { BARE, KIND, reading, ruleOf } from './limit-reading.ts';
import { listAt, oneOfAt } from './list.ts';
import { numeral } from './numeral.ts';
import type { OperatorRun } from './operator.ts';
import { at, attached, type Parse, wordsAt } from './parse.ts';
import { type DayRange, oneDay } from './range.ts';
import type { Reading } from './reading.ts';
import { ranged, started } from './start.ts';
import { GAP, is } from './token.ts';

/** A limit made of days at `i`, with the preposition already read (or none): one reading, or one for each day of a list. */
export function limitAt(p: Parse, i: number, run: OperatorRun | null): Reading[] | null {
  const op = run ?? BARE;
  const k = run?.end ?? i;
  if (op.operator === 'from') return ranged(p, i, k) ?? started(p, i, k, op);
  const timed = timedDay(p, k);
  if (timed) return timedReading(p, i, op, timed);
  const clockOnly = run ? onlyClock(p, i, op) : null;
  if (clockOnly) return clockOnly;
  const list = listAt(p, i, op, k);
  if (list) return list;
  const oneOf = oneOfAt(p, i, op, k);
  if (oneOf) return [oneOf];
  const atom =
    atomAt(p, k) ??
    bareMonth(p, k) ??
    countedDays(p, k) ??
    (run ? (dottedDate(p, k) ?? openUnitAt(p, k) ?? plainYear(p, k)) : null);
  if (!atom) return null;
  if (op.operator === 'after') return started(p, i, k, op);
  if (atom.rule === 'impossible-date') return [impossible(i, atom, op)];
  const stretch = joinedDays(p, atom);
  if (stretch && op.operator !== 'before') {
    return [reading(p, i, stretch.end, op, stretch.last, stretch.range, 'range')];
  }
  const range = resolve(p, atom, op.operator === 'before' ? 'first' : 'last');
  // "trước dịp 30/4 - 01/5": the first of the two is the limit, both are the phrase.
  const dashed = stretch && at(p, atom.end).kind === '-' ? stretch.end : atom.end;
  const early = range && op.operator === 'before' && atom.grain === 'day' ? earlierBy(p, i, atom, range) : null;
  if (early) return [early];
  return range ? [{ ...reading(p, i, dashed, op, atom, range), days: k }] : null;
}

/** "trước ngày 20/3 ít nhất 3 ngày làm việc": counted back from the day. */
function earlierBy(p: Parse, i: number, atom: Atom, range: DayRange): Reading | null {
  const k = wordsAt(p, atom.end, 'ít', 'nhất') || wordsAt(p, atom.end, 'tối', 'thiểu') ? atom.end + 2 : atom.end;
  const length = lengthAt(p, k);
  if (!length || length.least !== undefined || !endsPhrase(p, length.end)) return null;
  const due = countedBack(p, range.first, length);
  if (due === null) return null;
  return {
    from: i,
    to: length.end,
    kind: 'before',
    due,
    rule: 'days-before',
    confidence: 0.85,
    duration: writtenLength(length),
    operator: 'before',
    grain: 'day',
    ...present({ dated: atom.dated }),
  };
}

/** "các ngày 10, 11 và 12/3", "hai ngày 15 và 16/3", "2 năm 2025-2026": the number counts what follows. */
function countedDays(p: Parse, k: number): Atom | null {
  const n = is(at(p, k), 'các') ? { end: k + 1 } : numeral(p, k);
  if (!n || (!is(at(p, n.end), 'ngày') && !is(at(p, n.end), 'năm')) || at(p, n.end + 1).kind !== '#') return null;
  return atomAt(p, n.end);
}

/** "trước 15.12": a day and a month between dots, where a preposition stands before it and nothing it could count after. */
function dottedDate(p: Parse, k: number): Atom | null {
  const sep = at(p, k + 1).kind;
  if (at(p, k).kind !== '#' || (sep !== '.' && sep !== '-') || !attached(p, k + 1) || !attached(p, k + 2)) return null;
  const atom = numericDate(p, k, true);
  return atom?.rule === 'date-no-year' && endsPhrase(p, atom.end) ? { ...atom, confidence: 0.8 } : null;
}

/** "hết tháng", "trong tuần", "đến hết năm", "trong ngày": the one that runs. */
function openUnitAt(p: Parse, k: number): Atom | null {
  if (is(at(p, k), 'ngày'))
    return endsPhrase(p, k + 1)
      ? { end: k + 1, grain: 'day', rule: 'relative-day', confidence: 0.6, range: oneDay(p.anchor), open: true }
      : null;
  const unit = openUnit(p, k);
  return unit && endsPhrase(p, unit.end) ? { ...unit, confidence: 0.7, open: true } : null;
}

const PHRASE_ENDS = new Set(['\0', '.', ',', ';', ':', ')', '!', '"', '”']);

function endsPhrase(p: Parse, i: number): boolean {
  return PHRASE_ENDS.has(at(p, i).kind) || at(p, i).gap === GAP.cell;
}

function impossible(from: number, atom: Atom, op: OperatorRun): Reading {
  const instead = (atom.instead ?? []).map((d) => (op.operator === 'before' ? addDays(d, -1) : d));
  return {
    from,
    to: atom.end,
    kind: KIND[op.operator],
    due: null,
    rule: 'impossible-date',
    confidence: 0.2,
    operator: op.operator,
    grain: 'day',
    ...present({ alternatives: instead.length > 0 ? instead : undefined }),
  };
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
      ...present({ dueTime: timed.time ?? undefined }),
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
