/* What `dondoc list` says. */

export const LIST_LINES = {
  untold: ({ held, refused, unknown }: { readonly held: number; readonly refused: number; readonly unknown: number }) =>
    [
      ...(held === 0 ? [] : [`${held} thông báo chờ cài đặt kênh gửi`]),
      ...(refused === 0 ? [] : [`${refused} thông báo không đến được`]),
      ...(unknown === 0 ? [] : [`${unknown} thông báo chưa rõ đã gửi`]),
    ].join(', '),
  folded: 'Nhiệm vụ giao cho nhóm ghi một dòng; mở từng đơn vị: dondoc list --members',
  noAgency: (given: string) => `--agency “${given}”: danh bạ không có đơn vị này; xem bằng: dondoc directory show`,
  noNotice: (given: string) => `--notice ${given}: sổ không có thông báo này; xem bằng: dondoc list`,
  noStatus: (given: string, names: readonly string[]) =>
    `--status “${given}”: không có trạng thái này; dùng một trong: ${names.join(', ')}`,
} as const;
