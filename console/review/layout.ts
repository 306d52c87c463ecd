const LABEL = /^\s*(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|\p{Ll}|[-+*•–])[.)\s]/u;
/** Columns side by side, cells of a table, things set in the middle. */
const LAID_OUT = /\S {3,}\S|\t|\||^ {6,}\S/u;
/** A text is wrapped by hand where its long lines end near the same column, within what a page is wide. */
const WIDEST = 110;
const NARROWEST = 50;
const FULL = 0.75;

export interface LineLayout {
  readonly start: number;
  /** Where its line feed stands, or the text ends. */
  readonly end: number;
  /** Set with blanks: its columns mean something. */
  readonly laidOut: boolean;
  /** Its end only wraps a paragraph, so that it may be set as a blank. */
  readonly soft: boolean;
}

export interface ReviewLayout {
  /** The line a place is in. To be asked in the order of the text. */
  lineAt(place: number): LineLayout;
}

/**
 * How the lines of a text lie. Paragraphs of a text wrapped by hand may fill whatever width a screen has; a wrong guess
 * changes the look and never the text.
 */
export function reviewLayoutOf(text: string): ReviewLayout {
  const lines = linesOf(text);
  let i = 0;
  return {
    lineAt(place) {
      while ((lines[i]?.end ?? Number.POSITIVE_INFINITY) < place) i++;
      const line = lines[i];
      if (!line) throw new RangeError(`no line at ${place}`);
      return line;
    },
  };
}

function linesOf(text: string): LineLayout[] {
  const words = text.split('\n');
  const width = wrapWidth(words);
  let start = 0;
  return words.map((line, i) => {
    const next = words[i + 1];
    const laidOut = LAID_OUT.test(line);
    const soft =
      width !== null && next !== undefined && !laidOut && line.trimEnd().length >= width * FULL && continues(next);
    const layout = { start, end: start + line.length, laidOut, soft };
    start += line.length + 1;
    return layout;
  });
}

function continues(line: string): boolean {
  return line.trim() !== '' && !LABEL.test(line) && !LAID_OUT.test(line);
}

/** The width most long lines have; null where the text has no such width. */
function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines.map((l) => l.trimEnd().length).filter((n) => n >= NARROWEST);
  if (lengths.length < 3 || lengths.some((n) => n > 4 * WIDEST)) return null;
  const sorted = lengths.sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  return width <= WIDEST ? width : null;
}
