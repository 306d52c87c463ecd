import { GENERICS, HEADS, HONORIFICS, PREDICATES, QUANTIFIERS, TITLES } from '../agencies/lexicon.ts';
import type { Clean } from '../text/clean.ts';
import { tokenize } from '../text/tokens.ts';
import type { ColumnKind } from './columns.ts';

const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxl]{1,6}|[a-hđ])(?:[.)]|\.\))?$/u;
const DATE =
  /(?:^|\s)(?:ngày|tháng|quý|năm|tuần|hằng|hàng|thường xuyên|định kỳ|trước|sau|xong|chậm nhất|khi|theo|giai đoạn|ngay)(?:\s|$)|\d{1,2}\/\d{4}|^\d{4}(?:\s*[-–]\s*\d{4})?$/u;
const LONGEST_DATE = 120;
const LONGEST_NAMES = 260;
const SHORTEST_TASK = 18;

/** What the words of a cell look like, whatever column it stands in. */
export interface CellLook {
  readonly empty: boolean;
  readonly number: boolean;
  readonly date: boolean;
  readonly names: boolean;
  readonly long: boolean;
}

export function cellLookOf(c: Clean): CellLook {
  const number = NUMBER.test(c.folded);
  return {
    empty: c.text === '',
    number,
    date: !number && c.text.length <= LONGEST_DATE && /\p{Ll}|\d/u.test(c.text) && DATE.test(c.folded),
    names: c.text.length <= LONGEST_NAMES && beginsName(c),
    long: c.text.length >= SHORTEST_TASK,
  };
}

function beginsName(c: Clean): boolean {
  const t = tokenize(c);
  const at = t.findIndex((x) => x.word);
  if (at < 0) return false;
  const many = QUANTIFIERS.at(t, at);
  if (many > 0) return GENERICS.at(t, at + many) > 0 || HEADS.at(t, at + many) > 0;
  if (!t[at]?.cap || PREDICATES.at(t, at) > 0) return false;
  return [HEADS, TITLES, GENERICS, HONORIFICS].some((list) => list.at(t, at) > 0);
}

/** How well a cell that looks so fits a column of this kind: 2 as expected, 0 says nothing, below 0 out of place. */
export function fitOf(look: CellLook, kind: ColumnKind | null): number {
  if (look.empty) return kind === 'task' ? -2 : 0;
  switch (kind) {
    case null:
      return 0;
    case 'number':
      return look.number ? 2 : -4;
    case 'task':
      return look.number ? -4 : (look.long ? 1.5 : 0.5) - (look.names ? 1.5 : 0);
    case 'deadline':
      return look.date ? (look.names ? 1 : 2) : look.number ? -2 : -1;
    case 'product':
      return look.number ? -2 : 0.7 - (look.names ? 0.7 : 0) - (look.date ? 0.7 : 0);
    default:
      return look.names ? 2 : look.number || look.date ? -2 : look.long ? -0.5 : 0;
  }
}
