import { QUANTIFIERS } from '../agencies/lexicon.ts';
import type { Found } from '../agencies/names.ts';
import { Phrases, type Token } from '../text/tokens.ts';

const HIRED = new Phrases(
  'nhà thầu|đơn vị thi công|đơn vị tư vấn|tư vấn|hiệu trưởng|hộ dân|hộ kinh doanh|người dân|phụ huynh|nhà cung cấp',
);

/** Are those asked nobody a notice orders by itself: contractors, households? */
export function isHired(t: readonly Token[], names: readonly Found[]): boolean {
  return names.every((n) => HIRED.at(t, n.from + QUANTIFIERS.at(t, n.from)) > 0);
}

const STAFF = new Phrases('cán bộ|công chức|viên chức|người|nhân viên|lãnh đạo phụ trách|đầu mối|bộ phận');

/** "Phân công | 01 công chức làm đầu mối": whom an agency charges among its own. */
export function isStaff(t: readonly Token[], i: number): boolean {
  const counted = /^\d{1,2}$/.test(t[i]?.text ?? '') ? 1 : QUANTIFIERS.at(t, i);
  return STAFF.at(t, i + counted) > 0;
}
