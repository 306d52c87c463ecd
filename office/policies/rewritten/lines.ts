import { Document, isCollection, isNode, isPair, isScalar, visit } from 'yaml';

/* Where the nodes of a YAML text begin and end, in letters, and how a value is written anew. */

/** Where its line begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after it begins, or the text ends: a comment on its line is before that. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The first of the comment lines right above a line, or the line itself. */
export function withCommentsAbove(text: string, start: number): number {
  let first = start;
  while (first > 0) {
    const above = lineStart(text, first - 1);
    if (!/^[ \t]*#/.test(text.slice(above, first))) break;
    first = above;
  }
  return first;
}

export function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** After its last letter; of a block its last line's, for the parser counts what follows a block as the block's. */
export function endOf(text: string, node: unknown): number {
  if (isPair(node)) return node.value === null ? endOf(text, node.key) : endOf(text, node.value);
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return endOf(text, node.items.at(-1));
  if (!isNode(node)) return 0;
  const [from, to] = node.range ?? [0, 0];
  return isScalar(node) ? from + text.slice(from, to).trimEnd().length : to;
}

/** A value on one line, as it may stand in braces too. */
export function flowText(value: unknown): string {
  const document = new Document([value]);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true }).trim();
  return text.slice(1, -1).trim();
}

/** What follows a key: a ladder a line each rung, all else on the key's line. */
export function valueText(value: unknown, indent: string): string {
  const isLadder = Array.isArray(value) && value.some((one) => typeof one === 'object');
  return isLadder ? value.map((one) => `\n${indent}  - ${flowText(one)}`).join('') : ` ${flowText(value)}`;
}
