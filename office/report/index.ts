/** The figures an office reports, the directives behind each, and what changed between two instants. */
export { compareReports, type ReportComparison } from './compare.ts';
export { countedFilter, isDone, type RowFilter, rowsBehind } from './select.ts';
export { figureTables, GROUPINGS, type Grouping, groupOf, type ReportTable, reportDocument } from './tables.ts';
