import type { Paragraph } from '../structure/paragraphs.ts';
import type { Clean } from '../text/clean.ts';
import { findActor } from './actor.ts';
import { parse } from './segments.ts';
import { isCapitals } from './shapes.ts';
import { isClosing } from './sinks.ts';

/** Ends with the day by which it is to be done: "… trước ngày 20/5/2026", "… trong quý II/2026". */
const ENDS_WITH_DAY = /(?:\d{1,2}[/.-]\d{1,2}|(?:tháng|quý) ?(?:\d{1,2}|[ivx]{1,3}))(?:[/.-]| năm )\d{4}$/u;

/**
 * An item whose full stop was forgotten, and no heading of the text below it: the closing of the document or its
 * signature follows, or it says by which day somebody is to do it.
 */
export function isOrderBefore(body: Clean, next: Paragraph): boolean {
  if (isClosing(next.clean.folded, false)) return true;
  const dated = ENDS_WITH_DAY.test(body.folded);
  if (!dated && !isCapitals(next.clean.text)) return false;
  const { tokens, depth } = parse(body);
  const actor = findActor(tokens, depth, { from: 0, to: tokens.length });
  return actor !== null && !actor.weak;
}
