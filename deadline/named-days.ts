import { addDays, type Day } from '../dsl/time/day.ts';
import { lunarDay } from '../dsl/time/lunar.ts';
import type { Word } from './lexicon.ts';
import { day } from './range.ts';

/** Days that are known by a name. `day` gives the day in a solar year, or in the lunar year that begins in it. */
export interface Holiday {
  readonly names: readonly (readonly Word[])[];
  readonly day: (year: number) => Day | null;
  /** Days off that belong to it, for "trong dịp Tết". */
  readonly days?: number;
}

const solar = (month: number, date: number) => (year: number) => day(year, month, date);
const lunar = (month: number, date: number) => (year: number) => lunarDay(year, month, date);

/** The last day of the lunar year that ends in `year`. */
const eve = (year: number) => {
  const first = lunarDay(year, 1, 1);
  return first ? addDays(first, -1) : null;
};

/** Longest names first: the first that fits is taken. */
export const HOLIDAYS: readonly Holiday[] = [
  {
    names: [
      ['tết', 'dương', 'lịch'],
      ['tết', 'dương'],
    ],
    day: solar(1, 1),
  },
  { names: [['tết', 'đoan', 'ngọ']], day: lunar(5, 5) },
  {
    names: [
      ['tết', 'trung', 'thu'],
      ['trung', 'thu'],
    ],
    day: lunar(8, 15),
  },
  {
    names: [
      ['tết', 'nguyên', 'tiêu'],
      ['nguyên', 'tiêu'],
    ],
    day: lunar(1, 15),
  },
  {
    names: [['tết', 'nguyên', 'đán'], ['tết', 'âm', 'lịch'], ['tết', 'cổ', 'truyền'], ['tết']],
    day: lunar(1, 1),
    days: 5,
  },
  {
    names: [
      ['giao', 'thừa'],
      ['đêm', 'giao', 'thừa'],
    ],
    day: eve,
  },
  {
    names: [
      ['giỗ', 'tổ', 'hùng', 'vương'],
      ['giỗ', 'tổ'],
    ],
    day: lunar(3, 10),
  },
  { names: [['vu', 'lan']], day: lunar(7, 15) },
  { names: [['phật', 'đản']], day: lunar(4, 15) },
  { names: [['quốc', 'khánh']], day: solar(9, 2) },
  { names: [['quốc', 'tế', 'lao', 'động']], day: solar(5, 1) },
  {
    names: [
      ['giải', 'phóng', 'miền', 'nam'],
      ['giải', 'phóng', 'hoàn', 'toàn', 'miền', 'nam'],
      ['thống', 'nhất', 'đất', 'nước'],
    ],
    day: solar(4, 30),
  },
  { names: [['giáng', 'sinh'], ['noel']], day: solar(12, 25) },
  { names: [['nhà', 'giáo', 'việt', 'nam']], day: solar(11, 20) },
  { names: [['khai', 'giảng']], day: solar(9, 5) },
  { names: [['ông', 'công', 'ông', 'táo']], day: (year) => lunarDay(year, 12, 23) },
  {
    names: [
      ['thương', 'binh', 'liệt', 'sĩ'],
      ['thương', 'binh', '-', 'liệt', 'sĩ'],
    ],
    day: solar(7, 27),
  },
  { names: [['quốc', 'tế', 'phụ', 'nữ']], day: solar(3, 8) },
  { names: [['phụ', 'nữ', 'việt', 'nam']], day: solar(10, 20) },
  { names: [['quốc', 'tế', 'thiếu', 'nhi']], day: solar(6, 1) },
  { names: [['thầy', 'thuốc', 'việt', 'nam']], day: solar(2, 27) },
  { names: [['chuyển', 'đổi', 'số', 'quốc', 'gia']], day: solar(10, 10) },
  { names: [['pháp', 'luật', 'việt', 'nam']], day: solar(11, 9) },
];
