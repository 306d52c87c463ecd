import type { Paragraph } from '../structure/paragraphs.ts';
import { fold, sourceSpan } from '../text/clean.ts';
import type { Name, Span } from '../types.ts';
import { fieldOf } from './fields.ts';
import { toldAt } from './order-signs.ts';
import { type Parsed, parse } from './segments.ts';

/** A mark that ends a clause, and something behind it: one clause alone has no second order. */
const SEVERAL = /;.|[.…?!] /u;

/** A directive as far as this asks: where it stands and whom it names. */
export interface ReadOrder {
  readonly span: Span;
  readonly lead: readonly Name[];
  readonly cooperating: readonly Name[];
}

/**
 * Clauses inside a directive that tell a body something which that directive names nowhere: an order to somebody else
 * that was read as part of it ("Sở A rà soát …; Thanh tra tỉnh thanh tra …").
 *
 * @param told in the order of the text
 */
export function secondOrders(paragraphs: readonly Paragraph[], told: readonly ReadOrder[]): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const p of paragraphs) {
    const [from = 0] = p.ranges[0] ?? [];
    const end = p.ranges.at(-1)?.[1] ?? from;
    while (at < told.length && (told[at]?.span[1] ?? 0) <= from) at++;
    const own: ReadOrder[] = [];
    for (let k = at; k < told.length && (told[k]?.span[0] ?? end) < end; k++) own.push(told[k] as ReadOrder);
    if (own.length > 0 && SEVERAL.test(p.body.text) && !p.footnote && !fieldOf(p))
      out.push(...inParagraph(parse(p.clean), own));
  }
  return out;
}

function inParagraph(p: Parsed, told: readonly ReadOrder[]): Span[] {
  const clauses = p.sentences.flatMap((s) => s.clauses);
  let k = 0;
  return clauses.flatMap((c): Span[] => {
    const start = p.tokens[c.from]?.start ?? 0;
    const span = sourceSpan(p.clean, start, p.tokens[c.to - 1]?.end ?? start);
    while (k < told.length && (told[k]?.span[1] ?? 0) < span[1]) k++;
    const around = (told[k]?.span[0] ?? span[0]) + 2 < span[0] ? told[k] : undefined;
    const name = around ? toldAt(p, c) : null;
    if (!around || name === null) return [];
    const words = p.tokens.slice(name, name + SHOWN).map((x) => x.low);
    const names = [...around.lead, ...around.cooperating].map((n) => fold(n.name)).join(' ');
    return names.includes(words.join(' ')) ? [] : [span];
  });
}

/** Words by which a name is known again. */
const SHOWN = 3;
