import type { Deadline } from '../../deadline/index.ts';
import type { DraftDirective, Name } from '../../notices/index.ts';
import { doubtsOf } from '../../office/review/threshold.ts';
import type { Review, ReviewedNotice } from '../../office/review/types.ts';
import { formatDay, formatDayLong } from '../../texts/format.ts';
import { unreadReasons, unreadTexts } from '../../texts/notice-warnings.ts';
import { PARENT_LINES } from '../../texts/parents.ts';
import { changeText, changeValue } from '../../texts/review/index.ts';
import { tableOf } from '../table.ts';
import { differencesOf } from './json.ts';

/** A notice as a table for people, and under it what was dropped. */
export function noticeTable(notice: ReviewedNotice): string {
  const { review } = notice;
  const dropped = review.changes
    .filter((c) => c.field === 'drop')
    .map((c) => `Đã bỏ ${c.directive}: “${changeValue('drop', c.was)}”`);
  const table =
    notice.directives.length === 0
      ? 'Không thấy nhiệm vụ nào.'
      : tableOf(
          HEAD,
          notice.directives.map((d) => rowOf(d, review)),
          WIDTHS,
        );
  const remarks = notice.warnings.map((w) => `Lưu ý: ${w}`);
  return `${[headOf(notice), ...remarks, table, ...dropped, ...unreadLines(notice)].join('\n')}\n`;
}

/** What looks like an order and was not read: its first words and why. */
function unreadLines({ unread }: ReviewedNotice): string[] {
  if (unread.length === 0) return [];
  const lines = unread.map((u) => {
    const words = u.text.replace(/[\s|*]+/g, ' ').trim();
    const shown = words.length > UNREAD_SHOWN ? `${words.slice(0, UNREAD_SHOWN)}…` : words;
    return `  “${shown}” ${unreadReasons[u.why]}`;
  });
  return [unreadTexts.head(unread.length), ...lines];
}

function headOf(notice: ReviewedNotice): string {
  const number = notice.number ?? 'không có số, ký hiệu';
  const issued = notice.issued
    ? formatDayLong(notice.issued)
    : notice.anchor
      ? `không ghi ngày ban hành, tính từ ${formatDay(notice.anchor)}`
      : 'không ghi ngày';
  return [number, issued, notice.issuer, notice.signer && `ký: ${notice.signer}`, notice.urgency?.toUpperCase()]
    .filter(Boolean)
    .join(' · ');
}

const HEAD = ['Mã', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Tin cậy', 'Cần xem lại'];
/** Characters shown of a passage that was not read. */
const UNREAD_SHOWN = 110;
const WIDTHS = [10, 28, 26, 34, 9, 36];

function rowOf(d: DraftDirective, review: Review): string[] {
  return [
    d.id,
    namesText(d.lead) || '?',
    namesText(d.cooperating),
    shown(d.deadlines).map(deadlineText).join('\n') || 'không có hạn',
    sureText(d, review),
    [...differencesText(d, review), ...d.warnings].join('\n'),
  ];
}

function namesText(names: readonly Name[]): string {
  const agency = ({ agency, members }: Name) =>
    agency === undefined ? '' : ` [${members === undefined ? agency : PARENT_LINES.members(members)}]`;
  return names.map((n) => `${n.name}${agency(n)}`).join('\n');
}

/** How sure the reading is; who must confirm, or has. */
function sureText(d: DraftDirective, { confirmed }: Review): string {
  const percent = `${Math.round(d.confidence * 100)} %`;
  if (confirmed.includes(d.id)) return `${percent}\nđã xác nhận`;
  return doubtsOf(d).length > 0 ? `${percent}\ncần xác nhận` : percent;
}

function differencesText(d: DraftDirective, { changes }: Review): string[] {
  const own = differencesOf(changes).filter((c) => c.directive === d.id);
  return own.map((c) => (c.field === 'add' ? 'Đã thêm nhiệm vụ này.' : `Đã sửa ${changeText(c.field, c.was, c.is)}`));
}

/** "Khẩn trương" says nothing more where a date stands. */
function shown(deadlines: readonly Deadline[]): Deadline[] {
  const dated = deadlines.filter((d) => d.kind !== 'urgent');
  return dated.length > 0 ? dated : [...deadlines];
}

/** The date beside the words it was read from. */
function deadlineText(d: Deadline): string {
  const day = d.due === null ? null : `${d.dueTime ? `${d.dueTime} ` : ''}${formatDay(d.due)}`;
  const first = d.recurrence && day ? `định kỳ, lần đầu ${day}` : day;
  const date = first ?? (d.from ? `từ ${formatDay(d.from)}` : 'chưa có ngày');
  return d.phrase === '' ? date : `${date} ← “${d.phrase}”`;
}
