import type { OnDayOff } from '../dsl/policy/policy.ts';
import {
  MOST_LEFT_OUT,
  type Opening,
  type SeriesAct,
  type SeriesActType,
  type SeriesEnd,
  type SeriesRefusal,
  type SeriesStanding,
  type SeriesSuspension,
} from '../dsl/rules/index.ts';
import { type Day, dayOf } from '../dsl/time/day.ts';
import { recurrenceText } from './deadline-rules.ts';
import { formatDay, formatMoment } from './format.ts';
import { PARTY_NAMES } from './names.ts';

/* A recurring directive: what it opens, what ends it. */

/** “mở kỳ 24/04/2025 (hạn 24/04/2025)”. */
export function openingText({ day, due }: Opening): string {
  return `mở kỳ ${formatDay(day)} (hạn ${formatDay(due)})`;
}

/** What an operator reads of a series in Temporal's own pages (Markdown). */
export function seriesDetails({ opened, next, end, suspended }: SeriesStanding): string {
  const standing = suspended ? suspensionText(suspended) : 'Đang lặp lại';
  return [
    `**${end ? seriesEndText(end) : standing}**`,
    `- Đã mở tiếp ${opened} kỳ sau kỳ đầu`,
    `- Bước kế tiếp: ${next ? `${formatMoment(next.opensAt)}: ${openingText(next)}` : 'không có'}`,
  ].join('\n');
}

const RECURRENCE_EXAMPLE = 'ghi một định kỳ, ví dụ “ngày 10 hằng tháng”, “thứ Sáu hằng tuần”';

export const RECURRENCE_FAULTS = {
  several: (words: string) => `“${words}”: có nhiều định kỳ; ${RECURRENCE_EXAMPLE}`,
  none: (words: string) => `“${words}”: không đọc được định kỳ nào; ${RECURRENCE_EXAMPLE}`,
} as const;

/** Since when it recurs no more, by whom and why. */
export function seriesEndText({ at, why, by, reason }: SeriesEnd): string {
  if (why === 'rule') return `Đã hết kỳ theo quy định, ngày ${formatDay(dayOf(at))}`;
  const who = by === undefined ? '' : ` bởi ${PARTY_NAMES[by]}`;
  return `Đã thôi lặp lại từ ngày ${formatDay(dayOf(at))}${who}${reason === undefined ? '' : `: ${reason}`}`;
}

/** Since when it opens nothing, by whom and why. */
export function suspensionText({ at, by, reason }: SeriesSuspension): string {
  return `Đang tạm hoãn từ ngày ${formatDay(dayOf(at))} bởi ${PARTY_NAMES[by]}: ${reason}`;
}

export const SERIES_ACT_NAMES: Record<SeriesActType, string> = {
  suspend: 'tạm hoãn mở kỳ',
  resume: 'cho mở kỳ tiếp',
  reassign: 'giao đơn vị khác chủ trì các kỳ sau',
  'change-recurrence': 'đổi định kỳ của các kỳ sau',
  'change-policy': 'đổi quy tắc của các kỳ sau',
};

/** One act in a line of the series' history. */
export function seriesActText(act: SeriesAct): string {
  const { party, agency } = act.by;
  const name = `${SERIES_ACT_NAMES[act.type]} (${[PARTY_NAMES[party], ...(agency === undefined ? [] : [agency])].join(', ')})`;
  const what = (says: string) => `${name}: ${says}; ${act.reason ?? ''}`;
  switch (act.type) {
    case 'suspend':
      return `${name}: ${act.reason}`;
    case 'resume':
      return act.reason === undefined ? name : `${name}: ${act.reason}`;
    case 'reassign':
      return what(act.lead.map((l) => l.name).join(', '));
    case 'change-recurrence':
      return what(act.words);
    case 'change-policy':
      return what(act.policy.name);
  }
}

/** “Không mở 2 kỳ đến hạn trong lúc tạm hoãn: 24/04/2025, 24/05/2025”. */
export function leftOutText(occurrences: readonly { readonly due: Day }[]): string {
  const named = occurrences.slice(0, MOST_NAMED).map((o) => formatDay(o.due));
  const more = occurrences.length > MOST_NAMED ? ` và ${occurrences.length - MOST_NAMED} kỳ khác` : '';
  const least = occurrences.length < MOST_LEFT_OUT ? '' : 'ít nhất ';
  return `Không mở ${least}${occurrences.length} kỳ đến hạn trong lúc tạm hoãn: ${named.join(', ')}${more}`;
}

const MOST_NAMED = 12;

/** Why an act on a series was not taken, in one sentence to the person who tried it. */
export function seriesRefusalText(refusal: SeriesRefusal): string {
  switch (refusal.code) {
    case 'series-ended':
      return 'Nhiệm vụ định kỳ này đã thôi lặp lại.';
    case 'series-not-allowed':
      return `Chỉ văn phòng hoặc lãnh đạo giao việc được thao tác trên cả nhiệm vụ định kỳ; ${PARTY_NAMES[refusal.party]} không được.`;
    case 'series-no-reason':
      return 'Cần ghi rõ lý do.';
    case 'series-not-running':
      return 'Quy trình của nhiệm vụ định kỳ này không chạy: chạy lại dondoc up để mở lại, rồi thử lại.';
    case 'series-suspended':
      return `Nhiệm vụ định kỳ này đã tạm hoãn từ ngày ${formatDay(dayOf(refusal.since))}.`;
    case 'series-not-suspended':
      return 'Nhiệm vụ định kỳ này không bị tạm hoãn.';
    case 'series-no-lead':
      return 'Cần ghi tên đơn vị chủ trì mới.';
    case 'series-same-lead':
      return 'Các kỳ sau đã do đúng đơn vị này chủ trì.';
    case 'series-same-rule':
      return 'Các kỳ sau đã theo đúng định kỳ này.';
    case 'series-no-days':
      return 'Định kỳ này không còn ngày nào trong tương lai.';
    case 'series-same-policy':
      return 'Các kỳ sau đã theo đúng quy tắc này.';
  }
}

/** What a policy does with an occurrence on a day off. */
export const DAY_OFF_TEXTS: Record<OnDayOff, string> = {
  keep: 'giữ nguyên ngày',
  skip: 'bỏ kỳ đó',
  'next-working-day': 'chuyển sang ngày làm việc kế tiếp',
  'previous-working-day': 'chuyển về ngày làm việc liền trước',
};

/** Said of a directive that is to recur and never does; `due` is the first of the other days it names. */
export function barrenText(rules: readonly string[], why: 'days-off' | 'over', due: Day | null): string {
  const words = rules.map(recurrenceText).join('; ');
  const because =
    why === 'days-off'
      ? 'không có kỳ nào rơi vào ngày làm việc, mà quy tắc bỏ kỳ rơi vào ngày nghỉ'
      : 'không còn kỳ nào phải mở sau ngày ban hành';
  const instead = due === null ? 'theo dõi như nhiệm vụ không có hạn' : 'chỉ theo dõi các ngày khác đã nêu';
  return `định kỳ ${words}: ${because}; ${instead}`;
}

/** Said of a plan, which shows a recurring directive's first occurrences only. */
export const GOES_ON_TEXT =
  'nhiệm vụ định kỳ: bản xem trước có các kỳ đến hết năm của kỳ đầu (nhiều nhất 12); giao rồi thì các kỳ sau được mở tiếp đúng lịch';

/** Said of a rehearsal. */
export function openedText(id: string, opened: number, planned: number): string {
  return `${id} định kỳ: quy trình đã mở ${opened} kỳ, bản xem trước có ${planned} kỳ (đến hết năm của kỳ đầu, nhiều nhất 12).`;
}

/** Said when one is issued. */
export const LATER_TEXT = 'đã giao kỳ đầu, các kỳ sau được mở khi kỳ trước đến hạn';
