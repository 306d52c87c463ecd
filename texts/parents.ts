import type { Status } from '../dsl/rules/index.ts';
import { STATUS_NAMES } from './names.ts';

/* What is said of what a group was given, as one. */

interface Sums {
  readonly total: number;
  readonly acknowledged: number;
  readonly done: number;
  readonly late: number;
}

interface Member {
  readonly status: Status;
}

const LATE_NAMED = 5;

/** What became of a group of whom nobody has anything left to do: "đã hủy (12 đơn vị)". */
function endedTogether(members: readonly Member[]): string {
  const ends = [...new Set(members.map(({ status }) => status))];
  const counted = ends.map((end) => [STATUS_NAMES[end], members.filter(({ status }) => status === end).length]);
  return counted.map(([name, n]) => `${name} (${n} đơn vị)`).join(', ');
}

export const PARENT_LINES = {
  lead: (lead: readonly { readonly name: string }[], total: number) =>
    `${lead.map(({ name }) => name).join(', ')}${total === 0 ? '' : ` (${total} đơn vị)`}`,
  /** "7/12 đã nhận, 5/12 hoàn thành, 2 quá hạn: UBND xã An Phú, UBND xã Bình Hải" */
  sums: ({ total, acknowledged, done, late }: Sums, members: readonly Member[], names: readonly string[] = []) => {
    if (total === 0) return endedTogether(members);
    const more = names.length - LATE_NAMED;
    const named = [...names.slice(0, LATE_NAMED), ...(more > 0 ? [`${more} đơn vị khác`] : [])].join(', ');
    return [
      `${acknowledged}/${total} đã nhận`,
      `${done}/${total} hoàn thành`,
      ...(late === 0 ? [] : [`${late} quá hạn${named === '' ? '' : `: ${named}`}`]),
    ].join(', ');
  },
  /** "7/12 đã nhận, 5/12 hoàn thành. 2 đơn vị: UBND xã An Phú, UBND xã Bình Hải" */
  inDigest: ({ total, acknowledged, done }: Omit<Sums, 'late'>, names: readonly string[]) =>
    `${acknowledged}/${total} đã nhận, ${done}/${total} hoàn thành. ${names.length} đơn vị: ${names.join('; ')}`,
  membersHead: ['Mã', 'Đơn vị', 'Hạn', 'Trạng thái', 'Lần tới'],
  members: (members: number) => `${members} đơn vị`,
  plan: (members: number) => `  giao riêng cho ${members} đơn vị: từng bước dưới đây lặp lại cho mỗi đơn vị, cùng lúc`,
  more: (example: string) => `Xem từng đơn vị: dondoc show ${example}`,
  isWhole: (given: string, example: string) =>
    `${given}: là nhiệm vụ giao cho nhóm, mỗi đơn vị một nhiệm vụ; ghi mã của đơn vị, ví dụ ${example}`,
  isWholeToDraw: (given: string, example: string) =>
    `${given} là nhiệm vụ giao cho nhóm: vẽ từng đơn vị, ví dụ dondoc show ${example} --format svg`,
} as const;
