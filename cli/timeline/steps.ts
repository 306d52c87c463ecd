import type { Mark, Timeline } from '../../office/timeline/index.ts';
import { formatMoment } from '../../texts/format.ts';
import { roleName } from '../../texts/names.ts';
import { oneLine } from '../../texts/plain-text.ts';
import { NOT_NEEDED, STATE_LEGEND, TRACK_NAMES } from '../../texts/timeline.ts';
import { padColumns, wrapColumns } from './columns.ts';
import { signOf } from './signs.ts';

/** “08:13 24/02/2025” */
const MOMENT = 16;

/** Every step in words below the chart: when, what, to whom, by which rule; planned and real side by side. */
export function stepLines({ marks, tracks, notes }: Timeline, width: number): string[] {
  const both = tracks.length > 1;
  const lines = both
    ? pairs(marks).flatMap((pair) => pairLines(pair, width))
    : marks.flatMap((m) => entry(signOf(m), m.at, words(m), width));
  return [...(both ? [heading()] : []), ...lines, ...notes.flatMap((note) => hang('  * ', note, width))];
}

interface Pair {
  readonly plan?: Mark;
  readonly run?: Mark;
}

/** A step that was planned and what became of it; in order of what happened, else of what was planned. */
function pairs(marks: readonly Mark[]): Pair[] {
  const planned = new Map(marks.filter((m) => m.track === 'plan').map((m) => [m.id, m]));
  const ran = marks.filter((m) => m.track === 'run');
  const met = new Set(ran.map((m) => m.id));
  const all: Pair[] = [
    ...ran.map((run) => {
      const plan = planned.get(run.id);
      return plan ? { plan, run } : { run };
    }),
    ...[...planned.values()].filter((m) => !met.has(m.id)).map((plan) => ({ plan })),
  ];
  const at = ({ plan, run }: Pair) => run?.at ?? plan?.at ?? 0;
  return all.sort((a, b) => at(a) - at(b));
}

function heading(): string {
  return `  ${padColumns(TRACK_NAMES.plan, MOMENT + 2)}  ${TRACK_NAMES.run}`;
}

function pairLines({ plan, run }: Pair, width: number): string[] {
  const moment = (mark: Mark | undefined) => (mark ? `${signOf(mark)} ${formatMoment(mark.at)}` : '');
  const mark = run ?? plan;
  if (!mark) return [];
  const times = `  ${padColumns(moment(plan), MOMENT + 2)}  ${padColumns(moment(run), MOMENT + 2)}`;
  // Two moments and the words need room; on a narrow terminal the words go below.
  if (width >= 90) return hang(`${times}  `, words(mark), width);
  return [times.trimEnd(), ...hang('      ', words(mark), width)].flatMap((line) => wrapColumnsKeeping(line, width));
}

/** Lines that are too long for a very narrow terminal are broken; others keep their spaces. */
function wrapColumnsKeeping(line: string, width: number): string[] {
  return [...line].length <= width ? [line] : wrapColumns(line, width);
}

function entry(sign: string, at: number, text: string, width: number): string[] {
  const head = `  ${sign} ${formatMoment(at)}  `;
  return width >= 60 ? hang(head, text, width) : [head.trimEnd(), ...hang('      ', text, width)];
}

function words(mark: Mark): string {
  if (mark.stage === 'act') return `${roleName(mark.role)} ${mark.label}${mark.rule === '' ? '' : ` (${mark.rule})`}`;
  const step = `${mark.label} → ${roleName(mark.role)} (${mark.rule})`;
  if (mark.state === 'planned') return step;
  return `${step}: ${mark.state === 'dropped' ? NOT_NEEDED : STATE_LEGEND[mark.state]}`;
}

/** The first line after `head`, the others below its end. */
function hang(head: string, text: string, width: number): string[] {
  const indent = [...head].length;
  return wrapColumns(oneLine(text), width - indent).map((line, i) => (i === 0 ? head : ' '.repeat(indent)) + line);
}
