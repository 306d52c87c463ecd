import { type Day, dayOf } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { NamedParty, OldWork, Register } from '../../register/index.ts';
import type { Column } from '../../texts/import.ts';
import { IMPORT_FILE } from '../../texts/import-file.ts';
import { calendarInForce } from '../change/calendar-in-force.ts';
import { findColumns } from './columns.ts';
import { hasArrears, morningsFor } from './mornings.ts';
import { type OldRow, type RowAbove, readRow } from './old-row.ts';
import { type OldWorkContext, oldWorkOf } from './old-work.ts';
import { importedParties } from './parties.ts';
import type { ListTable, TableRow } from './table.ts';
import { twinFinder } from './twins.ts';

export interface ImportOptions extends Pick<OldWorkContext, 'rules' | 'policy' | 'fileName' | 'now' | 'by'> {
  /** Tells nobody of what has passed, late or not. */
  readonly silent?: boolean;
}

/** A row that is not imported because it is there. */
export interface Known {
  readonly row: number;
  /** The directive it is. */
  readonly id: string;
  /** Where it is: imported before, issued by its notice, or further up in the same file. */
  readonly where: 'imported' | 'issued' | 'file';
}

export interface ImportPlan {
  readonly works: readonly { readonly row: OldRow; readonly work: OldWork }[];
  readonly known: readonly Known[];
  /** Each with row and column. */
  readonly faults: readonly string[];
  readonly warnings: readonly { readonly row: number; readonly text: string }[];
  /** Names the directory does not know, of those who lead, and in how many rows. */
  readonly unknownLeads: ReadonlyMap<string, number>;
  readonly unknownOthers: ReadonlyMap<string, number>;
  readonly unreadColumns: readonly string[];
  /** What the file says beside its rows. */
  readonly notes: readonly string[];
}

/**
 * What an import of these rows would be. Nothing is changed.
 * @throws UserError where no header can be found
 */
export async function planImport(register: Register, table: ListTable, options: ImportOptions): Promise<ImportPlan> {
  const { rows } = table;
  const inSheet = table.sheet !== undefined && table.sheets ? IMPORT_FILE.inSheet(table.sheet, table.sheets) : '';
  const columns = findColumns(rows, options.fileName, inSheet);
  const calendar = await calendarInForce(register);
  const parties = partyFinder(await register.directory.current());
  const findTwin = await twinFinder(register);
  const plan = {
    works: [] as { row: OldRow; work: OldWork }[],
    known: [] as Known[],
    faults: [] as string[],
    warnings: [] as { row: number; text: string }[],
    unknownLeads: new Map<string, number>(),
    unknownOthers: new Map<string, number>(),
  };
  const seen = new Set<string>();
  let above: RowAbove | undefined;
  const today = dayOf(options.now);
  for (const given of rows.filter((r) => r.row > columns.headerRow && isTask(r, columns.places))) {
    const read = readRow(given, { columns, above, calendar, today });
    if ('faults' in read) {
      // The rows below a document that could not be read are not of the one above it.
      if (namesDocument(given, columns.places)) above = undefined;
      plan.faults.push(...read.faults);
      continue;
    }
    const { row } = read;
    above = row;
    const work = oldWorkOf(row, { ...options, calendar, parties });
    const twin = seen.has(work.directive.id) ? ({ id: work.directive.id, where: 'file' } as const) : findTwin(work);
    seen.add(work.directive.id);
    if (twin) {
      plan.known.push({ row: row.row, ...twin });
      continue;
    }
    plan.works.push({ row, work });
    plan.warnings.push(...row.warnings.map((text) => ({ row: row.row, text })));
    countUnknown(plan.unknownLeads, work.directive.lead);
    countUnknown(plan.unknownOthers, [...work.directive.cooperating, ...work.directive.supervisor]);
  }
  if (plan.works.length + plan.known.length + plan.faults.length === 0) {
    throw new UserError(`${options.fileName}: dưới dòng tiêu đề (dòng ${columns.headerRow}) không có nhiệm vụ nào`);
  }
  const works = options.silent
    ? plan.works
    : withMornings(plan.works, calendar, today, (row, tellOn) =>
        oldWorkOf(row, { ...options, calendar, parties }, tellOn),
      );
  return { ...plan, works, unreadColumns: columns.unread, notes: table.notes };
}

type Works = ImportPlan['works'];

function withMornings(
  works: Works,
  calendar: WorkCalendar,
  today: Day,
  workOf: (row: OldRow, tellOn: Day) => OldWork,
): Works {
  const late = works.map((w) => w.work).filter((work) => hasArrears(work, today));
  const mornings = morningsFor(late, calendar, today);
  return works.map(({ row, work }) => {
    const tellOn = mornings.get(work.directive.id);
    return { row, work: tellOn === undefined ? work : workOf(row, tellOn) };
  });
}

function namesDocument({ cells }: TableRow, places: ReadonlyMap<Column, number>): boolean {
  const filled = (column: Column) => {
    const cell = cells[places.get(column) ?? -1];
    return cell !== undefined && cell !== null && cell !== '';
  };
  return filled('number') || filled('issued');
}

/** Headings between rows and rows that number the columns are none. */
function isTask({ cells }: TableRow, places: ReadonlyMap<string, number>): boolean {
  const filled = [...places.values()].filter((i) => cells[i] !== null && cells[i] !== undefined && cells[i] !== '');
  const numbering = cells.every((c) => c === null || /^\(?\d{1,2}\)?$/.test(String(c)) || c === '');
  return filled.length > 1 && !numbering;
}

/** A province names the same agencies thousands of times. */
function partyFinder(directory: Parameters<typeof importedParties>[1]) {
  const found = new Map<string, readonly NamedParty[]>();
  return (cell: string, day: Day): readonly NamedParty[] => {
    const key = `${day} ${cell}`;
    const parties = found.get(key) ?? importedParties(cell, directory, day);
    found.set(key, parties);
    return parties;
  };
}

function countUnknown(counts: Map<string, number>, parties: readonly NamedParty[]): void {
  for (const { name, agency } of parties) if (agency === undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
}
