import type { Opening, SeriesEnd, SeriesRefusal, SeriesStanding } from '../dsl/engine/index.ts';
import type { OnDayOff } from '../dsl/policy/policy.ts';
import { dayOf } from '../dsl/time/day.ts';
import { formatDay, formatMoment } from './format.ts';
import { PARTY_NAMES } from './names.ts';

/* A recurring directive: what it opens, what ends it. */

/** “mở kỳ 24/04/2025 (hạn 24/04/2025)”. */
export function openingText({ day, due }: Opening): string {
  return `mở kỳ ${formatDay(day)} (hạn ${formatDay(due)})`;
}

/** What an operator reads of a series in the engine's own pages (Markdown). */
export function seriesDetails({ opened, next, end }: SeriesStanding): string {
  return [
    end ? `**${seriesEndText(end)}**` : '**Đang lặp lại**',
    `- Đã mở tiếp ${opened} kỳ sau kỳ đầu`,
    `- Bước kế tiếp: ${next ? `${formatMoment(next.opensAt)}: ${openingText(next)}` : 'không có'}`,
  ].join('\n');
}

export function seriesEndText({ at, why, by, reason }: SeriesEnd): string {
  if (why === 'rule') return `Đã hết kỳ theo quy định, ngày ${formatDay(dayOf(at))}`;
  const who = by === undefined ? '' : ` bởi ${PARTY_NAMES[by]}`;
  return `Đã thôi lặp lại từ ngày ${formatDay(dayOf(at))}${who}${reason === undefined ? '' : `: ${reason}`}`;
}

export function seriesRefusalText(refusal: SeriesRefusal): string {
  switch (refusal.code) {
    case 'series-ended':
      return 'Nhiệm vụ định kỳ này đã thôi lặp lại.';
    case 'series-not-allowed':
      return `Chỉ văn phòng hoặc lãnh đạo giao việc được cho thôi lặp lại; ${PARTY_NAMES[refusal.party]} không được.`;
    case 'series-no-reason':
      return 'Cần ghi rõ lý do.';
  }
}

/** What a policy does with an occurrence on a day off. */
export const DAY_OFF_TEXTS: Record<OnDayOff, string> = {
  keep: 'giữ nguyên ngày',
  skip: 'bỏ kỳ đó',
  'next-working-day': 'chuyển sang ngày làm việc kế tiếp',
  'previous-working-day': 'chuyển về ngày làm việc liền trước',
};

/** Said of a plan, which shows a recurring directive's first occurrences only. */
export const GOES_ON_TEXT =
  'nhiệm vụ định kỳ: bản xem trước có các kỳ đến hết năm của kỳ đầu (nhiều nhất 12); giao rồi thì các kỳ sau được mở tiếp đúng lịch';

/** Said when one is issued. */
export const LATER_TEXT = 'đã giao kỳ đầu, các kỳ sau được mở khi kỳ trước đến hạn';
