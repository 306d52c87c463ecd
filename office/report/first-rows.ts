import { REPORT_TEXTS as say } from '../../texts/report.ts';
import type { ReportTable } from './tables.ts';

/** Rows of a list that one page shows. */
export const MOST_ON_A_PAGE = 200;
/** Rows of a list that a .docx holds, some thirty sheets: a hundred thousand took all the memory of the service. */
export const MOST_IN_WORD = 1_000;

/** The table with the first rows of its list, how many there are in all said in its title; tables of figures stay whole. */
export function firstRowsOf<T extends ReportTable>(table: T, most: number): T {
  if (table.isList !== true || table.rows.length <= most) return table;
  return {
    ...table,
    title: say.firstRows(table.title, most, table.rows.length),
    rows: table.rows.slice(0, most),
  };
}
