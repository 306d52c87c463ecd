import { fold } from '../text/clean.ts';
import type { PdfLine } from './pdf-lines.ts';

export interface PageLines {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s]*$/iu;
/** How much of a page its head and foot take, and how many lines of each are looked at. */
const MARGIN = 0.12;
const MOST_LINES = 3;
const LETTERHEAD = /cộng hòa xã hội|độc lập\s*[-–]|đảng cộng sản|^số\s*:|nơi nhận/u;

/** The pages without page numbers and without the lines that head or close page after page. */
export function withoutFurniture(pages: readonly PageLines[]): PageLines[] {
  const seen = new Map<string, number>();
  const keys = pages.map((page) => page.lines.map((_, i) => keyOf(page, i)));
  pages.forEach((page, p) => {
    // A letterhead comes back with each notice of a file: only other pages tell what is repeated.
    const counted = (keys[p] ?? []).filter((k) => k?.startsWith('foot') || !hasLetterhead(page));
    for (const key of new Set(counted)) if (key) seen.set(key, (seen.get(key) ?? 0) + 1);
  });
  const often = Math.max(2, Math.ceil(pages.length / 3));
  return pages.map((page, p) => ({
    height: page.height,
    lines: page.lines.filter((line, i) => {
      const key = keys[p]?.[i];
      if (!key) return true;
      return !PAGE_NUMBER.test(textOf(line)) && (seen.get(key) ?? 0) < often;
    }),
  }));
}

function hasLetterhead(page: PageLines): boolean {
  return page.lines.slice(0, MOST_LINES + 2).some((l) => LETTERHEAD.test(fold(textOf(l))));
}

/** What a line of the head or foot is recognised by on other pages: its place and its words, numbers left open. */
function keyOf(page: PageLines, i: number): string | null {
  const line = page.lines[i];
  if (!line) return null;
  const head = i < MOST_LINES && line.y < page.height * MARGIN;
  const foot = i >= page.lines.length - MOST_LINES && line.y > page.height * (1 - MARGIN);
  if (!head && !foot) return null;
  if (line.segments.length > 2) return null;
  return `${head ? 'head' : 'foot'} ${fold(textOf(line)).replace(/\d+/g, '#')}`;
}

function textOf(line: PdfLine): string {
  return line.segments
    .map((s) => s.text)
    .join(' ')
    .normalize('NFC');
}
