import { otherSpanText } from './policies.ts';

/* What is wrong with a policy written in TypeScript, where it is no sentence of the language. */

/** What a value is, as the language calls it. */
export type WordKind =
  | 'role'
  | 'span'
  | 'trigger'
  | 'every'
  | 'atMost'
  | 'conditions'
  | 'dayOff'
  | 'text'
  | 'number'
  | 'group'
  | 'list'
  | 'flag'
  | 'nothing'
  | 'draft'
  | 'policy';

/** What stands there. */
const FOUND: Readonly<Record<WordKind, string>> = {
  role: 'một vai',
  span: 'một khoảng thời gian',
  trigger: 'một mốc',
  every: 'every(…)',
  atMost: 'atMost(…)',
  conditions: 'một điều kiện',
  dayOff: 'cách xử lý ngày nghỉ',
  text: 'chữ',
  number: 'số',
  group: 'nhóm { … }',
  list: 'danh sách […]',
  flag: 'true/false',
  nothing: 'để trống',
  draft: 'một quy tắc chưa xong',
  policy: 'một quy tắc',
};

/** What should. */
const WANTED: Readonly<Record<WordKind, string>> = {
  ...FOUND,
  role: `một vai (lead, cooperating, supervisor, issuer, secretariat, headOf(…), deputiesOf(…), concluder, clerk hoặc person('mã'))`,
  span: 'một khoảng thời gian, ví dụ workingDays(3) hoặc days(5)',
  trigger: 'một mốc, ví dụ before(workingDays(3)) hoặc after(workingDays(1))',
  conditions: "điều kiện, ví dụ onlyWhen({ urgency: 'khẩn' })",
  text: 'chữ trong dấu nháy',
  number: 'một số',
};

const meant = (near: string | undefined) => (near === undefined ? '' : `; có phải ý là “${near}”?`);

export const TYPESCRIPT_FAULTS = {
  sign: (sign: string) =>
    sign === "'" || sign === '"'
      ? 'dấu nháy chưa đóng trên dòng này: mỗi đoạn chữ mở và đóng nháy trên cùng một dòng'
      : sign === '`'
        ? 'dấu ` không dùng trong quy tắc: viết chữ trong dấu nháy đơn'
        : `dấu “${sign}” không dùng trong quy tắc: quy tắc chỉ gồm import, const và câu policy(…).assign(…)…close({…})`,
  bracket: (sign: string) => `thừa dấu “${sign}”, hoặc dấu mở ngoặc trước nó là loại khác`,
  unclosed: (sign: string) => `dấu “${sign}” mở ở dòng này chưa được đóng`,
  tooDeep: 'ngoặc lồng nhau quá sâu: một quy tắc không cần quá năm lớp',
  syntax: 'dòng này viết chưa đúng: thiếu hoặc thừa dấu phẩy, dấu chấm, hoặc viết dở câu',
  statement:
    "câu này không thuộc ngôn ngữ quy tắc: chỉ dùng import { … } from 'dondoc/dsl', const tên = …, và export default policy(…)…",
  expression:
    'chỗ này chỉ ghi được chữ trong nháy, số, true, danh sách […], nhóm { … } hoặc từ của ngôn ngữ như workingDays(3)',
  otherImport: (source: string) => `không nhập được từ “${source}”: quy tắc chỉ dùng import { … } from 'dondoc/dsl'`,
  importForm: "viết import { policy, lead, … } from 'dondoc/dsl': nêu từng từ cần dùng",
  unknownImport: (name: string, near: string | undefined) =>
    otherSpanText(name) ?? `'dondoc/dsl' không có từ “${name}”${meant(near)}`,
  notImported: (name: string) =>
    `từ “${name}” chưa có trong dòng import: thêm vào import { …, ${name} } from 'dondoc/dsl'`,
  unknownName: (name: string, near: string | undefined) =>
    otherSpanText(name) ??
    `không có từ “${name}”${meant(near)}${near === undefined ? ' (chữ thì đặt trong dấu nháy)' : ''}`,
  twice: (name: string) => `“${name}” đã đặt ở trên: đổi tên`,
  constOnly: 'viết const tên = giá trị: mỗi tên một giá trị, không đổi',
  notCalled: (name: string) => `“${name}” là một từ, không kèm ngoặc (…)`,
  mustCall: (name: string) => `“${name}” phải kèm giá trị trong ngoặc: ${name}(…)`,
  arguments: (name: string, wanted: readonly WordKind[]) =>
    `${name}(…) cần ${wanted.map((kind) => WANTED[kind]).join(', rồi ')}`,
  argument: (name: string, wanted: WordKind, found: WordKind) =>
    `${name}(…) cần ${WANTED[wanted]}; đang là ${FOUND[found]}`,
  tooMany: (name: string, most: number) => `${name}(…) chỉ nhận ${most} giá trị`,
  notAfter: (name: string, after: string, allowed: readonly string[], near: string | undefined) =>
    `“${name}” không đứng sau ${after}(…)${meant(near)}; ${
      allowed.length === 0
        ? 'quy tắc đã kết thúc ở close'
        : `sau ${after}(…) là ${allowed.map((w) => `${w}(…)`).join(' hoặc ')}`
    }`,
  order: 'thứ tự của một quy tắc: policy, assign, các remind, các escalate, rồi close',
  noMethod: (name: string) =>
    `“.${name}” không dùng được ở đây: dấu chấm chỉ nối policy(…) với assign, remind, escalate, close`,
  noTrigger: (stage: string) =>
    stage === 'remind'
      ? 'remind(…) thiếu mốc: sau vai là before(…), whenSilentFor(…) hoặc whenUnacknowledgedFor(…)'
      : 'escalate(…) thiếu mốc: sau vai là after(…), whenSilentFor(…) hoặc whenUnacknowledgedFor(…)',
  looseQualifier: (word: string) => `${word} phải đứng sau một mốc, ví dụ after(workingDays(1)), ${word}`,
  wrongStage: (stage: string, word: string) =>
    stage === 'remind'
      ? `${word}(…) không dùng trong remind: trước hạn dùng before(…); việc đã quá hạn dùng escalate(…)`
      : `${word}(…) không dùng trong escalate: quá hạn dùng after(…); trước hạn dùng remind(…)`,
  key: 'tên mục trong nhóm { … } viết thường, không tính toán: { copy: cooperating }',
  spread: 'dấu “…” không dùng trong quy tắc: ghi từng giá trị',
  keyTwice: (key: string) => `mục “${key}” ghi hai lần trong một nhóm`,
  notClosed: 'quy tắc chưa kết thúc: thêm .close({ submittedBy: lead, approvedBy: secretariat })',
  notExported: 'quy tắc chưa được đưa ra: viết export default policy(…)…',
  noPolicy: 'tệp không có quy tắc nào: bắt đầu bằng export default policy(…)…',
  tooManySteps: (most: number) => `quy tắc dài quá ${most} bước`,
} as const;
