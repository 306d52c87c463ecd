import type { Deadline } from '../../deadline/index.ts';
import type { Found } from '../agencies/names.ts';
import { sourceSpan } from '../text/clean.ts';
import type { LeadRule, Name, Span } from '../types.ts';
import type { Parsed } from './segments.ts';

/** A directive as read, before ids, confidence and warnings. */
export interface Draft {
  readonly path: readonly string[];
  readonly span: Span;
  readonly lead: readonly Name[];
  readonly by: LeadRule;
  readonly cooperating: readonly Name[];
  readonly supervises: boolean;
  /** Named as who follows this directive (a table's column of its own). */
  readonly supervisor?: readonly Name[];
  /** What is to be handed in, where the notice says it in a place of its own. */
  readonly product?: string;
  readonly deadlines: readonly Deadline[];
  /** What follows the subject is no verb known, or no imperative begins the task. */
  readonly weak: boolean;
}

export function toName(p: Pick<Parsed, 'clean' | 'tokens'>, found: Found): Name | null {
  const begins = found.own ?? found.from;
  const from = p.tokens[begins];
  const to = p.tokens[found.to - 1];
  if (!from || !to) return null;
  const own = p.tokens
    .slice(begins, found.to)
    .reduce(
      (text, x, i, all) =>
        text +
        (i > 0 && (all[i - 1]?.end ?? 0) < x.start && p.clean.text.slice(all[i - 1]?.end, x.start).includes(' ')
          ? ' '
          : '') +
        x.text,
      '',
    );
  const name = found.prefix ? `${found.prefix} ${own}` : own;
  return { name, span: sourceSpan(p.clean, from.start, to.end) };
}

export function toNames(p: Pick<Parsed, 'clean' | 'tokens'>, found: readonly Found[]): Name[] {
  return unique(found.map((f) => toName(p, f)).filter((n) => n !== null));
}

/** Each name once, the first mention kept. */
export function unique(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter((n) => {
    const key = n.name.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Names of `names` that are not among `others`. */
export function without(names: readonly Name[], others: readonly Name[]): Name[] {
  const taken = new Set(others.map((n) => n.name.toLowerCase()));
  return names.filter((n) => !taken.has(n.name.toLowerCase()));
}
