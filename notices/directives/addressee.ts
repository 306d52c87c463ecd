import { PREDICATES } from '../agencies/lexicon.ts';
import { namesAt } from '../agencies/lists.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import { tokenize } from '../text/tokens.ts';
import type { Name } from '../types.ts';
import { toNames, unique } from './draft.ts';

export interface Addressees {
  readonly names: readonly Name[];
  /** Indexes of the paragraphs that make the address. */
  readonly paragraphs: ReadonlySet<number>;
}

const ADDRESS = /^kính gửi\s*:?\s*|^.{3,80} điện\s*:\s*/u;

/** "Kính gửi: …", "CHỦ TỊCH … điện:" and its list: whom a letter orders where an item names nobody. */
export function addresseesOf(paragraphs: readonly Paragraph[]): Addressees {
  const at = paragraphs.findIndex((p) => !p.footnote && ADDRESS.test(p.clean.folded));
  const used = new Set<number>();
  const names: Name[] = [];
  if (at < 0) return { names, paragraphs: used };
  for (let i = at; i < paragraphs.length; i++) {
    const p = paragraphs[i];
    if (!p) break;
    if (i > at && (p.label === null || p.clean.text.length > 250)) break;
    const from = i === at ? (ADDRESS.exec(p.clean.folded)?.[0].length ?? 0) : (p.label?.length ?? 0);
    const tokens = tokenize(p.clean);
    const first = tokens.findIndex((t) => t.start >= from && t.word);
    const list = first < 0 ? null : namesAt(tokens, first, { expected: true, semicolon: true });
    // "Kính gửi: Sở A" right above "1. Sở B rà soát …": an order, and no one else who is written to.
    // ("- Các đơn vị thực hiện vệ sinh môi trường." may be.)
    if (i > at && p.label?.value !== '' && list && PREDICATES.at(tokens, list.next) > 0) break;
    used.add(i);
    if (list) names.push(...toNames({ clean: p.clean, tokens }, list.names));
    if (i > at && /\.$/.test(p.clean.text)) break;
  }
  return { names: unique(names), paragraphs: used };
}
