import { addDays, type Day, dayFromNumber, dayOfParts, isDay } from '../../dsl/time/day.ts';
import type { SheetCell } from './table.ts';

/** Excel counts days from this one (the first days of 1900 aside). */
const EXCEL_EPOCH: Day = '1899-12-30';
/** And a workbook that says so from this one. */
const MAC_EPOCH: Day = '1904-01-01';
/** 1954 to 2119: what may be a day of a document and no ordinary number. */
const SERIALS = { from: 20_000, to: 80_000 };

const WRITTEN =
  /^(?:\d{1,2}[:h]\d{0,2}\s*(?:,|ngày)?\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:[ ,]+\d{1,2}[:h]\d{0,2}(?::\d{2})?)?$/iu;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+Z?)?$/;
const WORDS = /^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;

/** The day a cell holds: an Excel date, dd/mm/yyyy, ISO, or in words. Undefined where it holds none. */
export function dayOfCell(cell: SheetCell, since1904 = false): Day | undefined {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? undefined : dayFromNumber(Math.floor(cell.getTime() / 86_400_000));
  if (typeof cell === 'number') return serialDay(cell, since1904);
  if (typeof cell !== 'string') return undefined;
  // An apostrophe keeps Excel from taking what is typed for a date: "'31/12/2026".
  const text = cell
    .normalize('NFC')
    .trim()
    .replace(/^['’`]/u, '');
  const iso = ISO.exec(text)?.[1];
  if (iso !== undefined) return isDay(iso) ? iso : undefined;
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialDay(Number(text), since1904);
  const parts = WRITTEN.exec(text) ?? WORDS.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[3]);
  return dayOfParts(year < 100 ? 2000 + year : year, Number(parts[2]), Number(parts[1])) ?? undefined;
}

function serialDay(serial: number, since1904: boolean): Day | undefined {
  const whole = Math.floor(serial);
  return whole >= SERIALS.from && whole <= SERIALS.to ? addDays(since1904 ? MAC_EPOCH : EXCEL_EPOCH, whole) : undefined;
}
