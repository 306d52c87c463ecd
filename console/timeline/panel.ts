import { addDays, type Day } from '../../dsl/time/day.ts';
import type { DaySpan, Timeline } from '../../office/timeline/types.ts';
import { SHADE_LEGEND, spanSentence } from '../../texts/timeline.ts';
import { axisOf, flagsOf, pictureHead } from './head.ts';
import { laneOf } from './lanes.ts';
import { legendOf } from './legend.ts';
import { Scale, SHEET } from './scale.ts';
import type { RectItem, Scene, SceneItem } from './scene.ts';

/** Days off narrower than this would be a veil over everything. */
const NARROWEST_SHADE = 1.5;

/** One directive on a sheet 1200 px wide and as high as it needs. */
export function panelOf(timeline: Timeline): Scene {
  const scale = new Scale(timeline);
  const head = pictureHead(timeline, 6);
  const flags = flagsOf(timeline, scale, head.y);
  const axis = axisOf(timeline, scale, flags.y);
  const lanes: SceneItem[] = [];
  let y = axis.y;
  let unlabelled = 0;
  for (const lane of timeline.lanes) {
    const drawn = laneOf(lane, timeline, scale, y);
    const divide: SceneItem = { type: 'line', x1: SHEET.margin, y1: y, x2: SHEET.plotRight, y2: y, look: 'grid' };
    lanes.push(divide, ...drawn.items);
    unlabelled += drawn.unlabelled;
    y = drawn.y;
  }
  const bottom = y;
  const legend = legendOf(timeline, unlabelled, bottom);
  const vertical = (look: Extract<SceneItem, { type: 'line' }>['look'], x: number, top: number): SceneItem => ({
    type: 'line',
    x1: x,
    y1: top,
    x2: x,
    y2: bottom,
    look,
  });
  return {
    height: legend.y,
    items: inOrder([
      ...shades(timeline, scale, axis.y, bottom),
      ...axis.months.map((x) => vertical('grid', x, flags.y + 4)),
      { type: 'line', x1: SHEET.margin, y1: bottom, x2: SHEET.plotRight, y2: bottom, look: 'grid' },
      ...timeline.flags.map((flag, i) => vertical(flag.kind, scale.x(flag.at), flags.tops[i] ?? flags.y)),
      ...head.items,
      ...flags.items,
      ...axis.items,
      ...lanes,
      ...legend.items,
    ]),
  };
}

const LAYERS: readonly SceneItem['type'][] = ['rect', 'line', 'mark', 'text'];

/** Grounds first, letters last, so that nothing hides what is to be read. */
function inOrder(items: readonly SceneItem[]): SceneItem[] {
  return LAYERS.flatMap((layer) => items.filter((item) => item.type === layer));
}

function shades(
  { daysOff, suspensions, provisionalFrom, to }: Timeline,
  scale: Scale,
  top: number,
  bottom: number,
): SceneItem[] {
  const shade = ({ from, to }: DaySpan, fill: RectItem['fill']): RectItem => {
    const x = scale.xOfDay(from);
    const width = scale.xOfDay(addDays(to, 1)) - x;
    const title = spanSentence(SHADE_LEGEND[fill], from, to);
    return { type: 'rect', x, y: top, width, height: bottom - top, fill, title };
  };
  const provisional = (from: Day) => [shade({ from, to }, 'provisional')];
  return [
    ...daysOff.map((span) => shade(span, 'off')).filter(({ width }) => width >= NARROWEST_SHADE),
    ...(provisionalFrom === null ? [] : provisional(provisionalFrom)),
    ...suspensions.map((span) => shade(span, 'suspended')),
  ];
}
