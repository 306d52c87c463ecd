import type { Span } from '../types.ts';

/**
 * What a file says of some of its letters beside the letters themselves. It travels through the making of lines as
 * marks around the letters, for only the finished text knows where they end up.
 */
export type ReadingMarkKind = 'struck' | 'unsure' | 'gone';

export interface Marked {
  readonly kind: ReadingMarkKind;
  readonly span: Span;
  /** The words that were left out here, where some were. */
  readonly words?: string;
}

/** Letters of the private use area that no font of an office has; a file's own are taken out where it is read. */
const OPEN = { struck: '\ue5e0', unsure: '\ue5e1' } as const;
const CLOSE = '\ue5ef';
/** One letter a place where words were left out: which words, by its number. */
const GONE = 0xe600;
const MOST_GONE = 0x800;
const ANY = /[\ue5e0-\ue5ef\ue600-\uedff]/g;

export function mark(kind: keyof typeof OPEN, text: string): string {
  return text.trim() === '' ? text : `${OPEN[kind]}${text}${CLOSE}`;
}

/** Text of a file without letters that would be taken for marks. */
export function unmarked(text: string): string {
  return text.replace(ANY, '');
}

/** Words that are not shown, kept by the place where they stood. */
export class LeftOut {
  readonly words: string[] = [];

  /** The mark of a place where these words stood. */
  mark(words: string): string {
    if (words.trim() === '' || this.words.length >= MOST_GONE) return '';
    this.words.push(words);
    return String.fromCharCode(GONE + this.words.length - 1);
  }
}

/**
 * Takes the marks out of a text; stretches of one kind with nothing but blanks between them are one.
 *
 * @param gone the words left out, by the number their marks have
 */
export function takeMarks(text: string, gone: readonly string[] = []): { text: string; marked: Marked[] } {
  const marked: Marked[] = [];
  let out = '';
  let from = 0;
  let open: { kind: keyof typeof OPEN; at: number } | null = null;
  for (const m of text.matchAll(ANY)) {
    out += text.slice(from, m.index);
    from = m.index + 1;
    const code = m[0].charCodeAt(0);
    if (code >= GONE) {
      marked.push({ kind: 'gone', span: [out.length, out.length], words: gone[code - GONE] ?? '' });
      continue;
    }
    const kind = m[0] === CLOSE ? null : m[0] === OPEN.struck ? 'struck' : 'unsure';
    if (kind) open ??= { kind, at: out.length };
    else if (open) {
      const last = marked.at(-1);
      const span: Span = [open.at, out.length];
      if (last?.kind === open.kind && out.slice(last.span[1], open.at).trim() === '')
        marked[marked.length - 1] = { kind: open.kind, span: [last.span[0], span[1]] };
      else if (out.slice(...span).trim() !== '') marked.push({ kind: open.kind, span });
      open = null;
    }
  }
  return { text: out + text.slice(from), marked };
}
