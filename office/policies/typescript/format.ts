import { type Brackets, type LaidEntry, type Piece, stepsOf, substanceOf } from './pieces.ts';
import { parsed } from './program.ts';
import { scanTypescript } from './scan.ts';

const WIDTH = 110;
const CLOSE = { '(': ')', '[': ']', '{': '}' } as const;

/**
 * The same policy laid out as the guide does: a step a line, what is too long a value a line. Only blanks, line ends and
 * commas at the end of a list change; comments stay.
 *
 * @throws PolicyTextError where the text is no program
 */
export async function formatTypescript(text: string): Promise<string> {
  scanTypescript(text);
  const { body } = await parsed(text);
  const parts: string[] = [];
  let at = 0;
  for (const statement of body) {
    const [start, end] = [statement.start ?? 0, statement.end ?? 0];
    parts.push(...gap(parts, text.slice(at, start)), laidOut(text.slice(start, end)));
    at = end;
  }
  parts.push(...gap(parts, text.slice(at)));
  return `${parts
    .join('\n')
    .replace(/^\n+/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

const BEHIND = /^[ \t;]*(\/\/[^\n]*)?(.*)$/s;

/** Comments between statements, and no more than one empty line. What stands on a statement's line stays there. */
function gap(parts: string[], between: string): string[] {
  const [, behind, text = ''] = parts.length === 0 ? ['', undefined, between] : (BEHIND.exec(between) ?? []);
  if (behind !== undefined) parts[parts.length - 1] += ` ${behind.trimEnd()}`;
  const blank = text.split('\n').length > 2;
  const lines = text.split('\n').map((line) => line.trim());
  const comments = lines.filter((line, i) => line !== '' || (i > 0 && i < lines.length - 1));
  return comments.length > 0 ? comments : blank ? [''] : [];
}

function laidOut(statement: string): string {
  const plain = statement.replace(/;\s*$/, '');
  const steps = stepsOf(plain);
  if (!steps) return statement;
  const made = `${stepLines(steps).join('\n')};`;
  // Nothing is worth a changed meaning.
  return substanceOf(made) === substanceOf(statement) ? made : statement;
}

function stepLines(steps: readonly LaidEntry[]): string[] {
  const short = steps.length < 3 && steps.every(isPlain) ? flat(steps.flatMap(({ pieces }) => pieces)) : undefined;
  if (short !== undefined && short.length <= WIDTH) return [short];
  return steps.flatMap((step, i) => entryLines(step, i === 0 ? '' : '  ', ''));
}

/** An entry on its own lines, with its comments. */
function entryLines({ above, pieces, behind }: LaidEntry, indent: string, end: string): string[] {
  const lines = broken(pieces, indent);
  const last = lines.length - 1;
  lines[last] = `${lines[last]}${end}${behind === undefined ? '' : ` ${behind}`}`;
  return [...above.map((comment) => indent + comment), ...lines];
}

/** On one line where it fits, else what its last brackets hold a line an entry. */
function broken(pieces: readonly Piece[], indent: string): string[] {
  const one = isPlainAll(pieces) ? indent + flat(pieces) : undefined;
  const index = pieces.findLastIndex((piece) => typeof piece === 'object' && piece.entries.length > 0);
  const brackets = pieces[index] as Brackets | undefined;
  const hugged = brackets && hug(pieces, index, brackets, indent);
  if (hugged && (one === undefined || one.length > WIDTH)) return hugged;
  if (one !== undefined && (one.length <= WIDTH || !brackets)) return [one];
  if (!brackets) return [indent + flat(pieces)];
  const before = flat([...pieces.slice(0, index), { open: brackets.open, entries: [] }]).trimEnd();
  const tail = pieces.slice(index + 1);
  const head = `${indent}${before.slice(0, -1)}`;
  return [
    head,
    ...brackets.entries.flatMap((entry) => entryLines(entry, `${indent}  `, ',')),
    `${indent}${CLOSE[brackets.open]}${tail.length > 0 && typeof tail[0] === 'string' && /^\w/.test(tail[0]) ? ' ' : ''}${flat(tail)}`,
  ];
}

/** `policy('…', '…', {`: a last group keeps its braces on the line of what stands before it. */
function hug(pieces: readonly Piece[], index: number, brackets: Brackets, indent: string): string[] | undefined {
  const last = brackets.entries.at(-1);
  const braces = last?.pieces[0];
  if (last?.pieces.length !== 1 || !isBare(last) || typeof braces !== 'object') return undefined;
  if (braces.open !== '{' || braces.entries.length === 0) return undefined;
  const others = brackets.entries.slice(0, -1);
  if (!others.every(isPlain)) return undefined;
  const before = flat([...pieces.slice(0, index), { open: brackets.open, entries: others }]).slice(0, -1);
  const head = `${indent}${before}${others.length > 0 ? ', ' : ''}{`;
  if (head.length > WIDTH) return undefined;
  const inside = braces.entries.flatMap((entry) => entryLines(entry, `${indent}  `, ','));
  return [head, ...inside, `${indent}}${CLOSE[brackets.open]}${flat(pieces.slice(index + 1))}`];
}

function flat(pieces: readonly Piece[]): string {
  let text = '';
  let last: Piece | undefined;
  for (const piece of pieces) {
    text += between(last, piece) + (typeof piece === 'string' ? piece : flatBrackets(piece));
    last = piece;
  }
  return text;
}

function between(last: Piece | undefined, next: Piece): string {
  if (last === undefined || last === '.' || next === '.' || next === ':' || next === ',') return '';
  if (typeof next === 'object' && next.open !== '{') return last === '=' || last === ':' ? ' ' : '';
  return ' ';
}

function flatBrackets({ open, entries }: Brackets): string {
  const inside = entries.map(({ pieces }) => flat(pieces)).join(', ');
  if (open === '{') return inside === '' ? '{}' : `{ ${inside} }`;
  return open + inside + CLOSE[open];
}

function isBare({ above, behind }: LaidEntry): boolean {
  return above.length === 0 && behind === undefined;
}

function isPlain(entry: LaidEntry): boolean {
  return isBare(entry) && isPlainAll(entry.pieces);
}

function isPlainAll(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => typeof piece === 'string' || piece.entries.every(isPlain));
}
