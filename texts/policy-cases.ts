import type { Policy } from '../dsl/policy/policy.ts';
import type { Day } from '../dsl/time/day.ts';
import { dayWithWeekday } from './format.ts';
import { triggerText } from './names.ts';

/* Cases that officials write of a policy: what is wrong with one as written, and where it does not come true. */

export const CASE_FAULTS = {
  noYear: (text: string) => `“${text}”: chưa biết năm; ghi năm ở ngày giao (giao 03/03/2025) hoặc một dòng “Năm: 2025”`,
  noSuchDay: (text: string) => `“${text}”: không có ngày này`,
  noIssue: 'chưa ghi ngày giao; ví dụ: Cho: giao 03/03/2025, hạn 31/3',
  noExpectation: 'chưa ghi mong đợi; ví dụ: Thì: 01/4 báo người đứng đầu',
  notGiven: (text: string) =>
    `“${text}”: không hiểu; ghi như “giao 03/03/2025”, “hạn 31/3”, “không hạn”, “có phối hợp”, “hoả tốc”, “lĩnh vực y tế”, “giao nhiều đơn vị”, “do UBND tỉnh ban hành”, “nhận 5/3”, “báo cáo 10/3”, “trình 20/3”, “trả lại 25/3”, “duyệt 26/3”, “rút lại …”, “tạm hoãn …”, “tiếp tục …”, “20/3 đổi hạn 15/4”, “hủy …”`,
  notExpected: (text: string) =>
    `“${text}”: không hiểu; ghi như “01/4 báo chủ trì, người đứng đầu”, “28/3 nhắc chủ trì”, “07/4 công văn”, “10/4 không báo ai”, “từ 10/4 không báo ai”, “không gì khác”`,
  noSection: (text: string) => `“${text}”: dòng phải bắt đầu bằng Ca, Cho, Khi, Thì hoặc Và (hoặc “… → mong đợi: …”)`,
  beforeIssue: (text: string) => `“${text}”: trước ngày giao`,
  noDay: (text: string) => `“${text}”: chưa ghi ngày`,
  empty: 'không có ca nào; mỗi ca ghi: Ca: tên, Cho: …, Khi: …, Thì: …',
  noColumns: 'dòng đầu của bảng phải có các cột Cho, Khi, Thì (và Ca, nếu muốn đặt tên)',
  unreadable: (code: string) => `không đọc được (${code})`,
  tooLong: (kilobytes: number) => `tệp ca dài quá ${kilobytes} KB`,
  missing: 'không có tệp này',
} as const;

/** What is wrong with a directive as somebody says it stands (`check --at`). */
export const STANDING_FAULTS = {
  noToday: 'chưa ghi hôm nay; ví dụ "đã nhận, hôm nay 02/3, chậm 3 ngày"',
  notUnderstood: (text: string) =>
    `“${text}”: không hiểu; ghi như “chưa nhận”, “đã nhận”, “đã trình”, “tạm hoãn”, “hôm nay 02/3”, “chậm 3 ngày”, “còn 5 ngày làm việc”, “hạn 31/3”, “không hạn”, “im lặng 10 ngày”, “giao 03/02”, “báo cáo 20/02”`,
  cannotBe: (text: string) => `“${text}”: những điều này không thể cùng đúng theo quy tắc`,
} as const;

export const STANDING_LINES = {
  head: (policy: string, issued: string, due: string, today: string) =>
    `${policy}: giao ${issued}, hạn ${due}, hôm nay ${today}; nếu từ nay không ai làm gì:`,
  columns: ['Ngày', 'Bước (vì sao)', 'Căn cứ, lý do'],
  nothing: 'không còn bước nào: không ai được báo gì nữa, trừ khi có người thao tác',
} as const;

export const CASE_LINES = {
  passed: (id: string, n: number) => `${id}: ${n}/${n} ca đúng như mong đợi`,
  broken: (id: string, right: number, n: number) => `${id}: ${right}/${n} ca đúng như mong đợi`,
  none: (id: string) => `${id}: chưa có ca nào`,
  one: (name: string, place: string) => `SAI  ${name}  (${place})`,
  head: ['Ngày', 'Mong đợi', 'Theo quy tắc', ''],
  differs: 'khác',
  nobody: 'không báo ai',
  nothing: '—',
  refused: (act: string, why: string) => `${act}: không nhận được (${why})`,
} as const;

export function caseDay(day: Day): string {
  return dayWithWeekday(day);
}

/** A rung by its name, as the policy's page has it: “Nhắc 2 (trước hạn 5 ngày làm việc)”. */
export function rungTitle(policy: Policy, name: string): string {
  const [stage, index] = name.split('.');
  const { acknowledgeWithin } = policy.assign;
  if (stage === 'acknowledge' && acknowledgeWithin)
    return `Nhắc tiếp nhận (${triggerText({ whenUnacknowledgedFor: acknowledgeWithin })})`;
  const rung = policy[stage === 'remind' ? 'remind' : 'escalate'][Number(index)];
  const title = `${stage === 'remind' ? 'Nhắc' : 'Báo lên'} ${Number(index) + 1}`;
  return rung === undefined ? title : `${title} (${triggerText(rung.when)})`;
}

/** Which rungs were seen to speak, which never were, and which never can. */
export function coverageLines(
  policy: Policy,
  coverage: readonly {
    readonly rung: string;
    readonly fired: boolean;
    readonly canFire: boolean;
    readonly seenIn: readonly string[];
  }[],
): string[] {
  const fired = coverage.filter((one) => one.fired);
  const named = (rungs: typeof coverage) => rungs.map(({ rung }) => rungTitle(policy, rung)).join('; ');
  const unseen = coverage.filter((one) => !one.fired && one.canFire);
  const dead = coverage.filter((one) => !one.canFire);
  const inRegister = coverage.filter(({ seenIn }) => seenIn.includes('register')).length;
  return [
    `Bậc đã chạy: ${fired.length}/${coverage.length} (trong các ca hoặc trong sổ một năm qua; trong sổ: ${inRegister})`,
    ...(unseen.length === 0 ? [] : [`  Chưa ca nào chạy tới: ${named(unseen)}`]),
    ...(dead.length === 0 ? [] : [`  Không bao giờ đến lượt: ${named(dead)}`]),
  ];
}
