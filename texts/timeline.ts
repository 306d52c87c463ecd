import type { Channel } from '../dsl/policy/channels.ts';
import type { Party, Role } from '../dsl/policy/policy.ts';
import { namedPerson, roleParts } from '../dsl/policy/roles.ts';
import type { Stage } from '../dsl/rules/index.ts';
import type { Day, Instant } from '../dsl/time/day.ts';
import { formatDay, formatMoment } from './format.ts';
import { CHANNEL_NAMES, roleName } from './names.ts';
import { OUTCOME_NAMES } from './outcomes.ts';

/* The words of a directive's picture, for the terminal and for SVG. */

export const TRACK_NAMES = { plan: 'dự kiến', run: 'thực tế' } as const;

/** What a mark's form says; of the acts and stages of a directive. */
export const STAGE_LEGEND: Record<Stage | 'act', string> = {
  assign: 'giao việc, báo tin',
  remind: 'nhắc việc',
  escalate: 'báo lên, quá hạn',
  close: 'kết quả, kết thúc',
  act: 'thao tác của người',
};

/** What the filling of a mark says: never more than is known of a message's fate. */
export const STATE_LEGEND = {
  planned: 'dự kiến theo quy tắc',
  dropped: 'dự kiến khi giao, không còn phải gửi',
  posted: OUTCOME_NAMES.planned,
  accepted: OUTCOME_NAMES.accepted,
  unknown: OUTCOME_NAMES.unknown,
  refused: OUTCOME_NAMES.refused,
  skipped: OUTCOME_NAMES.skipped,
  act: 'đã làm',
} as const;

/** Of a planned step that the run had no need of, where the rest of the sentence says the plan. */
export const NOT_NEEDED = 'không phải gửi';

export const SHADE_LEGEND = {
  off: 'ngày nghỉ',
  suspended: 'tạm hoãn',
  provisional: 'lịch làm việc chưa công bố',
} as const;

export const FLAG_TEXTS = {
  notice: (day: Day) => `giao ${short(day)}`,
  due: (day: Day) => `hạn ${short(day)}`,
  'due-replaced': (day: Day) => `hạn cũ ${short(day)}`,
  today: (day: Day) => `hôm nay ${short(day)}`,
} as const;

const SHORT_PARTIES: Record<Party, string> = {
  lead: 'chủ trì',
  cooperating: 'phối hợp',
  supervisor: 'theo dõi',
  issuer: 'lãnh đạo',
  secretariat: 'văn phòng',
};

/** A role where there is little room: “đứng đầu chủ trì”. */
export function shortRoleName(role: Role): string {
  const { party, who } = roleParts(role);
  switch (who) {
    case 'contact':
      return SHORT_PARTIES[party];
    case 'head':
      return `đứng đầu ${SHORT_PARTIES[party]}`;
    case 'deputies':
      return `phó ${SHORT_PARTIES[party]}`;
    case 'concluder':
      return 'kết luận';
    case 'clerk':
      return 'người giao';
    case 'person':
      return namedPerson(role) ?? '';
  }
}

/** 17/03 */
export function short(day: Day): string {
  return formatDay(day).slice(0, 5);
}

/** “tháng 3/2025”; short “T3”, with its year in January. */
export function monthName(year: number, month: number, form: 'long' | 'short'): string {
  if (form === 'long') return `tháng ${month}/${year}`;
  return month === 1 ? `T1/${String(year).slice(2)}` : `T${month}`;
}

/** “Q1/25” */
export function quarterName(year: number, quarter: number): string {
  return `Q${quarter}/${String(year).slice(2)}`;
}

/** What a picture is of, in its first line. */
export function titleText(id: string, due: Day | null): string {
  return `${id}: ${due === null ? 'không có hạn' : `hạn ${formatDay(due)}`}`;
}

/** “Quy tắc: …” */
export function policyLine(name: string): string {
  return `Quy tắc: ${name}`;
}

/** “Thông báo 41/TB-UBND, ngày 24/02/2025” */
export function noticeLine(number: string | null, day: Day): string {
  return `Thông báo ${number ?? '(không số)'}, ngày ${formatDay(day)}`;
}

/** “Chủ trì: …; phối hợp: …” */
export function partiesLine(lead: readonly string[], cooperating: readonly string[]): string {
  const helpers = cooperating.length > 0 ? `; phối hợp: ${cooperating.join(', ')}` : '';
  return `Chủ trì: ${lead.join(', ') || 'không có'}${helpers}`;
}

/** A step in a sentence, for whoever cannot see the picture and for what a pointer shows. */
export function stepSentence(step: { at: Instant; label: string; role: Role; rule: string; state: string }): string {
  const rule = step.rule === '' ? '' : ` (${step.rule})`;
  return `${formatMoment(step.at)}: ${step.label} → ${roleName(step.role)}${rule}; ${step.state}`;
}

/** An act in a sentence, as a step has one. */
export function actSentence(act: { at: Instant; label: string; role: Role; rule: string }): string {
  return `${formatMoment(act.at)}: ${roleName(act.role)} ${act.label}${act.rule === '' ? '' : ` (${act.rule})`}`;
}

/** “Nguyễn Văn An, thư điện tử: máy chủ đã nhận” */
export function messageSentence(message: {
  personName: string | null;
  channel: Channel | null;
  outcome: keyof typeof OUTCOME_NAMES;
  reason: string | null;
}): string {
  const { personName, channel, outcome, reason } = message;
  const by = channel === null ? '' : `, ${CHANNEL_NAMES[channel]}`;
  return `${personName ?? '(không có người nhận)'}${by}: ${OUTCOME_NAMES[outcome]}${reason ? ` (${reason})` : ''}`;
}

/** “Tết: 28/01/2025 – 02/02/2025” */
export function spanSentence(name: string, from: Day, to: Day): string {
  return `${name}: ${formatDay(from)} – ${formatDay(to)}`;
}

/** What a picture that has both says of its two tracks. */
export const TWO_TRACKS = 'Trên: dự kiến khi giao việc. Dưới: thực tế.';

/** Said below a picture whose labels did not all find room. */
export function unlabelledNote(count: number): string {
  return `${count} bước lặp lại không đủ chỗ ghi nhãn; rê chuột lên hình để xem, hoặc in bảng.`;
}

/** Said where a suspension is asked about again after the end of the picture. */
export function laterReviewsNote(count: number): string {
  return `Còn ${count} lần hỏi việc tạm hoãn sau đó, nếu chưa tiếp tục.`;
}

/** Said where the days off drawn are of a later version than the directive goes by. */
export function calendarNote(issued: string, drawn: string): string {
  return `Nhiệm vụ tính theo lịch làm việc bản ${issued}; ngày nghỉ trong hình vẽ theo bản ${drawn}.`;
}

export const LANES_TITLE = 'Ai nhận';
export const DOCUMENT_TITLE = 'Tiến trình nhiệm vụ';

/** "Thư trả lời chờ xác nhận: 14:05 20/03/2025, thư ghi người gửi an@sxd.gov.vn, mã 3f2a90b1" */
export function replyNote(reply: { readonly id: string; readonly recordedAt: number; readonly fromAddress: string }) {
  const { id, recordedAt, fromAddress } = reply;
  return `Thư trả lời chờ xác nhận: ${formatMoment(recordedAt)}, thư ghi người gửi ${fromAddress}, mã ${id.slice(0, 8)}`;
}
