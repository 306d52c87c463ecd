import { present } from '../../../dsl/present.ts';
import { PIECE } from './scan.ts';

/** A word, a string, a sign, or brackets with what stands in them. */
export type Piece = string | Brackets;

export interface Brackets {
  readonly open: '(' | '[' | '{';
  readonly entries: readonly LaidEntry[];
}

/** What stands between two commas, or the steps of a sentence: with its comments above, and the one behind it. */
export interface LaidEntry {
  readonly above: readonly string[];
  readonly pieces: readonly Piece[];
  readonly behind?: string;
}

const CLOSING = { '(': ')', '[': ']', '{': '}' } as const;

interface Token {
  readonly text: string;
  /** It begins a line. */
  readonly fresh: boolean;
}

/** The pieces of one statement; its steps `.name(…)` are entries of their own. Undefined: comments stand where none is kept. */
export function stepsOf(statement: string): readonly LaidEntry[] | undefined {
  const tokens = tokensOf(statement);
  const reader = { at: 0 };
  const entries = entriesUntil(tokens, reader, undefined);
  return reader.at === tokens.length ? entries : undefined;
}

/** What may not be lost: the tokens without commas at the end of a list and semicolons, then the comments. */
export function substanceOf(text: string): string {
  const tokens = tokensOf(text);
  const told = tokens.filter(({ text: t }) => !isComment(t) && t !== ';');
  const comments = tokens.flatMap(({ text: t }) => (isComment(t) ? [t] : [])).join('\n');
  const said = told
    .flatMap(({ text: t }, i) => (t === ',' && /^[)\]}]$/.test(told[i + 1]?.text ?? '') ? [] : [t]))
    .join(' ');
  return `${said}\n${comments}`;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let fresh = true;
  for (const [piece] of text.matchAll(PIECE)) {
    if (/^\s+$/.test(piece)) fresh ||= piece.includes('\n');
    else {
      tokens.push({ text: piece, fresh });
      fresh = piece.startsWith('//');
    }
  }
  return tokens;
}

/** In brackets entries end at commas; outside, before each step that follows closed brackets. */
function entriesUntil(
  tokens: readonly Token[],
  reader: { at: number },
  close: string | undefined,
): LaidEntry[] | undefined {
  const entries: LaidEntry[] = [];
  let [above, pieces]: [string[], Piece[]] = [[], []];
  const end = () => {
    if (pieces.length === 0) return;
    entries.push({ above, pieces });
    [above, pieces] = [[], []];
  };
  for (; reader.at < tokens.length; reader.at++) {
    const { text, fresh } = tokens[reader.at] as Token;
    if (text === close) break;
    const inSteps = close === undefined && typeof pieces.at(-1) === 'object';
    if (isComment(text)) {
      const last = pieces.length > 0 ? undefined : entries.at(-1);
      if (!fresh && last && !last.behind) entries[entries.length - 1] = { ...last, behind: text };
      else if (pieces.length === 0) above.push(text);
      else if (inSteps || tokens[reader.at + 1]?.text === close) {
        const isBehind = !fresh;
        const [held, heldAbove] = [pieces, above];
        entries.push({ above: heldAbove, pieces: held, ...present({ behind: isBehind ? text : undefined }) });
        [above, pieces] = [isBehind ? [] : [text], []];
      } else return undefined;
      continue;
    }
    if (close === undefined && text === '.' && (inSteps || (pieces.length === 0 && entries.length > 0))) end();
    if (close !== undefined && text === ',') {
      end();
      continue;
    }
    if (text === '(' || text === '[' || text === '{') {
      reader.at++;
      const inside = entriesUntil(tokens, reader, CLOSING[text]);
      if (!inside) return undefined;
      pieces.push({ open: text, entries: inside });
    } else pieces.push(text);
  }
  end();
  // A comment with nothing after it: nobody's.
  return above.length === 0 ? entries : undefined;
}

function isComment(text: string): boolean {
  return text.startsWith('//') || text.startsWith('/*');
}
