import { formatDay, formatMoment } from './format.ts';

/* What `dondoc issue` says before and after tasks are given. */

export const ISSUE_REFUSALS = {
  sameNotice: (
    name: string,
    held: { readonly id: string; readonly number: string | null; readonly day: string },
    by: 'identity' | 'words',
    differences: readonly string[],
  ) => {
    const why = by === 'identity' ? 'cùng số, ngày và nơi ban hành' : 'lời văn gần như trùng';
    const shown = differences.length === 0 ? '' : `; khác ở: ${differences.join(' ')}`;
    return `${name}: đã giao thông báo ${held.number ?? held.id} ngày ${held.day} (mã ${held.id}), ${why}${shown}. Không giao để khỏi trùng nhiệm vụ; nếu đây là bản đính chính, thêm --replaces ${held.number ?? held.id}; nếu đúng là hai văn bản khác nhau, thêm --allow-same`;
  },
  issuedBefore: (
    name: string,
    held: { readonly id: string; readonly number: string | null; readonly registeredAt: number },
    ended: boolean,
  ) => {
    const given = `${name}: thông báo này đã được giao lúc ${formatMoment(held.registeredAt)} (mã ${held.id}); xem bằng: dondoc list --notice ${held.id}`;
    return ended
      ? `${given}. Mọi nhiệm vụ của nó đã kết thúc; muốn giao lại thì ghi thêm vào văn bản lý do giao lại, rồi dondoc issue TỆP --replaces ${held.number ?? held.id}`
      : given;
  },
  leadless: (id: string) => `${id} (không rõ đơn vị chủ trì)`,
  unknownLeads: (of: readonly string[]) =>
    `danh bạ không có đơn vị chủ trì của: ${of.join('; ')}; bổ sung danh bạ (dondoc directory import TỆP), hoặc thêm --allow-unknown để giao mà chưa báo được cho ai`,
  several: (obstacles: readonly string[]) =>
    `${obstacles.length} điều cần xử lý trước khi giao: ${obstacles.map((one, i) => `(${i + 1}) ${one}`).join('. ')}`,
  declined: 'chưa giao gì',
  mustConfirm: 'không có bàn phím để hỏi: xem lại các số trên rồi thêm --yes để giao',
} as const;

export const ISSUE_LINES = {
  tasks: (tasks: number, agencies: number) => `${tasks} nhiệm vụ cho ${agencies} đơn vị chủ trì.`,
  group: (name: string, members: number) => `${name}: giao riêng cho ${members} đơn vị, mỗi đơn vị một nhiệm vụ.`,
  unknownGroups: (names: readonly string[]) =>
    `Danh bạ không có đơn vị nào của nhóm: ${names.join('; ')}. Chưa báo được cho ai; ghi nhóm vào danh bạ, hoặc nêu từng đơn vị khi sửa nhiệm vụ.`,
  noChannel: 'Chưa cài đặt kênh gửi nào: mọi thông báo được giữ lại đến khi cài đặt (trang Cài đặt, hoặc dondoc init).',
  reach: (reached: number, channels: string) => `Báo được ngay cho ${reached} người (${channels}).`,
  held: (people: number, channels: string) =>
    `${people} người chỉ báo được qua ${channels}, kênh chưa cài đặt: thông báo được giữ lại đến khi cài đặt.`,
  unreachable: (names: readonly string[], more: number) =>
    `Chưa có địa chỉ để báo: ${names.join('; ')}${more > 0 ? ` và ${more} nơi khác` : ''}.`,
  overdue: (count: number) => `${count} nhiệm vụ đã quá hạn từ trước lúc giao.`,
  unread: (count: number) => `${count} đoạn giống nhiệm vụ mà chưa đọc được.`,
  noLead: (ids: readonly string[]) => `Không rõ đơn vị chủ trì: ${ids.join(', ')}.`,
  first: (at: number) => `Thông báo đầu tiên: ${formatMoment(at)}.`,
  underName: (name: string, line: string) => `${name}: ${line}`,
  warning: (says: string) => `CHÚ Ý: ${says}`,
  ask: 'Giao các nhiệm vụ trên? (c/k)',
  issued: (name: string, count: number, day: string, id: string) =>
    `${name}: đã giao ${count} nhiệm vụ, ngày ban hành ${formatDay(day)} (mã ${id})`,
  /** Of a notice somebody began before: an attempt that was cut short, or a colleague who is at it now. */
  wentOn: (name: string, started: number, count: number, begunAt: number, id: string) => {
    const did = started === 0 ? 'lần này không phải giao thêm' : `lần này giao tiếp ${started}`;
    const rest = count === started ? '' : `; ${count - started} đã được giao trước đó hoặc ở nơi khác cùng lúc`;
    return `${name}: đã vào sổ lúc ${formatMoment(begunAt)}; tất cả ${count} nhiệm vụ, ${did}${rest} (mã ${id})`;
  },
} as const;
