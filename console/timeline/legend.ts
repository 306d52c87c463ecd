import type { Mark, MarkState, Timeline } from '../../office/timeline/types.ts';
import { oneLine } from '../../texts/plain-text.ts';
import { SHADE_LEGEND, STAGE_LEGEND, STATE_LEGEND, TWO_TRACKS, unlabelledNote } from '../../texts/timeline.ts';
import { textWidth, wrapText } from './measure.ts';
import { SHEET } from './scale.ts';
import type { MarkItem, RectItem, SceneItem } from './scene.ts';

const SIZE = 12;
const ROW = 21;
const ENTRY_GAP = 22;
const SIGN_ROOM = 22;

type Entry = { readonly text: string } & (
  | { readonly mark: Pick<MarkItem, 'stage' | 'state'> }
  | { readonly fill: RectItem['fill'] }
);

const STAGES: readonly Mark['stage'][] = ['assign', 'remind', 'escalate', 'close', 'act'];
const STATES: readonly MarkState[] = ['planned', 'dropped', 'posted', 'accepted', 'unknown', 'refused', 'skipped'];

/** What the forms, fillings and shades mean: those that occur, and the notes. */
export function legendOf(timeline: Timeline, unlabelled: number, y: number): { items: SceneItem[]; y: number } {
  const items: SceneItem[] = [];
  let x: number = SHEET.margin;
  let at = y + 20;
  for (const entry of entriesOf(timeline)) {
    const width = SIGN_ROOM + textWidth(entry.text, SIZE);
    if (x > SHEET.margin && x + width > SHEET.width - SHEET.margin) {
      x = SHEET.margin;
      at += ROW;
    }
    if ('mark' in entry) items.push({ type: 'mark', x: x + 8, y: at - 4, ...entry.mark });
    else items.push({ type: 'rect', x, y: at - 12, width: 16, height: 15, fill: entry.fill });
    items.push({ type: 'text', x: x + SIGN_ROOM, y: at, size: SIZE, text: entry.text });
    x += width + ENTRY_GAP;
  }
  const { tracks } = timeline;
  const notes = [
    ...(tracks.length > 1 ? [TWO_TRACKS] : []),
    ...timeline.notes,
    ...(unlabelled > 0 ? [unlabelledNote(unlabelled)] : []),
  ];
  for (const note of notes) {
    for (const text of wrapText(oneLine(note), SHEET.width - 2 * SHEET.margin, SIZE)) {
      at += ROW - 2;
      items.push({ type: 'text', x: SHEET.margin, y: at, size: SIZE, look: 'muted', text });
    }
  }
  return { items, y: at + 16 };
}

function entriesOf({ marks, tracks, daysOff, suspensions, provisionalFrom }: Timeline): Entry[] {
  return [
    ...STAGES.filter((stage) => marks.some((m) => m.stage === stage)).map((stage) => ({
      mark: { stage, state: stage === 'act' ? ('act' as const) : ('planned' as const) },
      text: STAGE_LEGEND[stage],
    })),
    ...STATES.filter((state) => tracks.length > 1 && marks.some((m) => m.state === state)).map((state) => ({
      mark: { stage: 'key' as const, state },
      text: STATE_LEGEND[state],
    })),
    ...(daysOff.length > 0 ? [{ fill: 'off' as const, text: SHADE_LEGEND.off }] : []),
    ...(suspensions.length > 0 ? [{ fill: 'suspended' as const, text: SHADE_LEGEND.suspended }] : []),
    ...(provisionalFrom === null ? [] : [{ fill: 'provisional' as const, text: SHADE_LEGEND.provisional }]),
  ];
}
