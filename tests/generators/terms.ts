import { type Day, plusDays, plusMonths, plusWorkingDays } from './days.ts';
import { count } from './numerals.ts';
import { dayWords } from './periods.ts';
import type { PhraseCase } from './phrase-case.ts';
import type { Random } from './random.ts';

const HEADS = ['trong', 'trong vòng', 'trong thời hạn', 'trong thời gian', 'không quá', 'chậm nhất sau', 'tối đa'];
const FROM_THE_NOTICE = [
  'kể từ ngày ký',
  'kể từ ngày ký ban hành',
  'kể từ ngày ban hành',
  'kể từ ngày ban hành Thông báo này',
  'kể từ ngày ký Kế hoạch này',
  'kể từ ngày nhận được văn bản',
  'kể từ ngày nhận được Thông báo này',
  'tính từ ngày ký',
];

interface Unit {
  readonly words: string;
  readonly most: number;
  readonly end: (from: Day, n: number) => Day;
}

const UNITS: readonly Unit[] = [
  { words: 'ngày', most: 60, end: plusDays },
  { words: 'ngày', most: 30, end: plusDays },
  { words: 'tuần', most: 8, end: (d, n) => plusDays(d, 7 * n) },
  { words: 'tháng', most: 12, end: plusMonths },
];
const WORKING: Unit = { words: 'ngày làm việc', most: 30, end: plusWorkingDays };

/** Length × start; the first day is not counted. */
export function termCase(r: Random, anchor: Day, family: 'calendar-term' | 'working-term'): PhraseCase {
  const unit = family === 'working-term' ? WORKING : r.pick(UNITS);
  const n = r.int(1, unit.most);
  const length = `${r.pick(HEADS)} ${count(r, n)} ${unit.words}`;
  const form = r.int(0, 9);
  if (form < 2) {
    const start = plusDays(anchor, r.int(0, 60));
    return { family, text: `${length} kể từ ngày ${dayWords(r, start)}`, anchor, due: unit.end(start, n) };
  }
  if (form < 4) return { family, text: length, anchor, due: unit.end(anchor, n), alone: true };
  return { family, text: `${length} ${r.pick(FROM_THE_NOTICE)}`, anchor, due: unit.end(anchor, n) };
}

export function hoursCase(r: Random, anchor: Day): PhraseCase {
  const [hours, days] = r.pick([
    [24, 1],
    [48, 2],
    [72, 3],
  ] as const);
  const tail = r.pick(['', ' kể từ khi nhận được văn bản', ' kể từ khi nhận được Công điện này']);
  return {
    family: 'hours-term',
    text: `${r.pick(['trong', 'trong vòng', 'không quá'])} ${hours} ${r.pick(['giờ', 'giờ', 'giờ đồng hồ'])}${tail}`,
    anchor,
    due: plusDays(anchor, days),
    ...(tail === '' ? { alone: true as const } : {}),
  };
}
