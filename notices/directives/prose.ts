import type { Paragraph } from '../structure/paragraphs.ts';

export const RECIPIENTS = /^(?:[-–|\s]*)nơi nhận/u;
const FEWEST = 2;

/**
 * Running text without a single item or introduction of a list: what newspapers tell of a telegram, a letter of a few
 * sentences. Nothing there says where the orders begin, so every paragraph may be one.
 *
 * @param skipped indexes of the paragraphs of the address
 */
export function isProse(paragraphs: readonly Paragraph[], skipped: ReadonlySet<number>): boolean {
  let seen = 0;
  for (const [i, p] of paragraphs.entries()) {
    if (RECIPIENTS.test(p.clean.folded)) break;
    if (p.footnote || skipped.has(i)) continue;
    if (p.label || p.afterBreak) return false;
    if (/[.;!…]$/u.test(p.clean.text)) seen++;
  }
  return seen >= FEWEST;
}
