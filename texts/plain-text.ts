// Control and format characters, line separators: none belongs in a line of a mail, and CR LF could forge a header.
const NOT_TEXT = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line of plain text: NFC, no control characters, white space collapsed. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(LONE_SURROGATE, '\ufffd').replace(NOT_TEXT, ' ').replace(/\s+/g, ' ').trim();
}

/** Plain text that keeps its lines, at most one empty line in a row. */
export function manyLines(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(oneLine);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cut at a word so that it is at most `max` code points long, the ellipsis included. */
export function cutAtWord(text: string, max: number): string {
  const points = [...text];
  if (points.length <= max) return text;
  const head = points.slice(0, max - 1).join('');
  const nextIsSpace = points[max - 1] === ' ';
  const space = head.lastIndexOf(' ');
  // A single word longer than half of the room is cut inside rather than dropped.
  const kept = nextIsSpace || space < head.length / 2 ? head : head.slice(0, space);
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`;
}
