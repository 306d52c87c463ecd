import { formatMoment } from './format.ts';
import { OUTCOME_NAMES, UNPROVED } from './outcomes.ts';

/** Who brought the evidence, as the ledger names it. */
export const REPORTED_BY = 'báo cáo của máy chủ thư';

interface Reported {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  readonly status: string;
  readonly diagnostic: string;
}

/** The first three digits of the kinds of failure people can do something about (RFC 3463). */
const KNOWN_FAILURES: readonly (readonly [status: RegExp, words: string])[] = [
  [/^5\.1\./, 'địa chỉ không có hoặc sai'],
  [/^[45]\.2\.1/, 'hộp thư đã bị khóa'],
  [/^[45]\.2\.2/, 'hộp thư đầy'],
  [/^[45]\.3\.4|^[45]\.2\.3/, 'thư lớn hơn mức máy chủ nhận'],
  [/^[45]\.4\.[47]/, 'quá thời gian, không chuyển được tới máy chủ người nhận'],
  [/^[45]\.7\./, 'máy chủ người nhận từ chối vì chính sách hoặc cho là thư rác'],
];

/** Why the ledger says so: what the failure means, then the server's own words. */
export function evidenceReason({ action, status, diagnostic }: Reported, proved = true): string {
  if (!proved) return `${evidenceReason({ action, status, diagnostic })}; ${UNPROVED}`;
  const said = [status, diagnostic].filter(Boolean).join(' ');
  const tail = said === '' ? '' : `: ${said}`;
  if (action === 'failed') {
    const words = KNOWN_FAILURES.find(([known]) => known.test(status))?.[1];
    return `thư bị trả lại${words === undefined ? '' : `, ${words}`}${tail}`;
  }
  if (action === 'delivered') return `máy chủ người nhận báo đã đưa vào hộp thư${tail}`;
  return `máy chủ thư báo thư đã rời đi${tail}`;
}

interface RowNames {
  readonly directiveId: string;
  readonly personName: string | null;
  readonly address: string | null;
  readonly outcome: keyof typeof OUTCOME_NAMES;
  readonly reason: string | null;
}

type TakenFacts =
  | { readonly kind: 'settled'; readonly row: RowNames }
  | { readonly kind: 'nothing-new'; readonly row: RowNames; readonly action: Reported['action'] }
  | {
      readonly kind: 'reply';
      readonly row: RowNames;
      readonly id: string;
      readonly repeated: boolean;
      readonly files: readonly unknown[];
      readonly left: readonly string[];
    }
  | { readonly kind: 'foreign' | 'automatic' }
  | { readonly kind: 'stranger'; readonly row: RowNames; readonly address: string }
  | { readonly kind: 'empty' | 'unclear' | 'too-many'; readonly row: RowNames }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** One line for one mail: what it came to, and that nothing changed where nothing did. */
export function takenText(taken: TakenFacts): string {
  switch (taken.kind) {
    case 'settled': {
      const { row } = taken;
      return `${of(row)}: ${OUTCOME_NAMES[row.outcome]} (${row.reason ?? ''})`;
    }
    case 'nothing-new':
      return `${of(taken.row)}: ${NOTHING_NEW[taken.action]}; sổ vẫn ghi: ${OUTCOME_NAMES[taken.row.outcome]}`;
    case 'reply':
      return taken.repeated
        ? `${of(taken.row)}: thư trả lời này đã nhận trước đó (mã ${taken.id.slice(0, 8)}); không thay đổi gì`
        : `${of(taken.row)}: thư trả lời chờ người xác nhận, mã ${taken.id.slice(0, 8)}${filesText(taken)}; xem: dondoc replies`;
    case 'foreign':
      return 'không trả lời thông báo nào trong sổ; không thay đổi gì';
    case 'stranger': {
      const address = taken.address === '' ? 'một địa chỉ không rõ' : taken.address;
      return `${of(taken.row)}: thư nói về hoặc do ${address} gửi, không phải người nhận của nhiệm vụ; không thay đổi gì`;
    }
    case 'empty':
      return `${of(taken.row)}: thư trả lời không có nội dung mới, không có tệp nhận được; không thay đổi gì`;
    case 'unclear':
      return `${of(taken.row)}: máy chủ thư gửi trả về địa chỉ riêng của thông báo này nhưng không rõ nói gì; không thay đổi gì, cần người đọc`;
    case 'too-many':
      return `${of(taken.row)}: trong một ngày đã có quá nhiều thư trả lời cho thông báo này; không thay đổi gì, cần người đọc`;
    case 'automatic':
      return 'thư tự động (báo vắng mặt, báo đã đọc, danh sách gửi); không thay đổi gì';
    case 'unreadable':
      return `không đọc được như một bức thư: ${taken.reason}; không thay đổi gì`;
  }
}

const NOTHING_NEW: Readonly<Record<Reported['action'], string>> = {
  failed: 'báo thư bị trả lại, sổ đã có kết quả',
  delivered: 'báo đã đưa vào hộp thư, nhưng không xác thực được hoặc sổ đã có kết quả',
  delayed: 'máy chủ báo còn chậm, đang thử tiếp, chưa có kết quả',
  relayed: 'đã chuyển tới máy chủ không báo tiếp, chưa có kết quả',
  expanded: 'đã chuyển tới một danh sách người nhận, chưa có kết quả',
};

function of({ directiveId, personName, address }: RowNames): string {
  return `${directiveId} → ${personName ?? ''} <${address ?? ''}>`;
}

function filesText({ files, left }: { readonly files: readonly unknown[]; readonly left: readonly string[] }): string {
  const kept = files.length === 0 ? '' : `, ${files.length} tệp`;
  return left.length === 0 ? kept : `${kept}, bỏ tệp không đúng loại: ${left.join(', ')}`;
}

/** The words of the act made of a reply: whoever reads the record sees that it came by mail. */
export function replyActText(reply: {
  readonly text: string;
  readonly files: readonly { readonly name: string }[];
}): string {
  const files = reply.files.map(({ name }) => name).join(', ');
  return [reply.text, files === '' ? '' : `Tệp gửi kèm: ${files}`, '(Trả lời bằng thư điện tử.)']
    .filter(Boolean)
    .join('\n');
}

export const REPLY_STATES = { waiting: 'chờ xác nhận', confirmed: 'đã xác nhận', dismissed: 'đã loại' } as const;

export const REPLY_FAULTS = {
  missing: (id: string) => `${id}: không có thư trả lời này; xem: dondoc replies`,
  several: (id: string, n: number) => `${id}: ${n} thư trả lời có mã bắt đầu như vậy; ghi dài hơn`,
  decided: (id: string) => `${id.slice(0, 8)}: thư trả lời này đã được xử lý; xem: dondoc replies --all`,
  unsure: 'chưa có câu trả lời của hệ thống: có thể đã ghi nhận; chạy lại đúng lệnh này, không bị ghi hai lần',
} as const;

export const INTAKE_FAULTS = {
  busy: (folder: string) =>
    `${folder}: một tiến trình khác đang nhận thư ở đây (dondoc up hoặc dondoc intake); thử lại sau`,
  cannotMove: (name: string, code: string) =>
    `${name}: không chuyển được ra khỏi new/ (${code}): kiểm tra quyền ghi của hộp thư; thư này được nhận lại sau, không ghi hai lần`,
  cannotRead: (code: string) => `không mở được tệp (${code})`,
} as const;

/** Why a mail is not read. */
export const UNREADABLE = {
  noFile: 'không phải một tệp thường',
  tooLarge: (megabytes: number) => `lớn hơn ${megabytes} MB`,
  tooManyLines: (millions: number) => `có quá ${millions} triệu dòng`,
  noHead: 'không có phần đầu thư, hoặc phần đầu quá dài',
  broke: 'chương trình đã dừng đột ngột khi đang đọc thư này',
  time: 'đọc mất quá nhiều thời gian',
  memory: 'đọc cần quá nhiều bộ nhớ',
  broken: 'tiến trình đọc thư hỏng khi đọc thư này',
} as const;

/** What a line about a mail that was set aside ends with. */
export const ASIDE_TEXT = '; để riêng';

export const INTAKE_LINES = {
  manual: 'không tự nhận (muốn tự nhận: đặt MAIL_INBOX là Maildir của văn phòng; nhận bằng tay: dondoc intake)',
  never: (folder: string) => `${folder}: chưa nhận lần nào; dondoc up tự nhận khi đang chạy`,
  stale: (folder: string, at: number) =>
    `${folder}: lần nhận gần nhất đã từ ${formatMoment(at)}: dondoc up có đang chạy không? chạy lại dondoc up`,
  last: (folder: string, at: number, waiting: number) =>
    `${folder}: nhận gần nhất ${formatMoment(at)}, đang chờ ${waiting} thư`,
  trouble: (at: number, reason: string) => `từ ${formatMoment(at)} chưa nhận được: ${reason}`,
  aside: (n: number, folder: string) =>
    `${n} thư không đọc được, để riêng ở ${folder}: xem lý do bằng dondoc intake < TỆP, xử lý xong thì chuyển đi`,
  paths: (pattern: string) => `địa chỉ trả lại riêng từng thư: ${pattern}`,
  pathsRefused: (answer: string) =>
    `máy chủ thư không nhận địa chỉ trả lại riêng (${answer}): thư đi bằng địa chỉ MAIL_FROM; bỏ MAIL_RETURN_PATH, hoặc cho phép địa chỉ này trên máy chủ`,
} as const;
