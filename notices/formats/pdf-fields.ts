import { fold } from '../text/clean.ts';
import type { Appearance } from './pdf-drawing.ts';
import { wordsAtAnAngle } from './pdf-letters.ts';
import { type Run, runsOfGlyphs } from './pdf-runs.ts';

/**
 * E-signed documents get their number and day after they were made: each stands in the appearance of a signature
 * field laid over the blank that was left for it ("Số:      /UBND-KT", "ngày      tháng      năm 2026"). A person sees
 * one line, so the field's words go into that line; what else an appearance paints (who signed, when, a receiver's
 * stamp) is no part of the text.
 */
export interface Placed {
  readonly runs: readonly Run[];
  /** The words of every other appearance, its lines apart. */
  readonly stamps: readonly string[];
}

/** A number ("118", "118/TB-UBND", "Số: 118/TB-UBND"), a day, a month, a year, or a whole date. */
const FILLS =
  /^(?:số\s*:?\s*)?(?:\d{1,6}[a-z]?|\d{1,6}[a-z]?\s*[/-]\s*\p{L}[\p{L}\d/&.-]{0,30})$|^\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?$|^(?:[\p{L} .-]{2,30}, ?)?(?:ngày\s*)?\d{1,2}\s*tháng\s*\d{1,2}(?:\s*năm\s*\d{4})?$/u;
/** What stands beside a blank that is filled later. */
const BLANK_BESIDE = /số|ngày|tháng|năm|\/|-/u;
/** How far a field's words may stand above or below the line they belong to, in heights of letters. */
const OFF_LINE = 1.1;
/** How far from the words beside the blank. */
const BESIDE = 6;

export function placeFields(page: readonly Run[], annotations: readonly Appearance[]): Placed {
  let runs = [...page];
  const stamps: string[] = [];
  for (const { x0, x1, glyphs } of annotations) {
    const turned = wordsAtAnAngle(glyphs);
    if (turned !== '') stamps.push(turned);
    const own = runsOfGlyphs(
      glyphs.filter((g) => g.level),
      [],
    );
    const [first] = own;
    const text = plain(own.map((r) => r.text).join(' '));
    if (!first || text === '') continue;
    const field: Run = { ...first, x1: Math.max(...own.map((r) => r.x1)), text };
    const line = FILLS.test(fold(text)) && isOneLine(own) ? lineFor(field, runs) : null;
    if (line) runs = filled(runs, line, field, { x0: Math.min(x0, field.x0), x1: Math.max(x1, field.x1) });
    else stamps.push(linesOfStamp(own));
  }
  return { runs, stamps };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A mark of secrecy takes a line of a stamp that says more. */
function linesOfStamp(own: readonly Run[]): string {
  const lines: { y: number; text: string }[] = [];
  for (const { y, size, text } of own) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < 0.5 * size) last.text += ` ${text}`;
    else lines.push({ y, text });
  }
  return lines.map((l) => plain(l.text)).join('\n');
}

function isOneLine(own: readonly Run[]): boolean {
  return own.every((r) => Math.abs(r.y - (own[0]?.y ?? 0)) < 0.5 * r.size);
}

/** The run on whose line a field's words belong: the nearest that leaves a blank there, or that they are laid over. */
function lineFor(field: Run, runs: readonly Run[]): Run | null {
  let best: Run | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const apart = Math.abs(run.y - field.y) / Math.max(run.size, field.size);
    if (apart > OFF_LINE || !BLANK_BESIDE.test(fold(run.text))) continue;
    const gap = Math.max(run.x0 - field.x1, field.x0 - run.x1, 0) / run.size;
    if (gap > BESIDE) continue;
    const cost = apart * 4 + gap;
    if (cost < least) [best, least] = [run, cost];
  }
  return best;
}

/** The runs with the field's words in the line, and without the digits and dots they cover. */
function filled(runs: readonly Run[], line: Run, field: Run, place: Place): Run[] {
  const placed: Run = { ...field, y: line.y, size: line.size, spaced: true };
  return [...runs.flatMap((run) => uncovered(run, placed, place)), placed];
}

interface Place {
  readonly x0: number;
  readonly x1: number;
}

/** What is left of a run beside a field that is laid over part of it. */
function uncovered(run: Run, field: Run, place: Place): Run[] {
  const onLine = Math.abs(run.y - field.y) < 0.5 * field.size;
  if (!onLine || run.x1 <= place.x0 || run.x0 >= place.x1) return [run];
  const perLetter = (run.x1 - run.x0) / Math.max(1, run.text.length);
  const words = [...run.text.matchAll(/\S+/g)].map((m) => ({
    ...run,
    x0: run.x0 + m.index * perLetter,
    x1: run.x0 + (m.index + m[0].length) * perLetter,
    text: m[0],
    spaced: m.index > 0 || run.spaced === true,
  }));
  return words.flatMap((word) => {
    const covered = Math.min(word.x1, field.x1) - Math.max(word.x0, field.x0);
    if (/^[\d.…_]+$/.test(word.text) && covered > 0.3 * (word.x1 - word.x0)) return [];
    // A day printed beforehand that the field replaces, though its own digits are narrower.
    const middle = (word.x0 + word.x1) / 2;
    if (/^(?:\d{1,2}|[.…_]+)$/.test(word.text) && middle > place.x0 && middle < place.x1) return [];
    // A blank narrower than the number: the words beside it make room.
    if (covered > 0 && word.x0 < field.x0) return [{ ...word, x1: Math.min(word.x1, field.x0) }];
    return covered > 0 ? [{ ...word, x0: Math.max(word.x0, Math.min(field.x1, word.x1 - 1)) }] : [word];
  });
}
