import { addDays, addMonths, type Day } from '../../dsl/time/day.ts';
import { periodName } from '../../texts/evaluation.ts';

/** Days of an evaluation, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
}

const QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** A period as people type it: “03/2025”, “quý I/2025”, “năm 2025”; undefined where it is none. */
export function typedPeriod(text: string): Period | undefined {
  const plain = text.normalize('NFC').trim().toLocaleLowerCase('vi');
  const [, month, ofMonth] = /^(?:tháng\s*)?(0?[1-9]|1[0-2])\s*[/-]\s*(20\d\d)$/.exec(plain) ?? [];
  if (month !== undefined) return periodOf('month', Number(ofMonth), Number(month));
  const [, quarter, ofQuarter] = /^(?:quý|quy|q)\s*(i{1,3}|iv|[1-4])\s*[/-]\s*(20\d\d)$/.exec(plain) ?? [];
  if (quarter !== undefined) {
    const number = QUARTERS.indexOf(quarter) + 1 || Number(quarter);
    return periodOf('quarter', Number(ofQuarter), number);
  }
  const [, year] = /^(?:năm|nam)?\s*(20\d\d)$/.exec(plain) ?? [];
  return year === undefined ? undefined : periodOf('year', Number(year), 1);
}

/** The quarter a day lies in. */
export function quarterOf(day: Day): Period {
  return periodOf('quarter', Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function periodOf(kind: keyof typeof MONTHS, year: number, number: number): Period {
  const first = (number - 1) * MONTHS[kind] + 1;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, MONTHS[kind]), -1), name: periodName(kind, year, number) };
}
