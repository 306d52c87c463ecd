import { clean } from '../text/clean.ts';
import type { Row, Table } from './types.ts';

export type ColumnKind = 'number' | 'task' | 'lead' | 'cooperating' | 'both' | 'supervisor' | 'deadline' | 'product';

/** What the columns of a table of assignments hold, and where its rows begin. */
export interface Columns {
  readonly kinds: readonly (ColumnKind | null)[];
  /** First row below the head. */
  readonly body: number;
}

type Rule = readonly [ColumnKind | null, RegExp];

/** Tried in order on the folded words of a head. */
const RULES: readonly Rule[] = [
  ['number', /^(?:stt|tt|số tt|số thứ tự|số|mã|mã số|nhóm|no)\.?$/u],
  // Columns of reports and money, and where work begins: none of these says who does what by when.
  [
    null,
    /^(?:ghi chú|căn cứ|kinh phí|nguồn|dự toán|đơn vị tính|đvt|số lượng|số tiền|tình hình|cấp trình|cơ quan trình|thẩm quyền|hình thức|lý do|khó khăn)/u,
  ],
  [null, /(?:bắt đầu|khởi công|trình tự|ký hiệu|ban hành văn bản|điện thoại|email)/u],
  ['product', /^(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra|mục tiêu|yêu cầu)/u],
  [
    'deadline',
    /thời (?:gian|hạn|điểm|hiệu)|tiến độ|(?:^|\s)hạn(?:\s|$)|mốc|^ngày (?:hoàn thành|báo cáo|trình)|^hoàn thành|lộ trình|^năm \d{4}$/u,
  ],
  [
    'task',
    /^(?:tên |các |danh mục |nội dung |những )*(?:nhiệm vụ|nội dung|công việc|đầu việc|việc|giải pháp|hoạt động|chỉ đạo|ý kiến|đề án|nhóm nhiệm vụ)/u,
  ],
  ['supervisor', /theo dõi|đôn đốc|giám sát|kiểm tra/u],
  ['both', /chủ trì.*phối hợp|phối hợp.*chủ trì/u],
  ['cooperating', /phối hợp/u],
  [
    'lead',
    /chủ trì|(?:cơ quan|đơn vị|cán bộ|người|bộ phận|tổ chức|địa phương|ngành|cấp).*(?:thực hiện|giao|phân công|chịu trách nhiệm|phụ trách|trách nhiệm|đảm nhiệm|tham mưu|đầu mối|triển khai)/u,
  ],
  ['lead', /^(?:phân công|trách nhiệm|đầu mối|phụ trách|tổ chức thực hiện|giao)/u],
  ['product', /sản phẩm/u],
  ['task', /nhiệm vụ|nội dung/u],
];
/** "Cơ quan" alone names the lead only beside a column of dates. */
const BARE_LEAD =
  /^(?:tên )?(?:các )?(?:cơ quan|đơn vị|sở,? ngành|địa phương|bộ,? ngành)(?:[\s,/]*(?:cơ quan|đơn vị|địa phương|cá nhân))*$/u;
const MOST_HEAD_ROWS = 4;
const LONGEST_HEAD = 90;

/** The kinds of the columns, or null where the table assigns nothing. */
export function columnsOf(text: string, table: Table): Columns | null {
  const rows = table.rows.slice(0, MOST_HEAD_ROWS + 2).map((r) => r.cells.map((c) => clean(text, c.ranges).folded));
  for (let r = 0; r < Math.min(MOST_HEAD_ROWS, rows.length - 1); r++) {
    const head = rows[r];
    if (!head || head.filter((t) => t !== '').length < 2) continue;
    const below = rows[r + 1] ?? [];
    const two = isSubhead(head, below) ? kindsOf(head.map((t, c) => headText(below, c, t))) : null;
    const kinds = two && isAssignment(two) ? two : kindsOf(head);
    if (!isAssignment(kinds)) continue;
    let body = r + (kinds === two ? 2 : 1);
    while (body < rows.length && isColumnNumbers(rows[body] ?? [])) body++;
    // A column without a head whose first cell is a number counts the rows.
    if (kinds[0] === null && head[0] === '' && /^(?:\d|[ivx]+\.?$)/u.test(rows[body]?.[0] ?? '')) kinds[0] = 'number';
    return reports(text, table, head, body) ? null : { kinds, body };
  }
  return null;
}

const REPORT =
  /tình hình|kết quả (?:thực hiện|đạt|đến|triển khai)|đã (?:thực hiện|hoàn thành|ban hành|báo cáo|triển khai)|đánh giá|trạng thái|mức độ|tỷ lệ|tỉ lệ|thực tế|quá hạn|đúng hạn/u;

/** A table that says what was done, in a column filled in, assigns nothing. */
function reports(text: string, table: Table, head: readonly string[], body: number): boolean {
  return head.some(
    (t, c) => REPORT.test(t) && table.rows.slice(body).some((r) => clean(text, r.cells[c]?.ranges ?? []).text !== ''),
  );
}

/** Do these words of a line's parts head a table of assignments? */
export function isTableHead(folded: readonly string[]): boolean {
  return isAssignment(kindsOf(folded));
}

/** Is this row the head once more (repeated on the next page)? */
export function repeatsHead(text: string, row: Row, columns: Columns): boolean {
  const kinds = kindsOf(row.cells.map((c) => clean(text, c.ranges).folded));
  const known = columns.kinds.filter((k) => k !== null).length;
  return kinds.filter((k, c) => k !== null && k === columns.kinds[c]).length >= Math.max(3, known - 1);
}

/** The kind of each column by its head, in lower case; null where it says nothing. */
export function kindsOf(head: readonly string[]): (ColumnKind | null)[] {
  const kinds = head.map((t) =>
    t.length > LONGEST_HEAD ? null : (RULES.find(([, rule]) => rule.test(plain(t)))?.[0] ?? null),
  );
  if (kinds.includes('deadline') && !kinds.some((k) => k === 'lead' || k === 'both')) {
    const bare = head.findIndex((t, c) => kinds[c] === null && BARE_LEAD.test(plain(t)));
    if (bare >= 0) kinds[bare] = 'lead';
  }
  // The first column that names tasks holds them; the others explain them.
  const task = kinds.indexOf('task');
  return kinds.map((k, c) => (k === 'task' && c !== task ? null : k));
}

function plain(t: string): string {
  return t
    .replace(/[*_()]/g, '')
    .replace(/[/;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Do these columns say who does what, or what by when? */
export function isAssignment(kinds: readonly (ColumnKind | null)[]): boolean {
  return kinds.includes('task') && kinds.some((k) => k === 'lead' || k === 'both' || k === 'deadline');
}

/** A second row of heads: short words, no number of a first task, some of them under a head that spans columns. */
export function isSubhead(head: readonly string[], below: readonly string[]): boolean {
  const filled = below.filter((t) => t !== '');
  if (filled.length === 0 || filled.some((t) => t.length > LONGEST_HEAD || /^\d/.test(t))) return false;
  return below.some((t, c) => t !== '' && (t !== head[c] || head[c] === '') && kindsOf([t])[0] !== null);
}

/** What stands above a column: its own head, or the one that spans it, with the words of the second row. */
export function headText(below: readonly string[], c: number, own: string): string {
  const under = below[c] ?? '';
  if (under === '' || under === own) return own;
  return kindsOf([under])[0] ? under : `${own} ${under}`;
}

/** "(1) | (2) | (3)", "A | B | 1". */
function isColumnNumbers(row: readonly string[]): boolean {
  const filled = row.filter((t) => t !== '');
  return filled.length >= 2 && filled.every((t) => /^\(?(?:\d{1,2}|[a-z])\)?(?:\s*=.*)?$/u.test(t));
}
