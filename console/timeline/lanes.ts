import { dayOf } from '../../dsl/time/day.ts';
import { describeMark } from '../../office/timeline/describe.ts';
import type { Lane, Mark, Timeline, Track } from '../../office/timeline/types.ts';
import { TRACK_NAMES } from '../../texts/timeline.ts';
import { LETTERS, lineOffset, placeLabels } from './labels.ts';
import { wrapText } from './measure.ts';
import { type Scale, SHEET } from './scale.ts';
import type { SceneItem } from './scene.ts';
import { levels } from './stack.ts';

const NAME = 13;
const NAME_LINE = 17;
const LEVEL = 17;
const PAD = 12;
/** Forms nearer than this would cover each other. */
const APART = 15;

interface Drawn {
  readonly items: SceneItem[];
  readonly y: number;
  /** Marks that bear no label for want of room. */
  readonly unlabelled: number;
}

/** A role across the picture from `y` px down: its name, its tracks with marks and labels. */
export function laneOf(lane: Lane, timeline: Timeline, scale: Scale, y: number): Drawn {
  const both = timeline.tracks.length > 1;
  const nameRoom = SHEET.plotLeft - SHEET.margin - (both ? 64 : 14);
  const name = wrapText(lane.name, nameRoom, NAME, true);
  const items: SceneItem[] = name.map((text, i) => ({
    type: 'text',
    x: SHEET.margin,
    y: y + PAD + 8 + i * NAME_LINE,
    size: NAME,
    bold: true,
    text,
  }));
  let at = y;
  let unlabelled = 0;
  for (const track of timeline.tracks) {
    const drawn = trackOf(lane, track, timeline, scale, at);
    items.push(...drawn.items);
    if (both) {
      const text = TRACK_NAMES[track];
      items.push({ type: 'text', x: SHEET.plotLeft - 12, y: at + PAD + 8, size: 11, end: true, look: 'muted', text });
    }
    at = drawn.y;
    unlabelled += drawn.unlabelled;
  }
  return { items, y: Math.max(at, y + PAD + name.length * NAME_LINE + 6), unlabelled };
}

function trackOf(lane: Lane, track: Track, timeline: Timeline, scale: Scale, y: number): Drawn {
  const marks = timeline.marks.filter((m) => m.role === lane.role && m.track === track);
  const xs = marks.map((m) => scale.x(m.at));
  const level = levels(xs, APART);
  const deepest = Math.max(0, ...level);
  const base = y + PAD + 4;
  const items: SceneItem[] = [
    { type: 'line', x1: SHEET.plotLeft, y1: base, x2: SHEET.plotRight, y2: base, look: 'lane' },
  ];
  const named = marks.flatMap((mark, i) => (speaks(mark, timeline) ? [{ mark, i }] : []));
  const labels = placeLabels(
    named.map(({ mark }) => mark),
    named.map(({ i }) => xs[i] ?? 0),
    { left: SHEET.plotLeft, right: SHEET.width - SHEET.margin },
    scale.perDay * 366 < SHEET.plotRight - SHEET.plotLeft,
  );
  const top = base + deepest * LEVEL + 8;
  for (const [at, { i, mark }] of named.entries()) {
    const placed = labels.labels[at];
    if (!placed) continue;
    const rowTop = top + (labels.tops[placed.place.row] ?? 0);
    const x = xs[i] ?? 0;
    items.push({ type: 'line', x1: x, y1: base + (level[i] ?? 0) * LEVEL + 8, x2: x, y2: rowTop + 15, look: 'leader' });
    for (const [line, text] of placed.label.lines.entries()) {
      const look = line > 0 || mark.state === 'dropped' ? { look: 'muted' as const } : {};
      items.push({
        type: 'text',
        x: placed.place.left,
        y: rowTop + lineOffset(line),
        size: LETTERS,
        bold: line === 0,
        text,
        ...look,
      });
    }
  }
  for (const [i, mark] of marks.entries()) {
    const { stage, state } = mark;
    const title = [describeMark(mark), ...mark.details].join('; ');
    items.push({ type: 'mark', x: xs[i] ?? 0, y: base + (level[i] ?? 0) * LEVEL, stage, state, title });
  }
  const unlabelled = named.length - labels.labels.filter((l) => l !== null).length;
  return { items, y: top + (labels.tops.at(-1) ?? 0) + 4, unlabelled };
}

/** A planned step that came on its day has its words below, in the other track. */
function speaks(mark: Mark, { marks, tracks }: Timeline): boolean {
  if (mark.track === 'run' || tracks.length === 1) return true;
  return !marks.some((m) => m.track === 'run' && m.id === mark.id && m.role === mark.role && dayOf(m.at) === mark.day);
}
