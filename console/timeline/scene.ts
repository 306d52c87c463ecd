import type { FlagKind, Mark, MarkState } from '../../office/timeline/types.ts';
import { textWidth } from './measure.ts';

/** What is drawn, in pixels from the top left, before it is XML: so that a test can measure it. */
export type SceneItem = RectItem | LineItem | TextItem | MarkItem;

export interface RectItem {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: 'off' | 'suspended' | 'provisional';
  readonly title?: string;
}

export interface LineItem {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly look: 'grid' | 'tick' | 'lane' | 'leader' | FlagKind;
}

export interface TextItem {
  readonly type: 'text';
  /** Of its start, or of its end. */
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly end?: boolean;
  readonly size: number;
  readonly bold?: boolean;
  readonly look?: 'muted' | FlagKind;
  readonly text: string;
}

export interface MarkItem {
  readonly type: 'mark';
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  readonly stage: Mark['stage'] | 'key';
  readonly state: MarkState;
  readonly title?: string;
}

export interface Scene {
  readonly height: number;
  readonly items: readonly SceneItem[];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Vietnamese capitals carry two marks: letters reach higher than in other languages. */
const ASCENT = 0.95;
const DESCENT = 0.25;

/** The room a text takes, in px, by the measured width of its letters. */
export function boxOf({ x, y, end, size, bold, text }: TextItem): Box {
  const width = textWidth(text, size, bold);
  const left = end ? x - width : x;
  return { left, right: left + width, top: y - ASCENT * size, bottom: y + DESCENT * size };
}
