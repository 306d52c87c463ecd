export { findTables } from './find-tables.ts';
export { readAssignmentTable } from './read-assignment-table.ts';
export { readTables } from './read-tables.ts';
export type { Cell, Row, Table, TableDirective, TableLead } from './types.ts';
