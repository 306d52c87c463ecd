import type { ClockTime } from '../dsl/time/day.ts';
import { wordNumeral } from './numeral.ts';
import { at, attached, type Parse, skipWord, wordsAt } from './parse.ts';
import { is, width } from './token.ts';

/** A time of day. `edge`: midnight at the start or the end of the day, which names a day and no time. */
export interface Clock {
  readonly end: number;
  readonly time: ClockTime | null;
  readonly edge: 'start' | 'end' | null;
  /** "buổi sáng", "cuối giờ chiều": the time is what offices keep, not what is written. */
  readonly loose?: true;
}

const NOON = 12 * 60;
const MIDNIGHT = 24 * 60;
/** Offices close at 17:00 (half past eleven to noon for the morning, which the rules of the phrases put at 12:00). */
const END_OF_MORNING = 12 * 60;
const END_OF_WORK = 17 * 60;
const END_OF_EVENING = 22 * 60;

/** "17h00", "16h30", "17 giờ", "11 giờ 30 phút", "17:00", "10 giờ sáng", "buổi sáng", "cuối giờ chiều", "hết giờ làm việc". */
export function clockAt(p: Parse, i: number): Clock | null {
  const k = skipWord(p, skipWord(p, i, 'lúc'), 'khoảng');
  return exact(p, k) ?? loose(p, k);
}

function exact(p: Parse, i: number): Clock | null {
  const t = at(p, i);
  if (t.kind === 'clock') {
    // "17h30", and "17h 30" or "17h30 phút" where the minutes stand apart.
    const apart =
      t.ocr === 0 &&
      at(p, i + 1).kind === '#' &&
      width(at(p, i + 1)) === 2 &&
      at(p, i + 1).value < 60 &&
      !dateFollows(p, i + 1);
    const minutes = apart ? t.value + at(p, i + 1).value : t.value;
    return ofDay(p, skipWord(p, apart ? i + 2 : i + 1, 'phút', "'", '’', '′'), minutes);
  }
  if (
    t.kind === '#' &&
    width(t) <= 2 &&
    at(p, i + 1).kind === ':' &&
    attached(p, i + 1) &&
    attached(p, i + 2) &&
    at(p, i + 2).kind === '#' &&
    width(at(p, i + 2)) === 2
  ) {
    const end = at(p, i + 3).kind === ':' && attached(p, i + 3) && at(p, i + 4).kind === '#' ? i + 5 : i + 3;
    return ofDay(p, end, t.value * 60 + at(p, i + 2).value);
  }
  const hour =
    t.kind === '#' ? (width(t) <= 2 && t.value >= 0 ? { value: t.value, end: i + 1 } : null) : wordNumeral(p, i);
  if (!hour || !is(at(p, hour.end), 'giờ')) return null;
  let end = hour.end + 1;
  let minutes = hour.value * 60;
  const m = at(p, end);
  if (m.kind === '#' && width(m) <= 2 && m.value < 60 && (is(at(p, end + 1), 'phút') || !dateFollows(p, end))) {
    minutes += m.value;
    end = skipWord(p, end + 1, 'phút');
  } else if (wordsAt(p, end, 'rưỡi')) {
    minutes += 30;
    end++;
  }
  return ofDay(p, end, minutes);
}

function dateFollows(p: Parse, i: number): boolean {
  const next = at(p, i + 1);
  return next.kind === '/' || next.kind === '-' || next.kind === '.' || is(next, 'tháng');
}

/** Adds "sáng", "chiều", "tối" and turns minutes of the day into a time. */
function ofDay(p: Parse, i: number, minutes: number): Clock | null {
  if (minutes > MIDNIGHT) return null;
  let m = minutes;
  let end = i;
  if (wordsAt(p, i, 'sáng') || wordsAt(p, i, 'trưa')) end++;
  else if (wordsAt(p, i, 'chiều') || wordsAt(p, i, 'tối')) {
    end++;
    if (m < NOON) m += NOON;
  } else if (wordsAt(p, i, 'đêm')) {
    end++;
    if (m === NOON) m = MIDNIGHT;
    else if (m > 6 * 60 && m < NOON) m += NOON;
  }
  if (m === 0) return { end, time: null, edge: 'start' };
  if (m === MIDNIGHT) return { end, time: null, edge: 'end' };
  return { end, time: formatted(m), edge: null };
}

function formatted(minutes: number): ClockTime {
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60;
  return `${hour < 10 ? '0' : ''}${hour}:${minute < 10 ? '0' : ''}${minute}`;
}

const PARTS: readonly (readonly [readonly string[], number])[] = [
  [['cuối', 'giờ', 'sáng'], END_OF_MORNING],
  [['cuối', 'giờ', 'chiều'], END_OF_WORK],
  [['cuối', 'buổi', 'sáng'], END_OF_MORNING],
  [['cuối', 'buổi', 'chiều'], END_OF_WORK],
  [['cuối', 'giờ', 'làm', 'việc'], END_OF_WORK],
  [['cuối', 'giờ', 'hành', 'chính'], END_OF_WORK],
  [['hết', 'giờ', 'làm', 'việc'], END_OF_WORK],
  [['hết', 'giờ', 'hành', 'chính'], END_OF_WORK],
  [['giờ', 'hành', 'chính'], END_OF_WORK],
  [['giờ', 'làm', 'việc'], END_OF_WORK],
  [['cuối', 'giờ'], END_OF_WORK],
  [['hết', 'buổi', 'sáng'], END_OF_MORNING],
  [['hết', 'buổi', 'chiều'], END_OF_WORK],
  [['buổi', 'sáng'], END_OF_MORNING],
  [['buổi', 'trưa'], END_OF_MORNING],
  [['buổi', 'chiều'], END_OF_WORK],
  [['buổi', 'tối'], END_OF_EVENING],
  [['sáng'], END_OF_MORNING],
  [['trưa'], END_OF_MORNING],
  [['chiều'], END_OF_WORK],
  [['tối'], END_OF_EVENING],
];

/** A part of the day; only where a day follows does it tell a time ("sáng ngày 12/3", "chiều nay"). */
function loose(p: Parse, i: number): Clock | null {
  for (const [sequence, minutes] of PARTS) {
    if (wordsAt(p, i, ...sequence))
      return { end: i + sequence.length, time: formatted(minutes), edge: null, loose: true };
  }
  return null;
}
