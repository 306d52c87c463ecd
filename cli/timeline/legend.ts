import type { Timeline } from '../../office/timeline/index.ts';
import { SHADE_LEGEND, STAGE_LEGEND, STATE_LEGEND } from '../../texts/timeline.ts';
import { gridColumnsOf, wrapColumns } from './columns.ts';
import { GROUND, RULER, signOf } from './signs.ts';

const BETWEEN = '   ';

/** What the signs mean, in lines of whole entries. */
export function legendLines(timeline: Timeline, width: number): string[] {
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
