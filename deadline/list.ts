import { addDays } from '../dsl/time/day.ts';
import { type Atom, resolve, withYear, yearOf } from './atom.ts';
import { dayNumberAt } from './atom-date.ts';
import { dayAtom } from './atom-day.ts';
import { numberedPeriod, periodAtom } from './atom-period.ts';
import { reading } from './limit-reading.ts';
import { numeral } from './numeral.ts';
import type { OperatorRun } from './operator.ts';
import { at, type Parse } from './parse.ts';
import { type DayRange, oneDay, realDay } from './range.ts';
import type { Reading } from './reading.ts';
import { GAP, is } from './token.ts';

interface Item {
  readonly atom: Atom;
  readonly start: number;
  /** A number whose noun stood before ("tháng 6, | 9"). */
  readonly short?: true;
}

const MOST_LISTED = 12;

/**
 * Days, months or quarters listed one by one, each a limit of its own: "trước các ngày 10/6, 10/9, 10/12/2026", "trong
 * quý II và quý IV". A year or month said once holds for those before it. Null where there is one only, or where they
 * follow one upon the other and so make a single stretch ("tháng 3 và tháng 4", "các ngày 10, 11 và 12/3").
 */
export function listAt(p: Parse, from: number, op: OperatorRun, k: number): Reading[] | null {
  if (op.operator === 'from' || op.operator === 'after' || op.operator === 'end-of') return null;
  const many = manyAt(p, k);
  const items = itemsAt(p, many ?? k);
  const last = items.at(-1);
  if (!last || items.length < 2) return null;
  const ranges = settledRanges(
    p,
    items.map((item) => item.atom),
    op.operator === 'before' ? 'first' : 'last',
  );
  if (!ranges) return null;
  const limits = last.atom.grain === 'day' && (op.operator === 'before' || op.operator === 'by');
  const each = many !== null && last.atom.grain !== 'day' && is(at(p, k - 1), 'vào');
  if (!limits && !each && follow(ranges)) return null;
  return items.map(({ atom, start }, n) => {
    const range = ranges[n] ?? oneDay(p.anchor);
    const dated = atom.dated || last.atom.dated ? { dated: true as const } : {};
    return {
      ...reading(p, n === 0 ? from : start, atom.end, op, { ...atom, ...dated, ...monthOf(atom) }, range),
      list: [from, last.atom.end] as const,
    };
  });
}

/** A day whose month the list says is as sure as one that says it itself. */
function monthOf(atom: Atom): Partial<Atom> {
  return atom.rule === 'day-of-month' ? { rule: 'date-no-year', confidence: 0.95 } : {};
}

/** After "các", "những", or the number that counts what follows ("hai ngày 15 và 20/3"). */
function manyAt(p: Parse, k: number): number | null {
  const listed = (i: number): boolean => ['ngày', 'tháng', 'quý'].some((unit) => is(at(p, i), unit));
  if ((is(at(p, k), 'các') || is(at(p, k), 'những')) && listed(k + 1)) return k + 1;
  const n = numeral(p, k);
  return n && n.value > 1 && listed(n.end) ? n.end : null;
}

/** Of "30/6 hoặc 31/7" nobody can tell which holds: the first is taken, the others are said. */
const ONE_OF = 0.5;

/** One of several days, months or quarters: "trước 30/6 hoặc 31/7/2025". Null where none is joined by "hoặc". */
export function oneOfAt(p: Parse, from: number, op: OperatorRun, k: number): Reading | null {
  if (op.operator === 'from' || op.operator === 'after' || op.operator === 'end-of') return null;
  const items = itemsAt(p, k, orAt);
  const last = items.at(-1);
  if (!last || items.length < 2) return null;
  const atoms = items.map((item) => item.atom);
  const ranges = settledRanges(p, atoms, op.operator === 'before' ? 'first' : 'last');
  if (!ranges) return null;
  const dated = last.atom.dated ? { dated: true as const } : {};
  const [first, ...others] = atoms.map((atom, n) =>
    reading(p, from, last.atom.end, op, { ...atom, ...dated, ...monthOf(atom) }, ranges[n] ?? oneDay(p.anchor)),
  );
  if (!first) return null;
  const alternatives = others.flatMap(({ due }) => (due === null || due === first.due ? [] : [due]));
  return { ...first, alternatives, confidence: Math.min(first.confidence, ONE_OF) };
}

function itemsAt(p: Parse, k: number, joint = jointAt): Item[] {
  const first = dayAtom(p, k) ?? periodAtom(p, k);
  if (!first || !listable(first)) return [];
  const items: Item[] = [{ atom: first, start: k }];
  for (let end = first.end; items.length < MOST_LISTED; ) {
    const next = joint(p, end);
    const item = next === null ? null : itemAt(p, next, first);
    if (!item) break;
    items.push(item);
    end = item.atom.end;
  }
  while (items.length > 1 && !closes(p, items.at(-1))) items.pop();
  return items;
}

function listable(atom: Atom): boolean {
  if (atom.range && !atom.dated) return false;
  return ['date', 'date-no-year', 'day-of-month', 'month', 'quarter'].includes(atom.rule);
}

/** The index after ",", ";", "và", ", và"; null where no list goes on. */
function jointAt(p: Parse, i: number): number | null {
  const joint = at(p, i);
  if (joint.gap > GAP.line) return null;
  if (is(joint, 'và')) return i + 1;
  if (joint.kind !== ',' && joint.kind !== ';') return null;
  return is(at(p, i + 1), 'và') ? i + 2 : i + 1;
}

/** The index after "hoặc", ", hoặc", "hoặc là". */
function orAt(p: Parse, i: number): number | null {
  const k = at(p, i).kind === ',' ? i + 1 : i;
  if (at(p, i).gap > GAP.line || !is(at(p, k), 'hoặc')) return null;
  return is(at(p, k + 1), 'là') ? k + 2 : k + 1;
}

function itemAt(p: Parse, k: number, first: Atom): Item | null {
  if (at(p, k).gap > GAP.line) return null;
  if (first.grain !== 'day') {
    const named = periodAtom(p, k);
    if (named) return named.rule === first.rule && listable(named) ? { atom: named, start: k } : null;
    const short = numberedPeriod(p, k, first.rule === 'month' ? 'month' : 'quarter');
    return short ? { atom: short, start: k, short: true } : null;
  }
  const day = dayAtom(p, k);
  if (day) return listable(day) ? { atom: day, start: k } : null;
  const n = first.rule === 'day-of-month' && at(p, k).kind === '#' ? dayNumberAt(p, k) : null;
  if (!n) return null;
  const atom: Atom = { end: n.end, grain: 'day', rule: 'day-of-month', confidence: 0.65, date: n.value };
  return { atom, start: k, short: true };
}

/** A number without its noun ends a list only where nothing follows that it could count. */
function closes(p: Parse, item: Item | undefined): boolean {
  if (!item?.short || item.atom.dated) return true;
  const next = at(p, item.atom.end);
  return next.kind === '\0' || next.gap > GAP.line || /^[.,;:)]$/.test(next.kind);
}

/** The days of each, the years and months that are left out taken from those said: first of what comes after. */
function settledRanges(p: Parse, atoms: readonly Atom[], by: 'first' | 'last'): DayRange[] | null {
  const ranges: (DayRange | null)[] = atoms.map((a) => (a.dated ? (a.range ?? null) : null));
  for (let n = atoms.length - 1; n >= 0; n--) {
    const atom = atoms[n];
    const next = ranges[n + 1];
    if (!atom || ranges[n]) continue;
    if (atom.rule === 'day-of-month') ranges[n] = next ? inMonthOf(next, atom) : null;
    else if (next) ranges[n] = inYearOf(next, atom);
  }
  for (let n = 0; n < atoms.length; n++) {
    const atom = atoms[n];
    if (!atom || ranges[n]) continue;
    const before = ranges[n - 1];
    ranges[n] = before && atoms[n - 1]?.dated ? after(before, atom) : resolve(p, atom, by);
    // A month said with the last of them only holds for the days before it.
    for (let k = n - 1; k >= 0 && ranges[n]; k--) {
      const earlier = atoms[k];
      const later = ranges[k + 1];
      if (earlier?.rule === 'day-of-month' && later) ranges[k] = inMonthOf(later, earlier);
      else break;
    }
  }
  const all = ranges.filter((r) => r !== null);
  return all.length === atoms.length ? all : null;
}

function inMonthOf(next: DayRange, atom: Atom): DayRange | null {
  const d = realDay(Number(next.first.slice(0, 4)), Number(next.first.slice(5, 7)), atom.date ?? 0);
  return d && d < next.first ? oneDay(d) : null;
}

function inYearOf(next: DayRange, atom: Atom): DayRange | null {
  const same = withYear(atom, yearOf(next)).range;
  return same && same.first <= next.first ? same : (withYear(atom, yearOf(next) - 1).range ?? null);
}

function after(before: DayRange, atom: Atom): DayRange | null {
  const same = withYear(atom, yearOf(before)).range;
  return same && same.first > before.last ? same : (withYear(atom, yearOf(before) + 1).range ?? null);
}

function follow(ranges: readonly DayRange[]): boolean {
  return ranges.every((r, n) => n === 0 || r.first === addDays(ranges[n - 1]?.last ?? r.first, 1));
}
