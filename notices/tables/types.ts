import type { Deadline } from '../../deadline/index.ts';
import type { Name, Span } from '../types.ts';

/** A cell: the stretches of the text it is made of (several where it runs over lines), without blanks at their edges. */
export interface Cell {
  readonly ranges: readonly Span[];
  /** The source has no cell here: one of the rows above may reach down beside this row, or one of this row across. */
  readonly missing?: boolean;
  /** Its words stand outside of the row's own stretch: in a row above, or beside several tasks. */
  readonly apart?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
}

/** A table of a text, its head included. */
export interface Table {
  readonly span: Span;
  readonly rows: readonly Row[];
}

/** How a row's lead was found: its own cell, the section it stands in, the row above (a merged or ditto cell), or not. */
export type TableLead = 'cell' | 'section' | 'above' | 'none';

/** One assignment that a row gives. */
export interface TableDirective {
  /** The row's number as written ("3", "I.2"), without marks; empty where it has none. */
  readonly label: string;
  /** Number of the section it stands in ("I"), empty where none. */
  readonly section: string;
  /** The row without its number: task, agencies, deadline, product, with what stands between them. */
  readonly span: Span;
  /** The words of the task: from its first stretch to its last. */
  readonly task: Span;
  readonly lead: readonly Name[];
  readonly leadBy: TableLead;
  readonly cooperating: readonly Name[];
  /** Of a column "theo dõi, đôn đốc". */
  readonly supervisor: readonly Name[];
  readonly deadlines: readonly Deadline[];
  readonly product: Span | null;
}
