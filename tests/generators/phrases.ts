import { type Day, plusDays } from './days.ts';
import { limitCase, timedCase } from './limits.ts';
import { citation, noDeadlineCase, openCase } from './no-deadline.ts';
import { NOISES, scanned, withoutMarks } from './noise.ts';
import { PERIODS } from './periods.ts';
import type { PhraseCase } from './phrase-case.ts';
import { type Random, randomOf } from './random.ts';
import { holidayCase, rangeCase, startCase } from './ranges.ts';
import { recurringCase } from './recurrences.ts';
import { hoursCase, termCase } from './terms.ts';

/** Weighted as notices have them: dates, months and quarters make up most. */
const FAMILIES: readonly (readonly [number, (r: Random, anchor: Day) => PhraseCase])[] = [
  [16, (r, a) => limitCase(r, a, 'day')],
  [5, (r, a) => limitCase(r, a, 'day-without-year')],
  [14, (r, a) => limitCase(r, a, 'month')],
  [12, (r, a) => limitCase(r, a, 'quarter')],
  [3, (r, a) => limitCase(r, a, 'half')],
  [6, (r, a) => limitCase(r, a, 'year')],
  [4, (r, a) => limitCase(r, a, 'part-of-month')],
  [3, (r, a) => limitCase(r, a, 'week')],
  [1, (r, a) => limitCase(r, a, 'relative-day')],
  [1, (r, a) => limitCase(r, a, 'relative-month')],
  [5, timedCase],
  [6, (r, a) => termCase(r, a, 'calendar-term')],
  [5, (r, a) => termCase(r, a, 'working-term')],
  [1, hoursCase],
  [8, recurringCase],
  [4, rangeCase],
  [2, startCase],
  [1, holidayCase],
  [8, noDeadlineCase],
  [3, openCase],
];
const TOTAL = FAMILIES.reduce((sum, [weight]) => sum + weight, 0);

const TASKS = ['hoàn thành', 'báo cáo UBND tỉnh', 'trình cấp có thẩm quyền xem xét', 'gửi kết quả về Sở Tài chính'];
/** What goes on over a stretch of days. */
const WORK = ['tổ chức triển khai thực hiện', 'Giao Sở Xây dựng tập trung rà soát, hoàn thành', 'thực hiện thí điểm'];
const TAILS = [' để tổng hợp', ' để theo dõi, chỉ đạo', ' theo quy định', '', '', '', '.'];

/** The phrase in a sentence that changes nothing about it. */
function carried(r: Random, x: PhraseCase): PhraseCase {
  if (x.alone || x.family === 'no-deadline' || r.chance(0.4)) return x;
  if (x.family === 'range') return { ...x, text: `${r.pick(WORK)} ${x.text}${r.pick(TAILS)}` };
  const head = r.pick([
    '',
    `${r.pick(TASKS)} `,
    `Sở Nội vụ rà soát, ${r.pick(TASKS)} `,
    `Giao Công an tỉnh xây dựng phương án, ${r.pick(TASKS)} `,
    `Căn cứ ${citation(r, x.anchor)}, Sở Y tế ${r.pick(TASKS)} `,
  ]);
  // A label with its colon stands alone: "báo cáo thời hạn: …" is not written.
  const lead = /^(?:thời (?:hạn|gian)|hạn)/.test(x.text) ? '' : head;
  return { ...x, text: `${lead}${x.text}${r.pick(TAILS)}` };
}

/** Two limits in one sentence: both are told, the latest counts. */
function twofold(r: Random, anchor: Day): PhraseCase {
  const kinds = ['day', 'month', 'quarter'];
  const a = limitCase(r, anchor, r.pick(kinds));
  const b = limitCase(r, anchor, r.pick(kinds));
  const dues = [a.due ?? '', b.due ?? ''];
  return {
    family: 'two',
    text: `xây dựng dự thảo, xin ý kiến các sở, ngành ${a.text}; trình UBND tỉnh ban hành ${b.text}`,
    anchor,
    dues,
    due: dues[0] !== undefined && dues[0] > (dues[1] ?? '') ? dues[0] : (dues[1] ?? ''),
  };
}

/** One phrase with its answer; the same seed gives the same phrase. */
export function phraseOf(seed: number): PhraseCase & { readonly noise: string; readonly seed: number } {
  const r = randomOf(seed);
  const anchor = plusDays('2024-01-02', r.int(0, 900));
  const base = r.chance(0.04) ? twofold(r, anchor) : carried(r, family(r)(r, anchor));
  const special = r.int(0, 39);
  if (
    special === 0 &&
    /^by-(?:day|month|quarter)$|^before-(?:day|month|quarter)$/.test(base.family) &&
    /\d/.test(base.text)
  )
    return { ...base, text: withoutMarks(base.text), noise: 'without-marks', seed };
  if (special === 1 && /-day$/.test(base.family) && !base.text.includes('số'))
    return { ...base, text: scanned(r, base.text), noise: 'scanned', seed };
  const noise = r.chance(0.55) ? 'none' : r.pick(Object.keys(NOISES));
  return { ...base, text: NOISES[noise]?.(r, base.text) ?? base.text, noise, seed };
}

function family(r: Random): (r: Random, anchor: Day) => PhraseCase {
  let left = r.int(1, TOTAL);
  for (const [weight, make] of FAMILIES) {
    left -= weight;
    if (left <= 0) return make;
  }
  return timedCase;
}

export const PERIOD_KINDS = Object.keys(PERIODS);
