import { expect, test } from '@jest/globals';
import { readNotices, type Span } from '../../notices/index.ts';
import { noticeOf } from '../generators/notice.ts';
import { calendar } from './support.ts';

const SEEDS = 120;
/** How much of an order must stand in what is read or flagged: its label and closing mark may not. */
const MOST = 0.8;

/** How much of a span the others cover together. */
function covered([from, to]: Span, by: readonly Span[]): number {
  const inside = by.map(([a, b]) => [Math.max(a, from), Math.min(b, to)] as const).filter(([a, b]) => a < b);
  let at = from;
  let sum = 0;
  for (const [a, b] of inside.sort((x, y) => x[0] - y[0])) {
    if (b <= at) continue;
    sum += b - Math.max(a, at);
    at = b;
  }
  return sum / (to - from);
}

test('of every notice the generator writes, each order is read or said to be unread', () => {
  const lost: string[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { text, directives } = noticeOf(seed);
    const notices = readNotices(text, { calendar });
    const seen = notices.flatMap((n) => [...n.directives, ...n.unread]).map((x) => x.span);
    for (const { span } of directives)
      if (covered(span, seen) < MOST) lost.push(`${seed}: ${text.slice(span[0], span[1]).slice(0, 120)}`);
  }
  expect(lost).toEqual([]);
});

test('what covers half of an order does not count for the whole', () => {
  expect(
    covered(
      [0, 10],
      [
        [0, 5],
        [3, 6],
      ],
    ),
  ).toBe(0.6);
  expect(covered([0, 10], [[20, 30]])).toBe(0);
});
