import { type Clean, slice } from '../text/clean.ts';

export interface InlineList {
  readonly head: Clean;
  readonly items: readonly { readonly label: string; readonly clean: Clean }[];
}

const MARKER = /(?<=^|[\s:;.,])\((i{1,3}|iv|v|vi{1,3}|ix|x|xi{1,3}|\d{1,2}|[a-hđ])\)(?=\s*\S)/gu;
const FIRST = new Set(['i', '1', 'a']);

/** "… : (i) …; (ii) …": a list within one paragraph, or null. */
export function inlineList(c: Clean): InlineList | null {
  if (!c.folded.includes('(')) return null;
  const marks = [...c.folded.matchAll(MARKER)];
  const start = marks.findIndex((m) => FIRST.has(m[1] ?? ''));
  if (start < 0) return null;
  const style = styleOf(marks[start]?.[1] ?? '');
  const list = marks.slice(start).filter((m) => styleOf(m[1] ?? '') === style || style === 'roman');
  if (list.length < 2) return null;
  const items = list.map((m, k) => ({
    label: m[1] ?? '',
    clean: slice(c, m.index + m[0].length, list[k + 1]?.index ?? c.text.length),
  }));
  return { head: slice(c, 0, list[0]?.index ?? 0), items };
}

function styleOf(value: string): string {
  if (/^\d/.test(value)) return 'digit';
  return /^[ivx]+$/.test(value) ? 'roman' : 'letter';
}
