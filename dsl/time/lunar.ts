import { type Day, dayFromNumber, dayNumber } from './day.ts';

/**
 * The Vietnamese lunar calendar (+07:00), after the published algorithm of Hồ Ngọc Đức ("Thuật toán tính âm lịch",
 * from Jean Meeus, Astronomical Algorithms): months begin on the day of the new moon, month 11 holds the winter
 * solstice, a leap month is the first one without a principal term. Pure arithmetic, checked for 2020–2035.
 */

const EPOCH_JULIAN_DAY = 2_440_588; // 1970-01-01
const SYNODIC_MONTH = 29.530588853;
const ZONE = 7 / 24;
const RAD = Math.PI / 180;

/** Julian day (a local day's number) on which the k-th new moon after 1900-01-01 falls in Viet Nam. */
function newMoonDay(k: number): number {
  const T = k / 1236.85;
  const T2 = T * T;
  const T3 = T2 * T;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * T2 -
    0.000000155 * T3 +
    0.00033 * Math.sin((166.56 + 132.87 * T - 0.009173 * T2) * RAD);
  const M = (359.2242 + 29.10535608 * k - 0.0000333 * T2 - 0.00000347 * T3) * RAD;
  const Mpr = (306.0253 + 385.81691806 * k + 0.0107306 * T2 + 0.00001236 * T3) * RAD;
  const F = (21.2964 + 390.67050646 * k - 0.0016528 * T2 - 0.00000239 * T3) * RAD;
  const correction =
    (0.1734 - 0.000393 * T) * Math.sin(M) +
    0.0021 * Math.sin(2 * M) -
    0.4068 * Math.sin(Mpr) +
    0.0161 * Math.sin(2 * Mpr) -
    0.0004 * Math.sin(3 * Mpr) +
    0.0104 * Math.sin(2 * F) -
    0.0051 * Math.sin(M + Mpr) -
    0.0074 * Math.sin(M - Mpr) +
    0.0004 * Math.sin(2 * F + M) -
    0.0004 * Math.sin(2 * F - M) -
    0.0006 * Math.sin(2 * F + Mpr) +
    0.001 * Math.sin(2 * F - Mpr) +
    0.0005 * Math.sin(2 * Mpr + M);
  const deltaT = -0.000278 + 0.000265 * T + 0.000262 * T2;
  return Math.floor(mean + correction - deltaT + 0.5 + ZONE);
}

/** Twelfth of the sun's circle (0–11) at local midnight that begins a Julian day; 9 begins at the winter solstice. */
function sunTwelfth(julianDay: number): number {
  const T = (julianDay - 2451545.5 - ZONE) / 36525;
  const T2 = T * T;
  const M = (357.5291 + 35999.0503 * T - 0.0001559 * T2 - 0.00000048 * T * T2) * RAD;
  const L =
    280.46645 +
    36000.76983 * T +
    0.0003032 * T2 +
    (1.9146 - 0.004817 * T - 0.000014 * T2) * Math.sin(M) +
    (0.019993 - 0.000101 * T) * Math.sin(2 * M) +
    0.00029 * Math.sin(3 * M);
  return Math.floor((((L % 360) + 360) % 360) / 30);
}

/** Index of the new moon that begins lunar month 11 of a solar year. */
function month11(year: number): number {
  const off = dayNumber(`${year}-12-31`) + EPOCH_JULIAN_DAY - 2_415_021;
  const k = Math.floor(off / SYNODIC_MONTH);
  return sunTwelfth(newMoonDay(k)) >= 9 ? k - 1 : k;
}

interface LunarYear {
  /** New-moon index of month 11 of the year before. */
  readonly from: number;
  /** Offset from `from` of the leap month, -1 where the year of months 11–10 has none. */
  readonly leap: number;
}

const years = new Map<number, LunarYear>();

/** The stretch from month 11 of `year - 1` to month 10 of `year`. */
function stretch(year: number): LunarYear {
  const known = years.get(year);
  if (known) return known;
  const from = month11(year - 1);
  let leap = -1;
  if (month11(year) - from === 13) {
    for (let i = 1, last = -1; i < 14; i++) {
      const arc = sunTwelfth(newMoonDay(from + i));
      if (arc === last) {
        leap = i - 1;
        break;
      }
      last = arc;
    }
  }
  const made = { from, leap };
  if (years.size > 400) years.clear();
  years.set(year, made);
  return made;
}

/** Index of the new moon that begins a lunar month, or null where the year has no such leap month. */
function newMoonIndex(year: number, month: number, leap: boolean): number | null {
  const { from, leap: leapAt } = month >= 11 ? stretch(year + 1) : stretch(year);
  let offset = month >= 11 ? month - 11 : month + 1;
  const leapMonth = leapAt < 0 ? 0 : leapAt - 2 < 1 ? leapAt + 10 : leapAt - 2;
  if (leap && leapMonth !== month) return null;
  if (leapAt >= 0 && (leap || offset >= leapAt)) offset++;
  return from + offset;
}

/** First and last day of a lunar month (1–12) of a lunar year; null where there is none (a leap month the year lacks). */
export function lunarMonth(year: number, month: number, leap = false): { first: Day; last: Day } | null {
  if (month < 1 || month > 12) return null;
  const k = newMoonIndex(year, month, leap);
  if (k === null) return null;
  return {
    first: dayFromNumber(newMoonDay(k) - EPOCH_JULIAN_DAY),
    last: dayFromNumber(newMoonDay(k + 1) - 1 - EPOCH_JULIAN_DAY),
  };
}

/** The civil day of a lunar date, or null where the month has no such day. */
export function lunarDay(year: number, month: number, date: number, leap = false): Day | null {
  const range = lunarMonth(year, month, leap);
  if (!range || date < 1) return null;
  const n = dayNumber(range.first) + date - 1;
  return n <= dayNumber(range.last) ? dayFromNumber(n) : null;
}

const STEMS = ['giáp', 'ất', 'bính', 'đinh', 'mậu', 'kỷ', 'canh', 'tân', 'nhâm', 'quý'];
const BRANCHES = ['tý', 'sửu', 'dần', 'mão', 'thìn', 'tỵ', 'ngọ', 'mùi', 'thân', 'dậu', 'tuất', 'hợi'];

/** The year nearest to `near` with a name such as "ất tỵ" (lower case), or null where the pair is none of the sixty. */
export function yearNamed(stem: string, branch: string, near: number): number | null {
  const s = STEMS.indexOf(stem);
  const b = BRANCHES.indexOf(branch);
  if (s < 0 || b < 0 || (s - b) % 2 !== 0) return null;
  for (let d = 0; d <= 30; d++) {
    for (const year of [near + d, near - d]) if ((year - 4) % 10 === s && (year - 4) % 12 === b) return year;
  }
  return null;
}
