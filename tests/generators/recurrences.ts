import { type Day, firstFrom, isWorked, lastOfMonth, parts, plusDays, weekdayOf } from './days.ts';
import { twoDigits, WEEKDAYS } from './numerals.ts';
import type { PhraseCase } from './phrase-case.ts';
import type { Random } from './random.ts';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const BY = ['ngày', 'vào ngày', 'chậm nhất ngày', 'chậm nhất là ngày', 'đến ngày'];

/** A day of the month, of each month or of each quarter's last. */
function monthly(r: Random, anchor: Day): PhraseCase {
  const before = r.chance(0.5);
  const written = r.int(before ? 2 : 1, 28);
  const last = before ? written - 1 : written;
  const head = `${before ? 'trước ngày' : r.pick(BY)} ${r.pick([twoDigits(written), String(written)])}`;
  if (r.chance(0.35)) {
    const [words, months] = r.pick([
      ['tháng cuối quý', [3, 6, 9, 12]],
      ['của tháng cuối quý', [3, 6, 9, 12]],
      ['của tháng cuối mỗi quý', [3, 6, 9, 12]],
      ['của tháng đầu quý sau', [1, 4, 7, 10]],
      ['tháng đầu tiên của quý sau', [1, 4, 7, 10]],
    ] as const);
    return {
      family: 'recurring-quarter',
      text: r.chance(0.3) ? `hằng quý (${head} ${words})` : `${head} ${words}`,
      anchor,
      due: firstFrom(anchor, (d) => parts(d).date === last && (months as readonly number[]).includes(parts(d).month)),
      recurrence: `FREQ=MONTHLY;BYMONTH=${months.join(',')};BYMONTHDAY=${last}`,
    };
  }
  const every = r.pick(['hằng tháng', 'hàng tháng', 'mỗi tháng', 'của tháng tiếp theo', 'của mỗi tháng']);
  // "của tháng tiếp theo" alone says which month, not that it comes again.
  const text = every.includes('tiếp theo')
    ? `hằng tháng, ${head} ${every}`
    : r.pick([`${head} ${every}`, `${head} ${every}`, `định kỳ ${head} ${every}`, `định kỳ hằng tháng (${head})`]);
  return {
    family: 'recurring-month',
    text,
    anchor,
    due: firstFrom(
      anchor,
      // This month's report is due on a day of the next.
      (d) => parts(d).date === last && (!every.includes('tiếp theo') || parts(d).month !== parts(anchor).month),
    ),
    recurrence: `FREQ=MONTHLY;BYMONTHDAY=${last}`,
  };
}

function weekly(r: Random, anchor: Day): PhraseCase {
  const n = r.int(2, 7);
  const before = r.chance(0.3);
  const last = before ? n - 1 : n;
  const name = `${before ? 'trước' : r.pick(['vào', 'chậm nhất', 'chậm nhất vào'])} ${WEEKDAYS[n - 1] ?? ''}`;
  return {
    family: 'recurring-week',
    text: `${r.pick(['', 'định kỳ '])}${name} ${r.pick(['hằng tuần', 'hàng tuần', 'mỗi tuần'])}`,
    anchor,
    due: firstFrom(anchor, (d) => weekdayOf(d) === last),
    recurrence: `FREQ=WEEKLY;BYDAY=${CODES[last - 1] ?? ''}`,
  };
}

function yearly(r: Random, anchor: Day): PhraseCase {
  const before = r.chance(0.6);
  const month = r.int(1, 12);
  const written = r.int(2, 28);
  const last = before ? written - 1 : written;
  const date = r.pick([
    `${written}/${month}`,
    `${twoDigits(written)}/${twoDigits(month)}`,
    `${written} tháng ${month}`,
  ]);
  return {
    family: 'recurring-year',
    text: `${before ? 'trước' : r.pick(['chậm nhất', 'vào', 'chậm nhất là'])} ngày ${date} ${r.pick(['hằng năm', 'hàng năm', 'mỗi năm'])}`,
    anchor,
    due: firstFrom(anchor, (d) => parts(d).date === last && parts(d).month === month),
    recurrence: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${last}`,
  };
}

/** No day named: the last day of each period. How the rule writes that is left open. */
function bare(r: Random, anchor: Day): PhraseCase {
  const word = r.pick(['hằng', 'hàng']);
  const head = r.pick(['', 'định kỳ ']);
  const monthEnd = (d: Day): boolean => parts(d).date === lastOfMonth(parts(d).year, parts(d).month);
  const [unit, ends] = r.pick<readonly [string, (d: Day) => boolean]>([
    ['tháng', monthEnd],
    ['quý', (d) => monthEnd(d) && parts(d).month % 3 === 0],
    ['tuần', (d) => weekdayOf(d) === 7],
    ['năm', (d) => monthEnd(d) && parts(d).month === 12],
  ]);
  return {
    family: 'recurring-bare',
    text: `${head}${word} ${unit}`,
    anchor,
    due: firstFrom(anchor, ends),
    alone: true,
  };
}

function daily(r: Random, anchor: Day): PhraseCase {
  const hour = r.int(8, 18);
  const clock = r.pick([`${hour}h00`, `${hour} giờ`, `${hour} giờ 00`]);
  return {
    family: 'recurring-day',
    text: `${r.pick(['trước', 'chậm nhất'])} ${clock} ${r.pick(['hằng ngày', 'hàng ngày', 'mỗi ngày'])}`,
    anchor,
    due: anchor,
    time: `${twoDigits(hour)}:00`,
    recurrence: 'FREQ=DAILY',
  };
}

/** The last day of work of each month has its own rule. */
function lastWorkingDay(r: Random, anchor: Day): PhraseCase {
  const end = (d: Day): Day => {
    let at = `${d.slice(0, 8)}${twoDigits(lastOfMonth(parts(d).year, parts(d).month))}`;
    while (!isWorked(at)) at = plusDays(at, -1);
    return at;
  };
  return {
    family: 'recurring-month',
    text: `${r.pick(['', 'vào ', 'chậm nhất '])}ngày làm việc cuối cùng ${r.pick(['hằng tháng', 'của tháng', 'hàng tháng'])}`.replace(
      'của tháng',
      'của mỗi tháng',
    ),
    anchor,
    due: firstFrom(anchor, (d) => d === end(d)),
    recurrence: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  };
}

export function recurringCase(r: Random, anchor: Day): PhraseCase {
  return r.pick([monthly, monthly, monthly, weekly, yearly, bare, daily, lastWorkingDay])(r, anchor);
}
