import type { Party } from '../dsl/policy/policy.ts';
import type { Door } from '../dsl/rules/index.ts';
import { PARTY_NAMES } from './names.ts';

/** Who did something, in names. What the record does not hold is absent, and nothing is said of it. */
export interface Who {
  readonly party: Party;
  readonly head?: boolean;
  readonly agency?: string;
  readonly person?: string;
  readonly door?: Door;
  /** Who typed it or vouched for it. */
  readonly operator?: string;
}

const DOORS: Record<Door, string> = {
  link: 'trên trang liên kết riêng',
  mail: 'bằng thư trả lời',
  zalo: 'bấm nút trên Zalo',
  command: 'bằng lệnh tại máy của văn phòng',
  page: 'trên trang của văn phòng',
};

/** “Trần Thị B (Sở Y tế), trên trang liên kết riêng”. */
export function whoText(who: Who): string {
  return [nameOf(who), ...(who.head ? ['với tư cách người đứng đầu'] : []), ...wayOf(who)].join(', ');
}

/** By which door, and through whose hands: what stands beside a name that is already there. */
export function wayText(who: Who): string {
  return wayOf(who).join(', ');
}

function nameOf({ party, agency, person }: Who): string {
  const of = agency ?? PARTY_NAMES[party];
  return person === undefined ? of : `${person} (${of})`;
}

function wayOf({ door, operator }: Who): string[] {
  const by = operator === undefined ? [] : [`${door === 'mail' ? 'người xác nhận' : 'người nhập'}: ${operator}`];
  return [...(door === undefined ? [] : [DOORS[door]]), ...by];
}

/** Who types a command and gives no name: all that is known is what the machine calls them. */
export const machineAccount = (name: string) => `tài khoản máy “${name}”`;

export const ACTING = {
  asks: 'Người thực hiện',
  empty: '--as: tên người thực hiện để trống; ghi --as "Họ tên" hoặc tên đơn vị',
  several: (given: string, ids: readonly string[]) =>
    `--as “${given}”: danh bạ có nhiều người tên này; ghi mã: ${ids.join(', ')}`,
  noPart: (agency: string, lead: readonly string[]) =>
    `--as: ${agency} không tham gia nhiệm vụ này (chủ trì: ${lead.join(', ')}); văn phòng thực hiện thì ghi tên người của văn phòng, hoặc thêm --by secretariat`,
  noAgency: (given: string) =>
    `--agency “${given}”: danh bạ không có đơn vị này; xem mã, tên bằng: dondoc directory show`,
  option: 'người hoặc đơn vị thực hiện, ghi vào diễn biến (mặc định: hỏi, hoặc tên người dùng của máy)',
} as const;
