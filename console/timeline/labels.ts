import type { Mark } from '../../office/timeline/types.ts';
import { formatDay } from '../../texts/format.ts';
import { oneLine } from '../../texts/plain-text.ts';
import { short } from '../../texts/timeline.ts';
import { fitText, textWidth } from './measure.ts';
import { type Place, type Room, stack } from './stack.ts';

/** 12 px is the least that reads well on paper as on a screen. */
export const LETTERS = 12;
const LINE = 15;
const ROW_GAP = 5;
/** The second line is cut to this; the whole of it is in what a pointer shows. */
const LONGEST_RULE = 270;
/** More rows than this for full labels, and it is better that repeats say less. */
const FEW_ROWS = 3;
const MOST_ROWS = 10;
const MOST_BRIEF_ROWS = 14;

export interface StepLabel {
  readonly lines: readonly string[];
  readonly width: number;
}

export interface Labelled {
  /** In order of the marks; null = none, or no room. */
  readonly labels: readonly ({ readonly label: StepLabel; readonly place: Place } | null)[];
  /** Where each row begins below the first, and where the last ends. */
  readonly tops: readonly number[];
}

interface Detail {
  readonly of: (mark: Mark, repeats: boolean) => readonly string[];
  readonly rows: number;
}

/**
 * The labels of a track, as full as there is room for: first the repeats of a rule shrink to their dates, then they go,
 * then the rules, then the words.
 */
export function placeLabels(
  marks: readonly Mark[],
  xs: readonly number[],
  room: Omit<Room, 'rows'>,
  year: boolean,
): Labelled {
  const details: readonly Detail[] = [
    { of: (m) => full(m, year), rows: FEW_ROWS },
    { of: (m, repeats) => (repeats ? [again(m, year)] : full(m, year)), rows: FEW_ROWS },
    { of: (m, repeats) => (repeats ? [dateOf(m, year)] : full(m, year)), rows: MOST_ROWS },
    { of: (m, repeats) => (repeats ? [] : full(m, year)), rows: MOST_ROWS },
    { of: (m, repeats) => (repeats ? [dateOf(m, year)] : full(m, year).slice(0, 1)), rows: MOST_BRIEF_ROWS },
    { of: (m) => [dateOf(m, year)], rows: MOST_ROWS },
  ];
  const repeats = repeatsIn(marks);
  let best: Labelled = { labels: [], tops: [0] };
  for (const { of, rows } of details) {
    const labels = marks.map((mark, i) => labelOf(of(mark, repeats[i] ?? false)));
    best = place(labels, xs, { ...room, rows });
    if (labels.every((label, i) => label === null || best.labels[i])) return best;
  }
  return best;
}

function place(labels: readonly (StepLabel | null)[], xs: readonly number[], room: Room): Labelled {
  const hanging = labels.flatMap((label, i) => (label ? [{ i, label, x: xs[i] ?? 0, width: label.width }] : []));
  const places = stack(hanging, room);
  const placed = new Map(hanging.map(({ i, label }, at) => [i, { label, place: places[at] ?? null }]));
  return {
    labels: labels.map((_, i) => {
      const found = placed.get(i);
      return found?.place ? { label: found.label, place: found.place } : null;
    }),
    tops: topsOf(hanging.flatMap(({ label }, at) => (places[at] ? [{ row: places[at].row, label }] : []))),
  };
}

/** A row is as high as its fullest label. */
function topsOf(placed: readonly { readonly row: number; readonly label: StepLabel }[]): number[] {
  const rows = Math.max(-1, ...placed.map((p) => p.row)) + 1;
  const tops = [0];
  for (let row = 0; row < rows; row++) {
    const lines = Math.max(1, ...placed.filter((p) => p.row === row).map((p) => p.label.lines.length));
    tops.push((tops[row] ?? 0) + lines * LINE + ROW_GAP);
  }
  return tops;
}

/** From the top of a label to the foot of its line, in px; lines count from 0. */
export function lineOffset(line: number): number {
  return (line + 1) * LINE - 3;
}

function full(mark: Mark, year: boolean): string[] {
  const rule = fitText(oneLine(mark.rule), LONGEST_RULE, LETTERS);
  const head = `${dateOf(mark, year)} ${oneLine(mark.label)}`;
  return rule === '' ? [head] : [head, rule];
}

const REPEAT = /, (?:nhắc )?(lần \d+)$/;

/** “22/04 lần 2” */
function again(mark: Mark, year: boolean): string {
  const times = REPEAT.exec(mark.rule)?.[1];
  return times === undefined ? dateOf(mark, year) : `${dateOf(mark, year)} ${times}`;
}

function dateOf({ day }: Mark, year: boolean): string {
  return year ? formatDay(day) : short(day);
}

function labelOf(lines: readonly string[]): StepLabel | null {
  if (lines.length === 0) return null;
  return { lines, width: Math.max(...lines.map((line, i) => textWidth(line, LETTERS, i === 0))) };
}

/** Does a mark say again what one before it said? “lần 2” of a rung does, and the next occurrence of a duty. */
function repeatsIn(marks: readonly Mark[]): boolean[] {
  const seen = new Set<string>();
  return marks.map(({ kind, rule, stage }) => {
    const key = `${stage}/${kind}/${rule.replace(REPEAT, '')}`;
    const repeats = seen.has(key);
    seen.add(key);
    return repeats;
  });
}
