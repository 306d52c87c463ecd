import { awaitedEvent, readDeadlines } from '../../deadline/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { secrecyOfRow } from '../../notices/index.ts';
import { COLUMN_NAMES, type Column, FAULTS, importFaultText, WARNINGS } from '../../texts/import.ts';
import { cutAtWord } from '../../texts/messages/index.ts';
import { dayOfCell } from './cell-day.ts';
import type { ListColumns } from './columns.ts';
import { plain } from './plain.ts';
import { type ListedState, listedState } from './states.ts';
import { BrokenCell, type SheetCell, type TableRow } from './table.ts';

/** One task of the list, in its true state. Days as the list has them. */
export interface OldRow {
  readonly row: number;
  readonly number: string | null;
  readonly issued: Day;
  readonly text: string;
  readonly lead: string;
  readonly cooperating: string;
  readonly supervisor: string;
  readonly due: Day | null;
  /** The words that set the deadline, where they are no plain date. */
  readonly phrase: string | null;
  readonly status: 'assigned' | 'acknowledged' | 'submitted' | 'suspended' | 'approved' | 'cancelled';
  readonly acknowledged: Day | null;
  readonly submitted: Day | null;
  readonly closed: Day | null;
  readonly note: string;
  readonly warnings: readonly string[];
}

/** The document of the row above: a sheet with joined cells names it once. */
export interface RowAbove {
  readonly number: string | null;
  readonly issued: Day;
}

export interface RowContext {
  readonly columns: ListColumns;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  readonly above: RowAbove | undefined;
}

/** A row of the list, or everything that is wrong with it. */
export function readRow(given: TableRow, context: RowContext): { row: OldRow } | { faults: string[] } {
  const reader = new RowReader(given, context);
  const row = reader.read();
  return row && reader.faults.length === 0 ? { row } : { faults: reader.faults };
}

/** A level of secrecy that is none; whatever else stands in that column is one. */
const OPEN_LEVEL = /^(?:thuong|binh thuong|khong(?: mat)?|cong khai|0)?$/;

class RowReader {
  readonly faults: string[] = [];
  private readonly warnings: string[] = [];
  /** Columns whose cell has no value to judge: said once, and nothing more of them. */
  private readonly broken = new Set<Column>();

  constructor(
    private readonly given: TableRow,
    private readonly context: RowContext,
  ) {
    const { places } = context.columns;
    for (const [column, place] of places) {
      const left = [...places].find(([, one]) => one === given.joined?.get(place));
      if (left && isEmpty(given.cells[place] ?? null)) {
        this.fault(column, FAULTS.joined(context.columns.headings.get(left[0]) ?? COLUMN_NAMES[left[0]]));
        this.broken.add(column);
        continue;
      }
      const shown = brokenValue(given.cells[place] ?? null);
      if (shown === undefined) continue;
      this.fault(column, shown.startsWith('=') ? FAULTS.noValue(shown) : FAULTS.failed(shown));
      this.broken.add(column);
    }
  }

  read(): OldRow | undefined {
    const { issued, number } = this.document();
    const text = this.needed('text');
    this.refuseSecret(text);
    const lead = this.names('lead');
    if (lead === '') this.fault('lead', `${FAULTS.missing} ${COLUMN_NAMES.lead}`);
    const acknowledged = this.past('acknowledged');
    const submitted = this.past('submitted');
    const closed = this.past('closed');
    if (issued === undefined) return undefined;
    this.inOrder([
      ['issued', issued],
      ['acknowledged', acknowledged],
      ['submitted', submitted],
      ['closed', closed],
    ]);
    const { due, phrase } = this.deadline(issued);
    const status = this.status({ due, acknowledged, submitted, closed });
    if (status === undefined) return undefined;
    if (status === 'acknowledged' && acknowledged === null) this.warnings.push(WARNINGS.noAcknowledgement);
    return {
      row: this.given.row,
      number,
      issued,
      text,
      lead,
      due,
      phrase,
      status,
      submitted,
      cooperating: this.names('cooperating'),
      supervisor: this.names('supervisor'),
      note: this.text('note'),
      acknowledged: acknowledged ?? (status === 'acknowledged' ? issued : null),
      closed: status === 'approved' || status === 'cancelled' ? (closed ?? submitted ?? this.context.today) : null,
      warnings: this.warnings,
    };
  }

  private document(): { number: string | null; issued: Day | undefined } {
    const { above } = this.context;
    const number = this.text('number');
    if (number === '' && isEmpty(this.cell('issued')) && above) {
      this.warnings.push(WARNINGS.above);
      return above;
    }
    const issued = this.past('issued');
    if (issued === null && isEmpty(this.cell('issued')))
      this.fault('issued', `${FAULTS.missing} ${COLUMN_NAMES.issued}`);
    return { number: number === '' ? null : number, issued: issued ?? undefined };
  }

  /** A day that has come; null where the cell is empty or holds no such day, which is a fault. */
  private past(column: Column): Day | null {
    const cell = this.cell(column);
    if (isEmpty(cell)) return null;
    const day = dayOfCell(cell, this.given.since1904);
    if (day === undefined) this.fault(column, FAULTS.notADay(shown(cell)));
    else if (day > this.context.today) this.fault(column, FAULTS.future(day));
    else return day;
    return null;
  }

  private inOrder(days: readonly (readonly [Column, Day | null])[]): void {
    let before: readonly [Column, Day] | undefined;
    for (const [column, day] of days) {
      if (day === null) continue;
      if (before && day < before[1]) this.fault(column, FAULTS.before(day, COLUMN_NAMES[before[0]], before[1]));
      before = [column, day];
    }
  }

  private deadline(issued: Day): { due: Day | null; phrase: string | null } {
    const cell = this.cell('due');
    const none = { due: null, phrase: null };
    if (isEmpty(cell)) return none;
    const words = shown(cell);
    const due = dayOfCell(cell, this.given.since1904) ?? null;
    if (due !== null) {
      if (due < issued) this.fault('due', FAULTS.before(due, COLUMN_NAMES.issued, issued));
      return { due, phrase: null };
    }
    if (plain(words) === '') {
      this.fault('due', FAULTS.tooNarrow(words));
      return none;
    }
    if (/^(khong|k|x|thuong xuyen|khong (co|quy dinh|thoi) .*|khong thoi han|khong co)$/.test(plain(words)))
      return none;
    const read = readDeadlines(words, { anchor: issued, calendar: this.context.calendar });
    if (read.some((d) => d.recurrence !== undefined)) {
      this.fault('due', FAULTS.recurring(words));
      return none;
    }
    const last = read
      .flatMap((d) => d.due ?? [])
      .sort()
      .at(-1);
    if (last === undefined && awaitedEvent(words, { anchor: issued, calendar: this.context.calendar })) {
      this.warnings.push(WARNINGS.awaitsEvent(words));
      return { due: null, phrase: words };
    }
    if (last === undefined) {
      this.fault('due', FAULTS.notADeadline(words));
      return none;
    }
    this.warnings.push(WARNINGS.deadlineWords(words, last));
    return { due: last, phrase: words };
  }

  private status(days: {
    readonly due: Day | null;
    readonly acknowledged: Day | null;
    readonly submitted: Day | null;
    readonly closed: Day | null;
  }): OldRow['status'] | undefined {
    const words = this.text('status');
    const listed = listedState(words);
    if (listed === undefined) {
      this.fault('status', FAULTS.state(cutAtWord(words, 60)));
      return undefined;
    }
    if (listed === 'asked') {
      this.fault('status', FAULTS.asked(words));
      return undefined;
    }
    const state = listed ?? stateOfDays(days);
    const against = (column: 'submitted' | 'closed') => this.fault('status', FAULTS.stateAgainst(words, column));
    // A day that could not be read is a fault already.
    const needs = (column: 'submitted' | 'closed') => {
      if (isEmpty(this.cell(column))) this.fault('status', FAULTS.stateNeeds(words, column));
    };
    const open = state === 'open' || state === 'overdue' || state === 'returned' || state === 'suspended';
    if ((open || state === 'submitted') && days.closed !== null) against('closed');
    if ((state === 'open' || state === 'overdue') && days.submitted !== null) against('submitted');
    if (state === 'approved' && days.closed === null && days.submitted === null) needs('closed');
    if (state === 'submitted' && days.submitted === null) needs('submitted');
    if (state === 'overdue' && (days.due === null || days.due >= this.context.today)) {
      this.fault('status', FAULTS.notOverdue(days.due));
    }
    if (state === 'approved' || state === 'cancelled' || state === 'submitted' || state === 'suspended') return state;
    const working = state === 'returned' || days.acknowledged !== null || /dang|tiep nhan|da nhan/.test(plain(words));
    return working ? 'acknowledged' : 'assigned';
  }

  /** Nothing secret is taken in: by its level, its number, or a mark beside what it asks. */
  private refuseSecret(text: string): void {
    const level = this.text('secrecy');
    if (level !== '' && !OPEN_LEVEL.test(plain(level))) this.fault('secrecy', FAULTS.secret(level));
    const mark = secrecyOfRow(this.text('number'), text);
    if (mark) this.fault(secrecyOfRow(this.text('number'), '') ? 'number' : 'text', FAULTS.secret(mark.toUpperCase()));
  }

  private needed(column: Column): string {
    const text = this.text(column);
    if (text === '') this.fault(column, `${FAULTS.missing} ${COLUMN_NAMES[column]}`);
    return text;
  }

  private text(column: Column): string {
    const cell = this.cell(column);
    return isEmpty(cell) ? '' : shown(cell).normalize('NFC').replace(/\s+/g, ' ').trim();
  }

  /** A cell of several names has each on a line of its own, or all in one. */
  private names(column: Column): string {
    const cell = this.cell(column);
    return isEmpty(cell)
      ? ''
      : shown(cell)
          .normalize('NFC')
          .replace(/\s*\n\s*/g, '; ')
          .replace(/\s+/g, ' ')
          .trim();
  }

  private cell(column: Column): SheetCell {
    const place = this.context.columns.places.get(column);
    if (place === undefined || this.broken.has(column)) return null;
    return this.given.cells[place] ?? null;
  }

  private fault(column: Column, what: string): void {
    if (this.broken.has(column)) return;
    const heading = this.context.columns.headings.get(column) ?? COLUMN_NAMES[column];
    this.faults.push(importFaultText(this.given.row, heading, what));
  }
}

function stateOfDays({ submitted, closed }: { submitted: Day | null; closed: Day | null }): ListedState {
  if (closed !== null) return 'approved';
  return submitted === null ? 'open' : 'submitted';
}

const FAILED = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i;

/** What stands in place of a value: a formula nobody has computed, or the mark of one that failed. */
function brokenValue(cell: SheetCell): string | undefined {
  if (cell instanceof BrokenCell) return cell.shown;
  return typeof cell === 'string' && FAILED.test(cell.trim()) ? cell.trim() : undefined;
}

function isEmpty(cell: SheetCell): boolean {
  return cell === null || (typeof cell === 'string' && /^[\s\-–—./…_]*$/.test(cell));
}

function shown(cell: SheetCell): string {
  if (cell instanceof BrokenCell) return cell.shown;
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
}
