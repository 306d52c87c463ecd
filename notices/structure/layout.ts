import { type Line, wrapWidth } from './lines.ts';

/** Letters differ in width: a line without a full stop must be clearly short to count as ended on purpose. */
const ENDED = /[.:;!?…][”"')\]]*$/u;

/** How the text is laid out: what a line end and a blank line mean in it. */
export interface Layout {
  /** Length at which lines wrap; null where each line is a paragraph. */
  readonly width: number | null;
  /** Every line is followed by a blank one (text taken from a PDF): blanks say nothing. */
  readonly blanksEverywhere: boolean;
  /** Lines end well before the width in the middle of sentences: a short line says nothing. */
  readonly ragged: boolean;
  /** Would the next line's first word have fitted on this line? Then the line was ended on purpose. */
  endsEarly(line: string, next: string): boolean;
}

export function layoutOf(lines: readonly Line[]): Layout {
  const width = wrapWidth(lines);
  const endsEarly = (line: string, next: string): boolean =>
    width !== null && line.length + 1 + (next.split(' ')[0]?.length ?? 0) <= width * (ENDED.test(line) ? 0.93 : 0.84);
  let pairs = 0;
  let spaced = 0;
  let going = 0;
  let goingEarly = 0;
  let last: Line | null = null;
  let gap = false;
  for (const line of lines) {
    if (line.kind === 'break') last = null;
    if (line.kind !== 'text') {
      gap = true;
      continue;
    }
    if (last) {
      pairs++;
      if (gap) spaced++;
      else if (/^\p{Ll}/u.test(line.clean.text) && /[\p{L},]$/u.test(last.clean.text)) {
        going++;
        if (endsEarly(last.clean.text, line.clean.text)) goingEarly++;
      }
    }
    last = line;
    gap = false;
  }
  return {
    width,
    endsEarly,
    blanksEverywhere: pairs > 0 && spaced >= pairs * 0.7,
    ragged: going >= 8 && goingEarly >= going * 0.12,
  };
}
