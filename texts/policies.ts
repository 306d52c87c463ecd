import type { DayCount } from '../dsl/time/day-count.ts';

/* What is said of a policy somebody wrote: what is wrong with it, where, and what would be right. */

/** The two forms a policy is written in. */
export type PolicyForm = 'typescript' | 'yaml';

/** A place in a policy's data: fields by name, rungs and items by index. */
export type PolicyPath = readonly (string | number)[];

const LADDERS = new Set<unknown>(['remind', 'escalate']);

/** “remind bậc 2, when, before”; of the whole policy nothing. */
export function placeText(path: PolicyPath): string {
  const parts: string[] = [];
  for (const [i, step] of path.entries()) {
    if (typeof step === 'string') parts.push(step);
    else parts[parts.length - 1] += LADDERS.has(path[i - 1]) ? ` bậc ${step + 1}` : ` mục ${step + 1}`;
  }
  return parts.join(', ');
}

const ACTING_ROLES =
  'lead, cooperating, supervisor, issuer, secretariat, hoặc người đứng đầu của một vai, ví dụ headOf(lead)';
const ROLES =
  'lead, cooperating, supervisor, issuer, secretariat, concluder (lãnh đạo kết luận), clerk (người giao việc của văn phòng), người đứng đầu, cấp phó của một vai: headOf(lead), deputiesOf(issuer), hoặc một người theo mã danh bạ: person(pham-hong-loan)';

const spanIn = (form: PolicyForm, example: DayCount): string => {
  const [[unit, n] = []] = Object.entries(example);
  return form === 'yaml' ? `{ ${unit}: ${n} }` : `${unit}(${n})`;
};

const SPAN = (form: PolicyForm) =>
  `một khoảng thời gian: ${spanIn(form, { days: 5 })} là 5 ngày, ${spanIn(form, { workingDays: 5 })} là 5 ngày làm việc`;

const trigger = (form: PolicyForm, word: string) =>
  form === 'yaml' ? `{ ${word}: ${spanIn(form, { workingDays: 3 })} }` : `${word}(${spanIn(form, { workingDays: 3 })})`;

const triggers = (form: PolicyForm, ...words: string[]) => words.map((word) => trigger(form, word)).join(', ');

const conditionsIn = (form: PolicyForm, word: string) =>
  form === 'yaml' ? `${word}: { urgency: khẩn, given: group }` : `${word}({ urgency: 'khẩn', given: 'group' })`;

/** What belongs at a place, by the word that names it. */
const EXPECTED: Readonly<Record<string, (form: PolicyForm) => string>> = {
  to: () => `một vai: ${ROLES}`,
  copy: () => `một vai hoặc danh sách vai: ${ROLES}`,
  submittedBy: () => `một vai: ${ACTING_ROLES}`,
  endorsedBy: () => `một vai: ${ACTING_ROLES}`,
  approvedBy: () => `một vai: ${ACTING_ROLES}`,
  before: SPAN,
  after: SPAN,
  whenSilentFor: SPAN,
  whenUnacknowledgedFor: SPAN,
  acknowledgeWithin: SPAN,
  approveWithin: SPAN,
  every: SPAN,
  longest: SPAN,
  answerWithin: SPAN,
  askUntil: (form) => `hạn chót để đề nghị: ${triggers(form, 'before', 'after')}`,
  days: () => 'một số nguyên từ 0 đến 3650',
  workingDays: () => 'một số nguyên từ 0 đến 2600',
  atMost: () => 'một số nguyên từ 1 đến 60 (gia hạn: đến 20)',
  letter: () => 'mẫu công văn, ví dụ "cong-van-don-doc"',
  id: () => 'mã trong dấu nháy, ví dụ "khan-cap"',
  name: () => 'tên gọi trong dấu nháy, nhiều nhất 120 chữ',
  window: () => 'khung giờ gửi { from: "08:00", to: "17:00" }',
  from: () => 'giờ trong dấu nháy, ví dụ "08:00"',
  channels: () => 'danh sách kênh, ví dụ [email, zalo]',
  assign: (form) => (form === 'yaml' ? 'mục assign: { to: lead }' : 'lời giao việc assign(lead)'),
  remind: (form) => `danh sách bậc nhắc, mỗi bậc { to: lead, when: ${trigger(form, 'before')} }`,
  escalate: (form) => `danh sách bậc báo lên, mỗi bậc { to: headOf(lead), when: ${trigger(form, 'after')} }`,
  close: (form) =>
    form === 'yaml'
      ? 'mục close: { submittedBy: lead, approvedBy: secretariat }'
      : 'close({ submittedBy: lead, approvedBy: secretariat })',
  permissions: () => 'thao tác và những vai được làm, ví dụ { cancel: [issuer] }',
  extension: () => 'giới hạn gia hạn: atMost (số lần), longest (dài nhất), askUntil (hạn chót để đề nghị)',
  because: (form) =>
    form === 'yaml'
      ? 'căn cứ: { source: "QĐ 42/2014/QĐ-TTg, Điều 7", words: "lời văn" }'
      : "căn cứ: because('QĐ 42/2014/QĐ-TTg, Điều 7', 'lời văn')",
  source: () => 'căn cứ trong dấu nháy, ví dụ "QĐ 42/2014/QĐ-TTg, Điều 7 khoản 2", hoặc "Quy ước …"',
  words: () => 'lời văn hoặc lý do, trong dấu nháy',
  format: () => 'số 1 (hoặc bỏ mục này)',
  onlyWhen: (form) => `điều kiện: ${conditionsIn(form, 'onlyWhen')}`,
  unless: (form) => `điều kiện: ${conditionsIn(form, 'unless')}`,
  urgency: () => 'độ khẩn (một hoặc danh sách): khẩn, thượng khẩn, hoả tốc',
  field: () => 'lĩnh vực theo tên đơn vị chủ trì, ví dụ "y tế" của Sở Y tế',
  issuer: () => 'cơ quan ban hành như thông báo ghi, ví dụ "UBND tỉnh Hải Sơn"',
  given: () => 'group (giao nhiều đơn vị) hoặc single (giao một đơn vị)',
  deadline: () => 'dated (có thời hạn) hoặc none (không có)',
  alone: () => 'true (gửi riêng), hoặc bỏ mục này',
  each: () => 'true (mỗi đơn vị một nhiệm vụ), hoặc bỏ mục này',
  onDayOff: (form) =>
    form === 'yaml'
      ? 'một trong: keep, skip, next-working-day, previous-working-day'
      : 'một trong: keep, skip, nextWorkingDay, previousWorkingDay',
};

/** What belongs at a place; undefined where nothing is known of it. */
export function expectedAt(path: PolicyPath, form: PolicyForm): string | undefined {
  const named = path.findLast((step) => typeof step === 'string');
  const last = path.at(-1);
  if (last === 'when')
    return path[0] === 'remind'
      ? `một mốc nhắc: ${triggers(form, 'before', 'whenSilentFor', 'whenUnacknowledgedFor')}`
      : `một mốc báo lên: ${triggers(form, 'after', 'whenSilentFor', 'whenUnacknowledgedFor')}`;
  if (last === 'to' && path[0] === 'assign') return `một vai: ${ACTING_ROLES}`;
  if (last === 'to' && path[0] === 'window') return EXPECTED['from']?.(form);
  if (typeof last === 'number' && named === 'remind')
    return `một bậc nhắc { to: lead, when: ${trigger(form, 'before')} }`;
  if (typeof last === 'number' && named === 'escalate')
    return `một bậc báo lên { to: headOf(lead), when: ${trigger(form, 'after')} }`;
  if (named === 'permissions' || path[0] === 'permissions') return `danh sách vai: ${ACTING_ROLES}`;
  if (typeof last === 'number' && named === 'channels') return 'một kênh: email hoặc zalo';
  return named === undefined ? 'một quy tắc: id, name, assign, remind, escalate, close' : EXPECTED[named]?.(form);
}

const meant = (near: string | undefined) => (near === undefined ? '' : `; có phải ý là “${near}”?`);

const listed = (words: readonly string[]) => words.join(', ');

const NO_HOURS =
  'quy tắc tính theo ngày, không theo giờ: mỗi tin đi trong giờ gửi của ngày làm việc. Hạn có giờ (“trước 10 giờ ngày 15/3”) thì quá giờ ấy đã là chậm; nhắc sáng ngày đến hạn bằng before 0 ngày, ngày làm việc trước đó bằng before 1 ngày làm việc, báo quá hạn bằng after 1 ngày làm việc';

/** What people write of time and the language has no word for: what to write instead. */
const OTHER_SPANS: Readonly<Record<string, string>> = {
  hours: NO_HOURS,
  minutes: NO_HOURS,
  weeks: 'không có tuần: một tuần là 7 ngày (days) hoặc 5 ngày làm việc (workingDays)',
  months: 'không có tháng: ghi số ngày, ví dụ 30 ngày (days) hoặc 22 ngày làm việc (workingDays)',
};

/** Of a span the language does not have; undefined of any other word. */
export function otherSpanText(word: string): string | undefined {
  return Object.hasOwn(OTHER_SPANS, word) ? OTHER_SPANS[word] : undefined;
}

export const POLICY_FAULTS = {
  missing: (word: string, expected: string | undefined) =>
    `thiếu “${word}”${expected === undefined ? '' : `: ghi ${expected}`}`,
  unknownWord: (word: string, near: string | undefined, known: readonly string[]) =>
    otherSpanText(word) ??
    `không có từ “${word}” ở đây${meant(near)}${known.length === 0 ? '' : `; dùng được: ${listed(known)}`}`,
  tooManyWords: (words: readonly string[], expected: string) =>
    `chỉ ghi một trong ${listed(words)}; phải là ${expected}`,
  unexpected: (expected: string, found: string, near: string | undefined) =>
    `phải là ${expected}; đang là ${found}${meant(near)}`,
  personId: (found: string) =>
    `${found}: ghi mã của người ấy trong danh bạ, ví dụ person(pham-hong-loan); xem mã bằng dondoc directory show`,
  unknownAct: (word: string, near: string | undefined) =>
    `không có thao tác “${word}”${meant(near)}; các thao tác: dondoc act --help`,
  more: (n: number) => ` (và ${n} lỗi khác)`,
} as const;

/** What stands there, as a person would name it. */
export function foundText(value: unknown): string {
  if (value === undefined) return 'để trống';
  if (value === null) return 'để trống';
  if (Array.isArray(value)) return value.length === 0 ? 'danh sách trống' : 'một danh sách';
  if (typeof value === 'object') return `nhóm { ${shortened(Object.keys(value).join(', '))} }`;
  if (typeof value === 'string') return value === '' ? 'chữ trống' : `“${shortened(value)}”`;
  return `${typeof value === 'number' ? 'số ' : ''}${String(value)}`;
}

const LONGEST_SHOWN = 40;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
}

/** What is wrong with a file as text, before there is a policy in it. */
export const POLICY_FILE = {
  missing: 'không có tệp này',
  unreadable: (code: string) => `không đọc được (${code})`,
  ending: 'tệp quy tắc phải có đuôi .ts, .yaml, .yml hoặc .json',
  tooLong: (kilobytes: number) => `tệp quy tắc dài quá ${kilobytes} KB`,
  notText: 'không phải văn bản UTF-8; lưu lại tệp, chọn bảng mã (Encoding) UTF-8',
  empty: 'tệp không có gì; bắt đầu bằng: dondoc policy new',
  many: 'một tệp chỉ ghi một quy tắc; tách thành nhiều tệp',
} as const;

/** By the parser's codes; what is not listed is said by its place alone. */
const YAML_FAULTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'thụt đầu dòng sai, hoặc thiếu dấu đóng ngoặc: các mục cùng cấp phải thẳng hàng',
  TAB_AS_INDENT: 'thụt đầu dòng bằng phím Tab: dùng dấu cách',
  DUPLICATE_KEY: 'mục này đã ghi ở trên: mỗi mục ghi một lần',
  MISSING_CHAR: 'thiếu dấu đóng ngoặc, dấu nháy, dấu phẩy hoặc dấu hai chấm',
  BAD_ALIAS: 'dấu * đứng đầu giá trị: đặt trong dấu nháy',
  MULTIPLE_DOCS: POLICY_FILE.many,
  BAD_SCALAR_START: 'ký tự này không đứng đầu giá trị được: đặt giá trị trong dấu nháy',
  BLOCK_AS_IMPLICIT_KEY: 'hai dấu hai chấm trên một dòng: xuống dòng, hoặc đặt giá trị trong dấu nháy',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau tên mục, hoặc thiếu dấu đóng ngoặc ở trên',
  BLOCK_IN_FLOW: 'danh sách gạch đầu dòng không đặt trong ngoặc được',
};

/** What is wrong with a file's YAML, by the code of its reader; one sentence for all it does not name. */
export function yamlFaultText(code: string): string {
  return YAML_FAULTS[code] ?? 'không đúng cách ghi YAML: mỗi mục là “tên: giá trị”, thụt đầu dòng bằng dấu cách';
}

/** The office's folder of policies. */
export const OWN_POLICIES = {
  fileThere: 'tệp này đã có; đặt mã khác, hoặc sửa tệp đang có',
  otherId: (file: string, found: string, id: string) =>
    `${file}: mã đang ghi là “${found}”, phải giữ là “${id}”; muốn mã khác thì viết quy tắc mới`,
  changedElsewhere: (file: string) => `${file}: tệp đã đổi từ lúc mở trang; mở lại trang sửa rồi làm lại`,
  unwritable: (code: string) => `không ghi được (${code})`,
  unreadable: (code: string) => `không đọc được thư mục quy tắc (${code})`,
  idShips: (file: string, id: string) => `${file}: mã “${id}” là của quy tắc có sẵn; đặt mã khác cho quy tắc này`,
  idTwice: (file: string, id: string, other: string) =>
    `${file}: mã “${id}” cũng có trong ${other}; mỗi quy tắc một mã, đổi một trong hai`,
  unknown: (id: string, near: string | undefined, ids: readonly string[], unread: readonly string[]) =>
    `không có quy tắc “${id}”${meant(near)}; có: ${listed(ids)}, hoặc ghi tên tệp .ts, .yaml${
      unread.length === 0
        ? ''
        : `; chưa đọc được: ${unread[0]}${unread.length > 1 ? POLICY_FAULTS.more(unread.length - 1) : ''}`
    }`,
} as const;

/** What `dondoc policy` answers. */
export const POLICY_LINES = {
  made: (file: string) => `Đã viết ${file}. Sửa tệp này rồi xét: dondoc policy check ${file}`,
  none: (folder: string) => `Chưa có quy tắc nào của cơ quan trong ${folder}; viết mới: dondoc policy new <mã>`,
  ships: 'có sẵn',
  outWhat: '--out: chỉ dùng với --format html hoặc docx',
  docxWhere: '--format docx: thêm --out TỆP.docx',
  written: (file: string) => `Đã ghi ${file}`,
  unsourced: (id: string, rungs: readonly string[]) => `${id}: chưa ghi căn cứ (because): ${rungs.join(', ')}`,
  watchWhat: '--watch: nêu tệp quy tắc cần theo dõi',
  watching: 'Đang chờ tệp thay đổi… (Ctrl+C để thôi)',
  toFormat: (file: string) => `${file}: cần trình bày lại`,
  formatted: (file: string) => `${file}: đã trình bày lại`,
} as const;
