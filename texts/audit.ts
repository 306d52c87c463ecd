import type { Day } from '../dsl/time/day.ts';
import { formatDay, formatMoment } from './format.ts';
import { channelName, type KIND_NAMES, kindName, roleName } from './names.ts';
import { contradicted, type OUTCOME_NAMES } from './outcomes.ts';
import { stepText } from './rules.ts';

/** What the auditor may find wrong. */
export const INCIDENT_NAMES = {
  'step-not-taken': 'đến bước mà chưa làm',
  'log-broken': 'diễn biến trong sổ không đúng với quy tắc',
  'row-missing': 'đã đến bước mà sổ gửi không có thông báo',
  'row-without-step': 'thông báo không do bước nào lập',
  'row-waiting': 'thông báo chờ gửi quá lâu',
  'outcome-unknown': 'chưa rõ đã gửi hay chưa',
  'evidence-contradicts': 'kênh báo về trái với sổ gửi',
  'workflow-missing': 'máy chủ Temporal không có quy trình của nhiệm vụ',
  'workflow-failed': 'quy trình của nhiệm vụ dừng giữa chừng',
  'wake-differs': 'quy trình hẹn giờ khác với sổ',
  'series-missing': 'máy chủ Temporal không có quy trình của nhiệm vụ định kỳ',
  'series-failed': 'quy trình của nhiệm vụ định kỳ dừng giữa chừng',
  'occurrence-not-opened': 'đến lúc mở kỳ mà chưa mở',
  'from-outside': 'có lệnh từ bên ngoài gửi thẳng tới Temporal',
  'ended-outside': 'quy trình bị kết thúc từ bên ngoài',
} as const;
export type IncidentKind = keyof typeof INCIDENT_NAMES;

/** Incidents that starting the service again mends. */
export const MENDED_BY_UP: ReadonlySet<IncidentKind> = new Set([
  'workflow-missing',
  'workflow-failed',
  'series-missing',
  'series-failed',
  'occurrence-not-opened',
]);

/** Incidents that have happened, where the others are so until they are mended: open until somebody has seen them. */
export const HAPPENED: ReadonlySet<IncidentKind> = new Set(['from-outside', 'ended-outside']);

type Step = Parameters<typeof stepText>[0];
type Row = {
  readonly kind: keyof typeof KIND_NAMES;
  readonly role: Parameters<typeof roleName>[0];
  readonly personName: string | null;
  readonly channel: string | null;
};

/** Why an incident is one, in a sentence. */
export const incidentDetails = {
  notTaken: (step: Step, at: number) => `${stepText(step)}, lẽ ra từ ${formatMoment(at)}`,
  gap: (seq: number) => `thiếu lần ghi thứ ${seq + 1}`,
  otherSteps: (seq: number) => `lần ghi thứ ${seq + 1} có bước khác với quy tắc`,
  cannotFollow: (why: string) => why,
  noRow: (step: Step) => `${stepText(step)}: không có thông báo nào`,
  fewerRows: (seq: number, now: number, written: number) =>
    `lần ghi thứ ${seq + 1} đã lập ${written} thông báo, nay còn ${now}`,
  noStep: (row: Row) => rowText(row),
  notLookedAt: (row: Row, at: number) => `${rowText(row)}: lẽ ra gửi từ ${formatMoment(at)}`,
  keepsFailing: (row: Row, attempts: number, reason: string) =>
    `${rowText(row)}: đã thử ${attempts} lần chưa gửi được: ${reason}`,
  notSettled: (row: Row, at: number) => `${rowText(row)}: đang gửi từ ${formatMoment(at)} mà không có kết quả`,
  contradicts: (row: Row, held: keyof typeof OUTCOME_NAMES, reason: string) =>
    `${rowText(row)}: ${contradicted(held, reason)}; tìm hiểu rồi ghi lại bằng dondoc settle`,
  unknown: (row: Row, reason: string) => `${rowText(row)}: ${reason}`,
  notStarted: (workflowId: string) =>
    `không có ${workflowId}: đã vào sổ mà chưa bắt đầu; chạy lại đúng lệnh bị ngắt (dondoc issue, import, split, merge)`,
  noWorkflow: (workflowId: string) => `không có ${workflowId}`,
  stopped: (workflowId: string, status: string) => `${workflowId}: ${status}`,
  notOpened: (due: Day, at: number) => `kỳ có hạn ${formatDay(due)}, lẽ ra mở từ ${formatMoment(at)}`,
  unsigned: (type: string) =>
    `lệnh “${String(type).slice(0, 40)}” không có chữ ký của văn phòng, không ghi nhận; có người dùng máy này hoặc chương trình lạ vào được Temporal`,
  strangerCalled: (how: 'signal' | 'cancel', what: string) =>
    how === 'cancel'
      ? 'có lệnh hủy quy trình, không có hiệu lực; có người dùng máy này hoặc chương trình lạ vào được Temporal'
      : `có tín hiệu “${what.slice(0, 40)}”, không có hiệu lực; có người dùng máy này hoặc chương trình lạ vào được Temporal`,
  endedOutside: (workflowId: string, status: string) =>
    `${workflowId}: ${status}, không do văn phòng; chạy lại dondoc up để mở lại quy trình từ sổ`,
  otherWake: (temporal: number | null, register: number | null) =>
    `quy trình: ${momentOrNever(temporal)}; theo sổ: ${momentOrNever(register)}`,
} as const;

function rowText({ kind, role, personName, channel }: Row): string {
  return `${kindName(kind, role)} → ${personName ?? roleName(role)}${channel === null ? '' : ` (${channelName(channel)})`}`;
}

function momentOrNever(at: number | null): string {
  return at === null ? 'không hẹn' : formatMoment(at);
}

/** One incident in a line of a log. */
export function incidentLine(i: { kind: IncidentKind; directiveId: string; since: number; detail: string }): string {
  return `${i.directiveId}: ${INCIDENT_NAMES[i.kind]} (${i.detail})`;
}

export const AUDIT_LINES = {
  none: 'Không có sự cố.',
  open: (n: number) => `${n} sự cố chưa khắc phục`,
  never: 'chưa đối soát lần nào; dondoc up tự đối soát sau khi chạy được một lúc',
  stale: (at: number) =>
    `lần đối soát gần nhất đã từ ${formatMoment(at)}: dondoc up có đang chạy không? chạy lại dondoc up`,
  last: (at: number, directives: number) => `đối soát gần nhất ${formatMoment(at)}, ${directives} nhiệm vụ`,
  more: (n: number) => `CẢNH BÁO đối soát: và ${n} sự cố khác; xem: dondoc audit`,
  resolved: (n: number) => `Đối soát: ${n} sự cố đã khắc phục`,
  restart: 'quy trình không chạy: dừng rồi chạy lại dondoc up, quy trình được mở lại từ sổ',
  restarted: (ids: readonly string[]) =>
    ids.length === 1
      ? `Đã mở lại quy trình của nhiệm vụ ${ids[0]}: lẽ ra đang chạy mà không chạy`
      : `Đã mở lại quy trình của ${ids.length} nhiệm vụ: lẽ ra đang chạy mà không chạy`,
  blind: (why: string) => `CẢNH BÁO: không hỏi được Temporal quy trình nào đang chạy: ${why}; sẽ hỏi lại`,
  see: 'xem: dondoc audit',
  unseen: 'việc đã xảy ra từ bên ngoài: kiểm tra xong thì ghi đã xem bằng dondoc audit --seen',
  seen: (n: number) =>
    n === 0 ? 'Không có việc nào từ bên ngoài chờ xem.' : `Đã ghi là đã xem: ${n} việc từ bên ngoài.`,
  temporalSilent: 'chưa hỏi được quy trình đang hẹn giờ nào: chưa có tiến trình xử lý (chạy dondoc up)',
} as const;
