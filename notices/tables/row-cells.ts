import { type Clean, clean, sourceSpan } from '../text/clean.ts';
import type { Span } from '../types.ts';
import type { ColumnKind, Columns } from './columns.ts';
import type { Row } from './types.ts';

const DITTO = /^(?:[-–—\s]*(?:nt|như trên)[-–—.\s]*|["”“'〃]+|-\s*[”"]\s*-)$/u;
const LABEL = /^(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]\s*/u;
/** A number without a mark, where the table has no column of numbers. */
const BARE_LABEL = /^(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\s+(?=\p{Lu})/u;
const LIST_MARK = /^[-–+•]\s*/u;

const LONGEST_LABEL = 12;

/** One row's cells by the kind of their column. */
export class Cells {
  constructor(
    private readonly text: string,
    readonly row: Row,
    private readonly columns: Columns,
  ) {}

  has(kind: ColumnKind): boolean {
    return this.columns.kinds.includes(kind);
  }

  ranges(kind: ColumnKind): readonly Span[] {
    return this.row.cells[this.columns.kinds.indexOf(kind)]?.ranges ?? [];
  }

  clean(kind: ColumnKind): Clean {
    return clean(this.text, this.ranges(kind));
  }

  /** The row's number without marks: of its own column, else the one the task begins with. */
  get label(): string {
    const own = this.has('number') ? this.clean('number').text : (this.ownLabel()?.[1] ?? '');
    // "V. Đa dạng hóa nguồn lực": of a row in one cell the number alone.
    const [number = ''] = own.length > LONGEST_LABEL ? (/^\s*[\p{L}\d.]{1,6}(?=[.)\s])/u.exec(own) ?? []) : [own];
    return number.replace(/[^\p{L}\d.]+/gu, '').replace(/^\.+|\.+$/g, '');
  }

  /** The words of the task without its number. */
  get task(): Span | null {
    const c = this.clean('task');
    const from = (this.ownLabel() ?? LIST_MARK.exec(c.text))?.[0].length ?? 0;
    return from < c.text.length ? sourceSpan(c, from, c.text.length) : null;
  }

  /** From the task to the end of the last cell of its own, the number left out. */
  get span(): Span | null {
    const { task } = this;
    if (!task) return null;
    const number = this.columns.kinds.indexOf('number');
    const column = this.columns.kinds.indexOf('task');
    const own = this.row.cells.flatMap((c, k) => (k === number || c.apart ? [] : k === column ? [task] : c.ranges));
    const parts = own.length > 0 ? own : [task];
    return [Math.min(...parts.map((r) => r[0])), Math.max(...parts.map((r) => r[1]))];
  }

  get product(): Span | null {
    const c = this.clean('product');
    return c.text === '' ? null : sourceSpan(c, 0, c.text.length);
  }

  isDitto(kind: ColumnKind): boolean {
    return DITTO.test(this.clean(kind).folded);
  }

  private ownLabel(): RegExpExecArray | null {
    const { text } = this.clean('task');
    return LABEL.exec(text) ?? (this.has('number') ? null : BARE_LABEL.exec(text));
  }
}
