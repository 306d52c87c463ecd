import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Policy } from '../../../dsl/policy/index.ts';
import { policyIn } from '../faults.ts';
import { dataWritten, yamlOf } from '../print.ts';
import { readYamlPolicy } from '../yaml-form.ts';
import { type Edit, withEdits } from './edits.ts';
import { endOf, flowText, lineStart, nextLine, startOf, valueText, withCommentsAbove } from './lines.ts';
import { origins } from './list.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The YAML of a policy with what differs in another edition of it changed, and every other letter as somebody wrote it:
 * comments, order, quotes, empty lines. A comment above a rung, or beside it, moves and goes with it.
 *
 * Where a text is written so that this would say something else (names that stand for pieces of it), it is written anew.
 */
export function yamlRewritten(text: string, before: Policy, after: Policy): string {
  const made = withEdits(text, changes(text, parseDocument(text).contents, plain(before), plain(after)));
  return says(made, after) ? made : yamlOf(after);
}

/** What is not said is not there, rather than undefined. */
const plain = (policy: Policy): Fields => JSON.parse(JSON.stringify(dataWritten(policy)));

function says(text: string, policy: Policy): boolean {
  try {
    const read = policyIn(readYamlPolicy(text).data, 'yaml');
    return 'policy' in read && isDeepStrictEqual(plain(read.policy), plain(policy));
  } catch {
    return false;
  }
}

function changes(text: string, node: unknown, before: unknown, after: unknown): Edit[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isMap(node) && isFields(before) && isFields(after)) return changesInMap(text, node, before, after);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && node.items.length === before.length)
    return changesInSeq(text, node, before, after);
  return [anew(text, node, after)];
}

function anew(text: string, node: unknown, value: unknown): Edit {
  return { from: startOf(node), to: endOf(text, node), text: flowText(value) };
}

function changesInMap(text: string, map: YAMLMap, before: Fields, after: Fields): Edit[] {
  const keys = new Set(map.items.map(keyOf));
  // What the language takes for granted may be said, and is in neither.
  const gone = map.items.filter((pair) => keyOf(pair) in before && !(keyOf(pair) in after));
  const made = Object.keys(after).filter((key) => !keys.has(key) && !isDeepStrictEqual(before[key], after[key]));
  const isBlock = map.flow !== true;
  // In a list the first key stands on the line of its item.
  const isFirstInList = gone.some(
    (pair) => isBlock && text.slice(lineStart(text, startOf(pair)), startOf(pair)).trim(),
  );
  if (gone.length === map.items.length || isFirstInList) return [anew(text, map, after)];
  return [
    ...map.items.flatMap((pair) => changesOfPair(text, pair, before, after, isBlock)),
    ...(isBlock ? gone.map((pair) => linesOf(text, pair)) : cut(text, map.items, gone)),
    ...added(text, map, after, made),
  ];
}

const keyOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : '');

function changesOfPair(text: string, pair: Pair, before: Fields, after: Fields, isBlock: boolean): Edit[] {
  const key = keyOf(pair);
  if (!(key in after) || isDeepStrictEqual(before[key], after[key])) return [];
  const isLadderAnew = isBlock && Array.isArray(after[key]) && isSeq(pair.value) && pair.value.items.length === 0;
  if (!isLadderAnew) return changes(text, pair.value, before[key], after[key]);
  const from = endOf(text, pair.key) + 1;
  return [{ from, to: endOf(text, pair.value), text: valueText(after[key], indentOf(text, pair)) }];
}

const indentOf = (text: string, pair: Pair) => ' '.repeat(startOf(pair) - lineStart(text, startOf(pair)));

/** All lines of a key of a block and the comments right above. */
function linesOf(text: string, pair: Pair): Edit {
  const from = withCommentsAbove(text, lineStart(text, startOf(pair)));
  return { from, to: nextLine(text, endOf(text, pair)), text: '' };
}

/** What goes of what stands in braces, each with the comma to the one that stays before it, or after. */
function cut(text: string, items: readonly Pair[], gone: readonly Pair[]): Edit[] {
  const stays = items.findIndex((pair) => !gone.includes(pair));
  return items.flatMap((pair, i) => {
    if (!gone.includes(pair)) return [];
    const [from, to] =
      i > stays ? [endOf(text, items[i - 1]), endOf(text, pair)] : [startOf(pair), startOf(items[i + 1])];
    return [{ from, to, text: '' }];
  });
}

/** New keys stand last. */
function added(text: string, map: YAMLMap, after: Fields, keys: readonly string[]): Edit[] {
  const last = map.items.at(-1);
  if (last === undefined || keys.length === 0) return [];
  if (map.flow === true) {
    const at = endOf(text, last);
    return [{ from: at, to: at, text: keys.map((key) => `, ${key}: ${flowText(after[key])}`).join('') }];
  }
  const at = nextLine(text, endOf(text, last));
  const indent = indentOf(text, last);
  const lines = keys.map((key) => `${indent}${key}:${valueText(after[key], indent)}\n`).join('');
  return [{ from: at, to: at, text: text.slice(0, at).endsWith('\n') ? lines : `\n${lines}` }];
}

/**
 * Each item keeps its lines and what stands above them, wherever it goes. What stands above the first may be said of them
 * all: it stays there.
 */
function changesInSeq(text: string, seq: YAMLSeq, before: readonly unknown[], after: readonly unknown[]): Edit[] {
  const from = origins(before, after);
  const inner = (i: number, value: unknown) => changes(text, seq.items[i], before[i], value);
  const isInPlace = after.length === before.length && from.every((one, i) => one === i);
  if (isInPlace) return after.flatMap((value, i) => inner(i, value));
  const first = seq.items[0];
  if (seq.flow === true || after.length === 0 || first === undefined) return [anew(text, seq, after)];
  const dash = text.lastIndexOf('-', startOf(first));
  const indent = text.slice(lineStart(text, dash), dash);
  const ends = seq.items.map((item) => nextLine(text, endOf(text, item)));
  const starts = [lineStart(text, dash), ...ends.slice(0, -1)];
  const lines = after.map((value, i) => {
    const origin = from[i];
    return origin === undefined
      ? `${indent}- ${flowText(value)}\n`
      : ended(withEdits(text, inner(origin, value), starts[origin], ends[origin]));
  });
  return [{ from: starts[0] ?? 0, to: ends.at(-1) ?? 0, text: lines.join('') }];
}

const ended = (line: string) => (line.endsWith('\n') ? line : `${line}\n`);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
