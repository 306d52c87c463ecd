import type { AtomRule } from '../deadline/atom.ts';
import type { LimitRule, OtherRule, RuleId } from '../deadline/rules.ts';

/** What the preposition makes of the days. */
const LIMITS: Record<LimitRule, string> = {
  before: '“trước” không tính mốc được nêu: hạn là ngày liền trước',
  by: '“đến”, “chậm nhất”, “hạn” tính cả mốc được nêu: hạn là ngày cuối của mốc',
  within: '“trong” tính đến hết khoảng được nêu: hạn là ngày cuối của khoảng',
  bare: 'chỉ nêu mốc, hiểu là phải xong trong mốc đó: hạn là ngày cuối của mốc',
  range: '“từ … đến …”, hoặc nhiều mốc nối nhau: hạn là ngày cuối của mốc sau cùng',
  from: '“từ” là thời điểm bắt đầu, không phải hạn',
  after: '“sau” là thời điểm bắt đầu, tính từ ngày liền sau mốc, không phải hạn',
  'before-end': '“trước khi kết thúc”, “trước khi hết”: hạn là ngày cuối của khoảng được nêu',
};

/** What the days themselves are. */
const ATOMS: Record<Exclude<AtomRule, 'impossible-date'>, string> = {
  date: 'ngày ghi đủ năm',
  'date-no-year': 'không ghi năm: lấy ngày gần nhất kể từ ngày ban hành',
  'day-of-month': 'không ghi tháng: lấy ngày gần nhất kể từ ngày ban hành',
  weekday: 'thứ trong tuần, tuần từ thứ Hai đến Chủ nhật',
  'relative-day': 'tính từ ngày ban hành',
  week: 'tuần từ thứ Hai đến Chủ nhật, tính từ tuần ban hành',
  month: 'tháng, tính đến ngày cuối tháng',
  quarter: 'quý, tính đến ngày cuối quý',
  'part-year': 'một phần của năm',
  year: 'năm, tính đến 31/12',
  years: 'nhiều năm, tính đến 31/12 của năm cuối',
  'school-year': 'năm học: mốc không rõ ngày, lấy 31/5',
  'part-of-month': 'một phần của tháng (thượng tuần đến ngày 10, trung tuần đến ngày 20, hạ tuần đến cuối tháng)',
  'part-of-quarter': 'một phần của quý',
  'part-of-week': 'một phần của tuần: mốc không rõ ngày',
  lunar: 'ngày âm lịch đổi sang dương lịch',
  holiday: 'ngày lễ, Tết',
};

const OTHERS: Record<OtherRule, string> = {
  'before-clock': '“trước” một giờ trong ngày: hạn là chính ngày đó, đến giờ được nêu',
  'by-clock': 'đến giờ được nêu của ngày đó',
  'before-midnight': 'trước 0 giờ: hạn là hết ngày liền trước; trước 24 giờ: hết chính ngày đó',
  'by-midnight': 'đến 0 giờ: hạn là hết ngày liền trước; đến 24 giờ: hết chính ngày đó',
  'days-before': 'đếm lùi từ mốc được nêu, không tính ngày mốc',
  duration: 'đếm từ ngày bắt đầu, không tính ngày đầu; tháng thiếu ngày thì lấy ngày cuối tháng',
  'duration-working-days': 'đếm ngày làm việc theo lịch công chức, không tính ngày đầu, ngày nghỉ và ngày lễ',
  'duration-hours': 'đếm giờ từ ngày ban hành, đủ 24 giờ là một ngày',
  'duration-of-event': 'tính theo một sự kiện chưa rõ ngày: chưa có hạn',
  'duration-unsure': 'không nêu đếm từ ngày nào: chưa có hạn; ngày gợi ý đếm từ ngày ban hành',
  'recurring-daily': 'lặp lại hằng ngày',
  'recurring-weekly': 'lặp lại hằng tuần; không nêu thứ thì lấy Chủ nhật',
  'recurring-monthly':
    'lặp lại hằng tháng; không nêu ngày thì lấy ngày cuối tháng; “trước ngày N” là ngày N−1; tháng không có ngày ấy thì lấy ngày cuối tháng',
  'recurring-quarterly': 'lặp lại hằng quý; không nêu ngày thì lấy ngày cuối quý; “trước ngày N” là ngày N−1',
  'recurring-half-yearly': 'lặp lại sáu tháng một kỳ, cuối tháng 6 và cuối tháng 12',
  'recurring-yearly': 'lặp lại hằng năm; không nêu ngày thì lấy 31/12; “trước ngày N” là ngày N−1',
  'recurring-interval': 'lặp lại cách quãng, kỳ đầu đếm từ ngày ban hành',
  'recurring-unsaid': 'lặp lại nhưng không nêu kỳ: chưa có hạn',
  'recurring-window': 'lặp lại trong khoảng thời gian được nêu',
  event: 'trước một sự kiện chưa rõ ngày: chưa có hạn',
  session: 'tại một kỳ họp: hạn là ngày cuối của mốc họp nếu có nêu, nếu không thì chưa có hạn',
  trigger: 'sau một sự kiện chưa rõ ngày: chưa có hạn',
  'on-schedule': 'theo tiến độ, lộ trình nêu ở văn bản khác: chưa có hạn',
  continuous: 'làm thường xuyên, không có hạn',
  urgent: 'lời thúc giục, không có mốc ngày',
  'left-open': 'ngày còn để trống trong văn bản: chưa có hạn, cần hỏi lại',
  'impossible-date': 'ngày được ghi không có trong lịch: cần hỏi lại; ngày gợi ý là ngày gần nhất có thật',
};

const isOther = (rule: string): rule is OtherRule => rule in OTHERS;
const isLimit = (rule: string): rule is LimitRule => rule in LIMITS;
const isAtom = (rule: string): rule is Exclude<AtomRule, 'impossible-date'> => rule in ATOMS;

/** How a date was read, in words. An id that is not known is given back as it is. */
export function deadlineRuleText(rule: RuleId | string): string {
  if (isOther(rule)) return OTHERS[rule];
  const limit = Object.keys(LIMITS)
    .filter((l) => rule.startsWith(`${l}-`))
    .sort((a, b) => b.length - a.length)[0];
  const atom = limit === undefined ? '' : rule.slice(limit.length + 1);
  return limit !== undefined && isLimit(limit) && isAtom(atom) ? `${LIMITS[limit]} (${ATOMS[atom]})` : rule;
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  MO: 'thứ Hai',
  TU: 'thứ Ba',
  WE: 'thứ Tư',
  TH: 'thứ Năm',
  FR: 'thứ Sáu',
  SA: 'thứ Bảy',
  SU: 'Chủ nhật',
};

const EVERY: Readonly<Record<string, string>> = {
  DAILY: 'ngày',
  WEEKLY: 'tuần',
  MONTHLY: 'tháng',
  YEARLY: 'năm',
};

/** An RRULE in words: `FREQ=MONTHLY;BYMONTHDAY=24` is “ngày 24 hằng tháng”. */
export function recurrenceText(rrule: string): string {
  const parts = new Map(rrule.split(';').map((p) => p.split('=', 2) as [string, string]));
  const unit = EVERY[parts.get('FREQ') ?? ''] ?? '';
  const interval = parts.get('INTERVAL');
  const months = parts.get('BYMONTH');
  const of = months
    ? `các tháng ${months.replaceAll(',', ', ')} hằng năm`
    : interval
      ? `${interval} ${unit} một lần`
      : `hằng ${unit}`;
  return [dayText(parts), of, untilText(parts.get('UNTIL'))].filter((t) => t !== '').join(' ');
}

function dayText(parts: ReadonlyMap<string, string>): string {
  const position = parts.get('BYSETPOS');
  const clamped = position ? parts.get('BYMONTHDAY') : undefined;
  if (clamped) return clampedText(clamped, position ?? '');
  if (position) return position === '1' ? 'ngày làm việc đầu tiên' : 'ngày làm việc cuối cùng';
  const dates = parts.get('BYMONTHDAY');
  if (dates)
    return dates
      .split(',')
      .map((d) =>
        d === '-1' ? 'ngày cuối tháng' : Number(d) < 0 ? `ngày thứ ${-Number(d)} từ cuối tháng` : `ngày ${d}`,
      )
      .join(', ');
  const days = parts.get('BYDAY');
  if (!days) return '';
  return days.split(',').map(weekdayText).join(', ');
}

/** `BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1`: the 15th, and the 30th or the last day of a shorter month. */
function clampedText(dates: string, position: string): string {
  const days = dates.split(',');
  const single = days.slice(0, position.split(',').length - 1).map((d) => `ngày ${d}`);
  return [...single, `ngày ${days.at(-1)} (tháng thiếu: ngày cuối tháng)`].join(', ');
}

function weekdayText(day: string): string {
  const nth = day.slice(0, -2);
  const name = WEEKDAYS[day.slice(-2)] ?? day;
  return nth === '' ? name : `${name} ${nth === '1' ? 'đầu tiên' : 'cuối cùng'}`;
}

function untilText(until: string | undefined): string {
  return until ? `đến ${until.slice(6, 8)}/${until.slice(4, 6)}/${until.slice(0, 4)}` : '';
}
