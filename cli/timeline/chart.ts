import type { Timeline } from '../../office/timeline/index.ts';
import { SHADE_LEGEND, STAGE_LEGEND, STATE_LEGEND, shortRoleName, TRACK_NAMES } from '../../texts/timeline.ts';
import { fitColumns, gridColumnsOf, padColumns, wrapColumns } from './columns.ts';
import type { GridRow } from './grid.ts';
import { Plot } from './plot.ts';
import { GROUND, RULER, signOf } from './signs.ts';

export interface ChartOptions {
  /** Columns of the terminal; under 40 it is drawn for 40. */
  readonly width: number;
  readonly colour?: boolean;
}

export const NARROWEST = 40;
const WIDEST_NAME = 17;

/** The picture in lines: title, months and weeks, a line a role (two where there is a run), and what the signs mean. */
export function chartLines(timeline: Timeline, { width: given, colour = false }: ChartOptions): string[] {
  const width = Math.max(NARROWEST, Math.floor(given));
  const names = timeline.lanes.map(({ role }) => shortRoleName(role));
  const own = timeline.tracks.length > 1 ? Object.values(TRACK_NAMES).map((name) => `  ${name}`) : [];
  const gutter = Math.min(WIDEST_NAME, Math.max(8, ...[...names, ...own].map(gridColumnsOf))) + 1;
  const plot = new Plot(timeline, width - gutter);
  const line = (name: string, row: GridRow) => padColumns(name, gutter) + row.toString(colour);
  return [
    ...wrapColumns(timeline.title, width),
    ...timeline.about.flatMap((text) => wrapColumns(text, width)),
    ...plot.flagRows().map((row) => line('', row)),
    line('', plot.months()),
    line('', plot.ruler()),
    ...timeline.lanes.flatMap((lane) =>
      timeline.tracks.map((track, i) =>
        line(
          i === 0 ? fitColumns(shortRoleName(lane.role), gutter - 1) : `  ${TRACK_NAMES[track]}`,
          plot.lane(lane, track),
        ),
      ),
    ),
    ...legendLines(timeline, width),
  ].map((text) => text.trimEnd());
}

const BETWEEN = '   ';

/** What the signs mean, in lines of whole entries. */
function legendLines(timeline: Timeline, width: number): string[] {
  const lines: string[] = [];
  for (const entry of entriesOf(timeline)) {
    const joined = lines.length === 0 ? entry : `${lines.at(-1)}${BETWEEN}${entry}`;
    if (lines.length > 0 && gridColumnsOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrapColumns(entry, width));
  }
  return lines;
}

function entriesOf({ marks, tracks, daysOff, suspensions, provisionalFrom }: Timeline): string[] {
  const stages = (['assign', 'remind', 'escalate', 'close', 'act'] as const).filter((s) =>
    marks.some((m) => m.stage === s),
  );
  const states = (['dropped', 'posted', 'unknown', 'refused', 'skipped'] as const).filter((s) =>
    marks.some((m) => m.state === s),
  );
  const filled = marks.some((m) => m.state === 'accepted');
  return [
    ...stages.map((stage) => `${signOf({ stage, state: stage === 'act' ? 'act' : 'planned' })} ${STAGE_LEGEND[stage]}`),
    ...(tracks.length > 1 && filled ? [`● ${STATE_LEGEND.accepted}`] : []),
    ...states.map((state) => `${signOf({ stage: 'assign', state })} ${STATE_LEGEND[state]}`),
    ...(daysOff.length > 0 ? [`${GROUND.off} ${SHADE_LEGEND.off}`] : []),
    ...(suspensions.length > 0 ? [`${GROUND.suspended} ${SHADE_LEGEND.suspended}`] : []),
    ...(provisionalFrom === null ? [] : [`${RULER.provisional} ${SHADE_LEGEND.provisional}`]),
  ];
}
