import { type Day, plusDays } from './days.ts';
import { twoDigits } from './numerals.ts';
import { dayWords, PERIODS, type Period } from './periods.ts';
import type { PhraseCase } from './phrase-case.ts';
import type { Random } from './random.ts';

/** Said of a day or of a period: the day before its first. */
const BEFORE = ['trước', 'trước', 'chậm nhất trước', 'xong trước'];
/** Said of a day: that day. */
const BY_DAY = [
  'đến',
  'đến hết',
  'chậm nhất',
  'chậm nhất là',
  'chậm nhất vào',
  'muộn nhất',
  'muộn nhất là',
  'không quá',
  'không muộn hơn',
  'không chậm hơn',
  'hạn chót',
  'hạn chót là',
  'hạn cuối',
  'thời hạn:',
  'thời hạn hoàn thành:',
  'trong',
  'ngay trong',
  'hết',
  'vào',
];
/** Said of a month, a quarter, a year: its last day. */
const BY_PERIOD = [
  'trong',
  'trong',
  'trong',
  'ngay trong',
  'nội trong',
  'đến',
  'đến hết',
  'hết',
  'chậm nhất',
  'chậm nhất trong',
  'chậm nhất đến',
  'chậm nhất đến hết',
  'chậm nhất là',
  'muộn nhất trong',
  'thời hạn:',
  'thời gian hoàn thành:',
  'trước khi kết thúc',
  'trước khi hết',
];
/** Said of what is near and has a name of its own: today, next week, the last ten days of March. */
const PLAIN = ['trong', 'ngay trong', 'chậm nhất', 'chậm nhất là', 'chậm nhất trong', 'xong trong', ''];

function operatorsFor(kind: string, period: Period): readonly string[] {
  if (kind === 'relative-day') return ['trong', 'ngay trong', 'chậm nhất', 'chậm nhất là', 'xong trong', 'hết'];
  if (period.words.startsWith('cuối ')) return ['', 'vào', 'đến', 'chậm nhất', 'chậm nhất vào', 'chậm nhất đến'];
  if (kind === 'week' && period.grain === 'day')
    return ['vào', 'chậm nhất', 'chậm nhất là', 'chậm nhất vào', 'đến hết'];
  if (kind === 'week' || kind === 'part-of-month' || kind === 'half') return PLAIN;
  // "đến năm 2030" opens a target rather than a limit.
  if (kind === 'year') return BY_PERIOD.filter((operator) => operator !== 'đến');
  if (period.grain === 'period') return BY_PERIOD;
  // "trong 15/3/2025", "hết 15/3" want the word "ngày"; "thứ Sáu ngày …" does not take "hết".
  if (/^\d/.test(period.words)) return ['chậm nhất', 'chậm nhất là', 'hạn chót', 'hạn cuối'];
  return /^(?:thứ|Chủ)/.test(period.words) ? ['vào', 'chậm nhất', 'chậm nhất là', 'đến hết'] : BY_DAY;
}

/** Operator × period. */
export function limitCase(r: Random, anchor: Day, kind: string): PhraseCase {
  const make = PERIODS[kind];
  if (!make) throw new RangeError(`no such period: ${kind}`);
  const period = make(r, anchor);
  if (!period.endOnly && r.chance(0.35))
    return {
      family: `before-${kind}`,
      text: `${r.pick(BEFORE)} ${period.words}`,
      anchor,
      due: plusDays(period.first, -1),
    };
  const operator = r.pick(operatorsFor(kind, period));
  return {
    family: `by-${kind}`,
    text: `${operator} ${period.words}`.trim(),
    anchor,
    due: period.last,
    ...(operator === '' ? { alone: true as const } : {}),
  };
}

/** A time of a day. Midnight that opens a day leaves the day before it. */
export function timedCase(r: Random, anchor: Day): PhraseCase {
  const d = plusDays(anchor, r.int(1, 400));
  const words = `ngày ${dayWords(r, d)}`;
  if (r.chance(0.1)) return { family: 'time', text: `trước 0 giờ ${words}`, anchor, due: plusDays(d, -1) };
  const hour = r.int(7, 22);
  const minute = r.pick([0, 0, 15, 30, 45]);
  const clock =
    minute === 0
      ? r.pick([`${hour}h00`, `${hour} giờ`, `${hour} giờ 00`, `${hour}h`, `${hour}:00`, `${hour}g00`])
      : r.pick([`${hour}h${minute}`, `${hour} giờ ${minute}`, `${hour} giờ ${minute} phút`, `${hour}:${minute}`]);
  const operator = r.pick(['trước', 'trước', 'chậm nhất', 'chậm nhất là', 'đến']);
  return {
    family: 'time',
    text: `${operator} ${clock}${r.pick([' ', ', '])}${words}`,
    anchor,
    due: d,
    time: `${twoDigits(hour)}:${twoDigits(minute)}`,
  };
}
