/** One directive a person must look at, and why. */
export interface Unconfirmed {
  readonly id: string;
  readonly doubts: readonly string[];
}

/** Beyond so many the reasons are left to `dondoc read`: one line must stay readable. */
const MOST_REASONS = 5;

export const confirmationRefusals = {
  unconfirmed: (notice: string, list: readonly Unconfirmed[], file: string): string => {
    const shown = list.slice(0, MOST_REASONS).map(({ id, doubts }) => `${id} (${doubts.join('; ')})`);
    const rest = list.length > MOST_REASONS ? ` và ${list.length - MOST_REASONS} nhiệm vụ khác` : '';
    const ids = list.map((u) => u.id).join(' ');
    return `${notice}: chưa giao, có ${list.length} nhiệm vụ đọc chưa chắc cần người xác nhận: ${shown.join(', ')}${rest}; xem bằng dondoc read ${file} --format html --out xem.html, rồi thêm --confirm ${ids} (hoặc --confirm-all), hoặc sửa bằng --corrections TỆP`;
  },
  unknownId: (id: string, known: string, option = '--confirm'): string =>
    `${option} ${id}: thông báo không có nhiệm vụ này; các mã là: ${known}`,
  eachAndTogether: (id: string): string => `${id}: chỉ chọn một trong --each và --together`,
  emptyName: '--as: tên người xác nhận để trống; ghi --as "Họ tên"',
} as const;
