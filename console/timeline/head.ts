import { dateLabel, mondaysOf, monthsOf } from '../../office/timeline/axis.ts';
import type { Timeline } from '../../office/timeline/types.ts';
import { oneLine } from '../../texts/plain-text.ts';
import { fitText, textWidth } from './measure.ts';
import { type Scale, SHEET } from './scale.ts';
import type { SceneItem } from './scene.ts';
import { stack } from './stack.ts';

const TITLE = 17;
const ABOUT = 13;
const AXIS = 12;
/** Less than this between two Mondays, and their dates would run together. */
const ROOM_FOR_DATE = 24;
/** Less than this, and the ticks would be a bar. */
const ROOM_FOR_TICK = 5;

/** Title, and the lines under it. `y` is where the part begins; the answer says where the next does. */
export function pictureHead({ title, about }: Timeline, y: number): { items: SceneItem[]; y: number } {
  const room = SHEET.width - 2 * SHEET.margin;
  const items: SceneItem[] = [
    {
      type: 'text',
      x: SHEET.margin,
      y: y + 20,
      size: TITLE,
      bold: true,
      text: fitText(oneLine(title), room, TITLE, true),
    },
  ];
  let at = y + 20;
  for (const line of about) {
    at += 20;
    items.push({
      type: 'text',
      x: SHEET.margin,
      y: at,
      size: ABOUT,
      look: 'muted',
      text: fitText(oneLine(line), room, ABOUT),
    });
  }
  return { items, y: at + 14 };
}

const FLAG_ROW = 20;
const MOST_FLAG_ROWS = 8;

/** The days that matter to all, above the axis; their lines are drawn by whoever knows how far down they go. */
export function flagsOf(
  { flags }: Timeline,
  scale: Scale,
  y: number,
): { items: SceneItem[]; y: number; tops: number[] } {
  const xs = flags.map((f) => scale.x(f.at));
  const labels = flags.map((f, i) => ({ x: xs[i] ?? 0, width: textWidth(f.label, AXIS, true) }));
  const room = { left: SHEET.plotLeft, right: SHEET.width - SHEET.margin, rows: MOST_FLAG_ROWS };
  const places = stack(labels, room);
  const rows = Math.max(0, ...places.map((p) => (p ? p.row + 1 : 0)));
  const bottom = y + rows * FLAG_ROW;
  const items = flags.flatMap((flag, i): SceneItem[] => {
    const place = places[i];
    if (!place) return [];
    const base = bottom - place.row * FLAG_ROW - 6;
    return [{ type: 'text', x: place.left, y: base, size: AXIS, bold: true, look: flag.kind, text: flag.label }];
  });
  return { items, y: bottom, tops: places.map((p) => bottom - (p?.row ?? 0) * FLAG_ROW - 3) };
}

/** Months by name, weeks by ticks, and the dates of Mondays where there is room. `bottom` = where month lines end. */
export function axisOf(
  { from, to }: Timeline,
  scale: Scale,
  y: number,
): { items: SceneItem[]; y: number; months: number[] } {
  const width = (name: string) => textWidth(name, AXIS, true) + 10;
  const months = monthsOf(from, to, scale.perDay, width);
  const items: SceneItem[] = [];
  for (const month of months) {
    const x = scale.xOfNumber(month.from);
    if (width(month.name) > scale.xOfNumber(month.to) - x) continue;
    items.push({ type: 'text', x: x + 4, y: y + 15, size: AXIS, bold: true, text: month.name });
  }
  const week = 7 * scale.perDay;
  const dated = week >= ROOM_FOR_DATE;
  if (week >= ROOM_FOR_TICK) {
    for (const monday of mondaysOf(from, to)) {
      const x = scale.xOfNumber(monday);
      items.push({ type: 'line', x1: x, y1: y + 22, x2: x, y2: y + 28, look: 'tick' });
      if (dated) items.push({ type: 'text', x: x + 2, y: y + 38, size: 11, look: 'muted', text: dateLabel(monday) });
    }
  }
  return { items, y: y + (dated ? 44 : 30), months: months.slice(1).map((m) => scale.xOfNumber(m.from)) };
}
