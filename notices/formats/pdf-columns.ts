import type { LineSegment, PdfLine } from './pdf-lines.ts';

/** A line of the page in reading order. */
export interface TextLine {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** Begins a block that stood beside another one. */
  readonly opensBlock: boolean;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

const NARROWEST = 0.8;
/** A signature leaves this many heights of letters free above the name. */
const MOST_APART = 11;

/** Lines in the order they are read: of two blocks side by side (letterhead, recipients and signature) the left first. */
export function inReadingOrder(lines: readonly PdfLine[]): TextLine[] {
  const out: TextLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const end = blockEnd(lines, i);
    if (end === null) {
      const line = lines[i];
      if (line) out.push(whole(line));
      i++;
      continue;
    }
    const left: TextLine[] = [];
    const right: TextLine[] = [];
    for (const line of lines.slice(i, end.to))
      for (const s of line.segments) (isLeft(s, end.gutter) ? left : right).push(textLine(line, s));
    for (const side of [left, right]) out.push(...side.map((l, k) => ({ ...l, opensBlock: k === 0 })));
    i = end.to;
  }
  return out;
}

function whole(line: PdfLine): TextLine {
  const [first] = line.segments;
  const text = line.segments.map((s) => s.text).join(line.segments.length > 2 ? '   ' : ' ');
  return { ...textLine(line, first ?? { x0: 0, x1: 0, text: '' }), x1: line.segments.at(-1)?.x1 ?? 0, text };
}

function textLine(line: PdfLine, s: LineSegment): TextLine {
  return { x0: s.x0, x1: s.x1, y: line.y, size: line.size, text: s.text, opensBlock: false };
}

function isLeft(s: LineSegment, gutter: Gutter): boolean {
  return s.x1 <= (gutter.from + gutter.to) / 2;
}

/** Where a pair of blocks that begins at line `i` ends; null where none begins. */
function blockEnd(lines: readonly PdfLine[], i: number): { to: number; gutter: Gutter } | null {
  const first = lines[i];
  const start = lines.slice(i, i + MOST_LEAD).findIndex((l) => l.segments.length === 2);
  const opener = lines[i + start];
  const [a, b] = opener?.segments ?? [];
  if (!first || start < 0 || !a || !b) return null;
  // The right block may begin above the left one; single lines on the left need no rearranging.
  let gutter: Gutter | null = { from: a.x1, to: b.x0 };
  for (let k = i; k < i + start && gutter; k++) {
    const only = lines[k]?.segments[0];
    gutter = only && only.x0 >= gutter.from ? narrowed(lines[k], gutter) : null;
  }
  if (!gutter) return null;
  let to = i + start + 1;
  let lastRight = to;
  let recipients = [a].some(isRecipients);
  for (let k = to; k < lines.length; k++) {
    const line = lines[k];
    const before = lines[k - 1];
    const next: Gutter | null = line ? narrowed(line, gutter) : null;
    if (!line || !before || !next || line.y - before.y > MOST_APART * line.size) break;
    gutter = next;
    to = k + 1;
    recipients ||= line.segments.some(isRecipients);
    if (line.segments.some((s) => !isLeft(s, next))) lastRight = to;
  }
  if (!recipients) to = lastRight;
  const rows = lines.slice(i, to);
  return rows.length >= 2 ? { to, gutter } : null;
}

const MOST_LEAD = 4;

function isRecipients(s: LineSegment): boolean {
  return /^nơi nhận/iu.test(s.text.normalize('NFC'));
}

/** The gutter that is left when a line stands beside it; null where the line crosses it. */
function narrowed(line: PdfLine | undefined, gutter: Gutter): Gutter | null {
  if (!line || line.segments.length > 2) return null;
  let { from, to } = gutter;
  const middle = (from + to) / 2;
  for (const s of line.segments) {
    if ((s.x0 + s.x1) / 2 < middle) from = Math.max(from, s.x1);
    else to = Math.min(to, s.x0);
  }
  return to - from >= NARROWEST * line.size ? { from, to } : null;
}
