import type { Mark, MarkState } from '../../office/timeline/index.ts';
import type { Ink } from './grid.ts';

/* One column each. Hollow = to come, filled = accepted by a server; what is in doubt or went wrong has a sign of its own. */

const HOLLOW: Record<Mark['stage'], string> = { assign: '○', remind: '△', escalate: '□', close: '◇', act: '▽' };
const FILLED: Record<Mark['stage'], string> = { assign: '●', remind: '▲', escalate: '■', close: '◆', act: '▼' };

const STATE_SIGNS: Partial<Record<MarkState, string>> = {
  dropped: '·',
  posted: '•',
  unknown: '?',
  refused: '×',
  skipped: '–',
};

/** The sign of a mark: by its fate where that is known, else by its stage, hollow while only planned. */
export function signOf({ stage, state }: Pick<Mark, 'stage' | 'state'>): string {
  return STATE_SIGNS[state] ?? (state === 'planned' ? HOLLOW[stage] : FILLED[stage]);
}

/** Its colour: that of its stage; what fell away is faint. */
export function inkOf({ stage, state }: Pick<Mark, 'stage' | 'state'>): Ink {
  return state === 'dropped' ? 'faint' : stage;
}

/** For several marks in one column: the sign they share, else how many they are. */
export function signOfAll(marks: readonly Mark[]): string {
  const signs = new Set(marks.map(signOf));
  const [only] = signs;
  if (signs.size === 1 && only !== undefined) return only;
  return marks.length > 9 ? '+' : String(marks.length);
}

/** The ruler; past what is announced of the working calendar it is dotted. */
export const RULER = { known: '─', provisional: '┄', week: '┴', month: '┼' } as const;
export const GROUND = { off: '░', suspended: '▒' } as const;
export const LINES = { notice: '│', due: '┃', 'due-replaced': '╎', today: '┊' } as const;
