/* What is said of what a group was given, as one. */

interface Sums {
  readonly total: number;
  readonly acknowledged: number;
  readonly done: number;
  readonly late: number;
}

const LATE_NAMED = 5;

export const PARENT_LINES = {
  lead: (lead: readonly { readonly name: string }[], total: number) =>
    `${lead.map(({ name }) => name).join(', ')}${total === 0 ? '' : ` (${total} đơn vị)`}`,
  /** "7/12 đã nhận, 5/12 hoàn thành, 2 quá hạn: UBND xã An Phú, UBND xã Bình Hải" */
  sums: ({ total, acknowledged, done, late }: Sums, names: readonly string[] = []) => {
    if (total === 0) return 'không còn đơn vị nào phải thực hiện';
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
