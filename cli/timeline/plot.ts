import { type Day, dayNumber, daysBetween } from '../../dsl/time/day.ts';
import {
  type AxisSpan,
  type DaySpan,
  type Flag,
  type Lane,
  mondaysOf,
  monthsOf,
  type Timeline,
  type Track,
} from '../../office/timeline/index.ts';
import { fitColumns, gridColumnsOf } from './columns.ts';
import { GridRow, type Ink } from './grid.ts';
import { GROUND, inkOf, LINES, RULER, signOfAll } from './signs.ts';

/** Days in columns. */
export class Plot {
  private readonly days: number;
  private readonly first: number;

  constructor(
    private readonly timeline: Timeline,
    private readonly width: number,
  ) {
    this.days = daysBetween(timeline.from, timeline.to) + 1;
    this.first = dayNumber(timeline.from);
  }

  private column(n: number): number {
    return Math.min(this.width - 1, Math.floor(((n - this.first) * this.width) / this.days));
  }

  private columnOf(day: Day): number {
    return this.column(dayNumber(day));
  }

  /** Names of the days that matter, each over its line, in as many rows as they need (three at most). */
  flagRows(): GridRow[] {
    const rows: GridRow[] = [];
    for (const flag of this.timeline.flags) {
      const text = fitColumns(`${LINES[flag.kind]}${flag.label}`, this.width);
      const at = Math.max(0, Math.min(this.columnOf(flag.day), this.width - gridColumnsOf(text)));
      const end = Math.min(this.width, at + gridColumnsOf(text) + 1);
      let row = rows.find((r) => r.isFree(at, end));
      if (!row && rows.length < 3) {
        row = new GridRow(this.width);
        rows.push(row);
      }
      row?.write(at, text, inkOfFlag(flag));
    }
    return rows;
  }

  private monthSpans(): AxisSpan[] {
    const { from, to } = this.timeline;
    return monthsOf(from, to, this.width / this.days, (name) => name.length + 1);
  }

  months(): GridRow {
    const row = new GridRow(this.width);
    for (const month of this.monthSpans()) {
      const at = this.column(month.from);
      const end = month.to === this.first + this.days ? this.width : this.column(month.to);
      if (at + month.name.length < end || (at + month.name.length === end && end === this.width))
        row.write(at, month.name);
    }
    return row;
  }

  /** Weeks as ticks where there is room for them, months always. */
  ruler(): GridRow {
    const { from, to, provisionalFrom } = this.timeline;
    const row = new GridRow(this.width);
    const known = provisionalFrom === null ? this.width : this.columnOf(provisionalFrom);
    for (let at = 0; at < this.width; at++) row.put(at, at < known ? RULER.known : RULER.provisional, 'faint');
    if ((7 * this.width) / this.days >= 2)
      for (const n of mondaysOf(from, to)) row.put(this.column(n), RULER.week, 'faint');
    for (const month of this.monthSpans().slice(1)) {
      row.put(this.column(month.from), RULER.month, 'faint');
    }
    return row;
  }

  lane({ role }: Lane, track: Track): GridRow {
    const row = new GridRow(this.width);
    this.shade(row);
    for (const flag of this.timeline.flags) row.put(this.columnOf(flag.day), LINES[flag.kind], inkOfFlag(flag));
    const marks = this.timeline.marks.filter((m) => m.role === role && m.track === track);
    for (const mark of marks) {
      const column = this.columnOf(mark.day);
      row.put(column, signOfAll(marks.filter((m) => this.columnOf(m.day) === column)), inkOf(mark));
    }
    return row;
  }

  /** A column is shaded where all of its days are off. */
  private shade(row: GridRow): void {
    const edge = (n: number) => ((n - this.first) * this.width) / this.days;
    const fill = ({ from, to }: DaySpan, sign: string) => {
      const right = edge(dayNumber(to) + 1);
      for (let at = Math.ceil(edge(dayNumber(from))); at + 1 <= right; at++) row.put(at, sign, 'faint');
    };
    for (const span of this.timeline.daysOff) fill(span, GROUND.off);
    for (const span of this.timeline.suspensions) fill(span, GROUND.suspended);
  }
}

function inkOfFlag({ kind }: Flag): Ink {
  if (kind === 'due') return 'escalate';
  return kind === 'notice' ? 'assign' : 'faint';
}
