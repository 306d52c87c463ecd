/** Colours a terminal of any ground can show; none carries a meaning that a sign does not carry too. */
export type Ink = 'assign' | 'remind' | 'escalate' | 'close' | 'act' | 'faint';

const CODES: Record<Ink, string> = {
  assign: '34',
  remind: '33',
  escalate: '31',
  close: '32',
  act: '35',
  faint: '2',
};

interface Cell {
  readonly sign: string;
  readonly ink?: Ink | undefined;
}

/** One line of signs, one column each, written over each other from the ground up. */
export class GridRow {
  private readonly cells: Cell[];

  constructor(width: number) {
    this.cells = Array.from({ length: width }, () => ({ sign: ' ' }));
  }

  put(column: number, sign: string, ink?: Ink): this {
    if (column >= 0 && column < this.cells.length) this.cells[column] = { sign, ink };
    return this;
  }

  /** A text of letters one column wide; it must fit. */
  write(column: number, text: string, ink?: Ink): this {
    for (const [i, letter] of [...text].entries()) this.put(column + i, letter, ink);
    return this;
  }

  isFree(from: number, to: number): boolean {
    return from >= 0 && to <= this.cells.length && this.cells.slice(from, to).every((c) => c.sign === ' ');
  }

  toString(colour = false): string {
    const end = this.cells.findLastIndex((c) => c.sign !== ' ') + 1;
    return this.cells
      .slice(0, end)
      .map(({ sign, ink }) => (colour && ink !== undefined ? `\u001b[${CODES[ink]}m${sign}\u001b[0m` : sign))
      .join('');
  }
}
