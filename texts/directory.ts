import type { Day } from '../dsl/time/day.ts';
import { formatDay } from './format.ts';

/* Why nobody was found behind a role on a day. Stands in the ledger, and where a person can mend the directory. */

export const OFFICE_FUNCTIONS = {
  issuer: 'cơ quan ban hành (issuer)',
  secretariat: 'cơ quan theo dõi (secretariat)',
  supervisor: 'cơ quan đôn đốc mặc định (supervisor)',
} as const;

export const DIRECTORY_GAPS = {
  noHead: (agency: string, day: Day) =>
    `${agency}: danh bạ không có người đứng đầu hay người phụ trách vào ngày ${formatDay(day)}`,
  noContact: (agency: string, day: Day) =>
    `${agency}: danh bạ không có đầu mối hay người đứng đầu vào ngày ${formatDay(day)}`,
  noDeputy: (agency: string, day: Day) => `${agency}: danh bạ không có cấp phó nào vào ngày ${formatDay(day)}`,
  noPost: (person: string, day: Day) =>
    `${person}: danh bạ không ghi người này giữ chức vụ nào vào ngày ${formatDay(day)}`,
  noLead: 'Thông báo không nêu cơ quan chủ trì',
  noOffice: (what: string) => `Danh bạ chưa ghi ${what}`,
  officeGone: (what: string, id: string, day: Day) => `Danh bạ: ${what} "${id}" không còn vào ngày ${formatDay(day)}`,
  emptyGroup: (agency: string, day: Day) => `${agency}: nhóm không có đơn vị nào vào ngày ${formatDay(day)}`,
  noSuccessor: (agency: string, day: Day) =>
    `${agency}: không hoạt động vào ngày ${formatDay(day)} và danh bạ không ghi cơ quan kế thừa`,
  unknown: (name: string) => `"${name}": không có trong danh bạ`,
} as const;

/** Why an option's name means no one person. */
export const PERSON_NAMED = {
  nobody: (option: string, given: string) =>
    `${option} “${given}”: danh bạ không có người này; xem tên và mã bằng: dondoc directory show`,
  several: (option: string, given: string, ids: readonly string[]) =>
    `${option} “${given}”: danh bạ có ${ids.length} người tên này; ghi mã: ${ids.join(', ')}`,
} as const;
