import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { present } from '../../dsl/present.ts';
import { typedDayTime } from '../../dsl/time/typed-day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { correctionRefusals as refuse } from '../../texts/review/index.ts';
import { headerEntry } from './header-entries.ts';
import {
  type CorrectedParty,
  type Correction,
  type Corrections,
  type DueDay,
  type HeaderCorrection,
  PARTIES,
} from './types.ts';

const KEYS = ['directive', 'add', ...PARTIES, 'due', 'text', 'each', 'code', 'drop', 'confirm'] as const;
type Key = (typeof KEYS)[number];

/** Takes away what was read, where an empty list would do as well. */
const NONE = 'none';

/**
 * The entries of a corrections file. Every scalar counts as words, so that the directive "1.10" stays "1.10".
 * @throws UserError naming file, line and directive.
 */
export function parseCorrections(text: string, source: string): Corrections {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const lineOf = (node: unknown): number => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1);
  const [error] = document.errors;
  if (error) throw new UserError(refuse.syntax(`${source}:${lines.linePos(error.pos[0]).line}`));
  const { contents } = document;
  if (contents === null) return { source, entries: [] };
  if (!isSeq(contents)) throw new UserError(refuse.notAList(`${source}:${lineOf(contents)}`));
  const entries: Correction[] = [];
  const headers: HeaderCorrection[] = [];
  for (const item of contents.items) {
    const at = { source, line: lineOf(item), lineOf };
    if (!isMap(item)) throw new UserError(refuse.notAnEntry(whereOf(at)));
    const header = headerEntry(item, source, at.line, lineOf);
    if (header) headers.push(header);
    else entries.push(entryOf(item, at));
  }
  requireOneEach(entries, source);
  return { source, entries, ...present({ headers: headers.length > 0 ? headers : undefined }) };
}

interface Place {
  readonly source: string;
  readonly line: number;
  readonly lineOf: (node: unknown) => number;
}

function whereOf({ source, line }: Pick<Place, 'source' | 'line'>): string {
  return `${source}:${line}`;
}

function entryOf(map: YAMLMap, at: Place): Correction {
  const id = wordsOf(map.get('directive', true));
  const added = wordsOf(map.get('add', true));
  if (id !== undefined && added !== undefined) throw new UserError(refuse.twoIds(whereOf(at)));
  const directive = id ?? added ?? '';
  if (directive === '') throw new UserError(refuse.noId(whereOf(at)));
  const fields = fieldsOf(map, directive, at);
  const entry = {
    directive,
    line: at.line,
    add: added !== undefined,
    drop: yes(fields, 'drop', directive, at),
    confirm: yes(fields, 'confirm', directive, at),
    parties: partiesOf(fields, directive, at),
    ...dueOf(fields, directive, at),
    ...textOf(fields, directive, at),
    ...present({ each: fields.has('each') ? yes(fields, 'each', directive, at) : undefined }),
    ...codeOf(fields, directive, at),
  };
  requireSense(entry, fields, at);
  return entry;
}

type Fields = ReadonlyMap<Key, Node | null>;

function fieldsOf(map: YAMLMap, directive: string, at: Place): Fields {
  const fields = new Map<Key, Node | null>();
  for (const { key, value } of map.items) {
    const name = wordsOf(key) ?? '';
    const known = KEYS.find((k) => k === name);
    if (!known) {
      const where = whereOf({ ...at, line: at.lineOf(key) });
      throw new UserError(refuse.unknownField(where, directive, name, KEYS.join(', ')));
    }
    fields.set(known, isNode(value) ? value : null);
  }
  return fields;
}

function requireSense(entry: Correction, fields: Fields, at: Place): void {
  const { directive } = entry;
  const more = [...fields.keys()].filter((k) => k !== 'directive' && k !== 'add');
  if (entry.drop && more.length > 1) throw new UserError(refuse.dropAndMore(whereOf(at), directive));
  if (entry.add && entry.text === undefined) throw new UserError(refuse.addWithoutText(whereOf(at), directive));
  if (more.length === 0) throw new UserError(refuse.nothing(whereOf(at), directive));
}

function requireOneEach(entries: readonly Correction[], source: string): void {
  const lines = new Map<string, number>();
  for (const { directive, line } of entries) {
    const before = lines.get(directive);
    if (before !== undefined) throw new UserError(refuse.twice(`${source}:${line}`, directive, before));
    lines.set(directive, line);
  }
}

function partiesOf(fields: Fields, directive: string, at: Place): Correction['parties'] {
  const parties: Partial<Record<CorrectedParty, readonly string[]>> = {};
  for (const party of PARTIES) if (fields.has(party)) parties[party] = listOf(fields, party, directive, at);
  return parties;
}

function dueOf(fields: Fields, directive: string, at: Place): { due?: readonly DueDay[] } {
  if (!fields.has('due')) return {};
  const due = listOf(fields, 'due', directive, at).map((value): DueDay => {
    const due = typedDayTime(value);
    if (due) return due;
    throw new UserError(refuse.notADay(whereOf({ ...at, line: at.lineOf(fields.get('due')) }), directive, value));
  });
  return { due };
}

function textOf(fields: Fields, directive: string, at: Place): { text?: string } {
  if (!fields.has('text')) return {};
  const text = wordsOf(fields.get('text'))?.trim() ?? '';
  if (text === '') throw notWords('text', directive, fields, at);
  return { text };
}

/** No slash and no blank: it stands in addresses, and people type it. */
const CODE = /^[\p{L}\d](?:[\p{L}\d.()-]{0,18}[\p{L}\d)])?$/u;

function codeOf(fields: Fields, directive: string, at: Place): { code?: string } {
  if (!fields.has('code')) return {};
  const code = wordsOf(fields.get('code'))?.trim() ?? '';
  if (CODE.test(code)) return { code };
  throw new UserError(refuse.notACode(whereOf({ ...at, line: at.lineOf(fields.get('code')) }), directive, code));
}

/** The words of a field: one, a list of them, or none at all. */
function listOf(fields: Fields, key: Key, directive: string, at: Place): string[] {
  const node = fields.get(key);
  const values = isSeq(node) ? node.items.map(wordsOf) : [wordsOf(node)];
  const words = values.map((value) => value?.replace(/\s+/g, ' ').trim() ?? '');
  if (isSeq(node) ? words.some((w) => w === '') : words[0] === '') throw notWords(key, directive, fields, at);
  return words.length === 1 && words[0] === NONE ? [] : words;
}

function yes(fields: Fields, key: 'drop' | 'confirm' | 'each', directive: string, at: Place): boolean {
  if (!fields.has(key)) return false;
  const value = wordsOf(fields.get(key));
  if (value === 'true' || value === 'false') return value === 'true';
  throw new UserError(refuse.notYes(whereOf({ ...at, line: at.lineOf(fields.get(key)) }), directive, key));
}

function notWords(key: Key, directive: string, fields: Fields, at: Place): UserError {
  const node = fields.get(key);
  const line = isNode(node) ? at.lineOf(node) : at.line;
  return new UserError(refuse.notWords(whereOf({ ...at, line }), directive, key));
}

function wordsOf(node: unknown): string | undefined {
  return isScalar(node) && node.value !== null ? String(node.value) : undefined;
}
