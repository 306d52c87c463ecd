import type { Day } from '../../dsl/time/day.ts';
import { formatDay } from '../format.ts';

/** What is said of names the directory does not simply have. One short sentence each. */
export const agencyWarnings = {
  unknown: (names: readonly string[]): string => `Danh bạ không có: ${names.map((n) => `“${n}”`).join(', ')}.`,
  reorganised: (name: string, since: Day, heirs: readonly string[]): string =>
    `Danh bạ không có “${name}”: từ ${formatDay(since)} đơn vị này không còn, ${heirs.length > 0 ? `việc thuộc ${heirs.join(', ')}` : 'việc thuộc cấp xã hoặc sở, ngành'}; xem lại đơn vị được giao.`,
  nearly: (written: string, known: string, confidence: number): string =>
    `“${written}” gần giống “${known}” trong danh bạ (${Math.round(confidence * 100)} %); xem lại có đúng đơn vị này không.`,
  successor: (named: string, agency: string): string => `${named} nay là ${agency}; việc được giao cho ${agency}.`,
} as const;

/** Why a person must confirm a directive before it is issued. */
export const doubtWords = {
  reading: (confidence: number, warning: string | undefined): string => {
    const percent = `tin cậy ${Math.round(confidence * 100)} %`;
    return warning === undefined ? percent : `${percent}: ${warning.replace(/\.$/, '')}`;
  },
  date: (phrase: string, due: Day | null): string => `“${phrase}” đọc là ${formatDay(due)}`,
  agency: (name: string): string => `“${name}” không khớp hẳn tên nào trong danh bạ`,
  undecided: (phrase: string): string => `“${phrase}” chưa chọn ngày`,
} as const;

/** Why the agencies of a notice stand unchecked. */
export function directoryNotAsked(why: string): string {
  return `Chưa tra được danh bạ, các đơn vị chưa được đối chiếu: ${why}`;
}
