import type { Instant } from '../../dsl/time/day.ts';

/** How an attempt at a dispatch ended. */
export type Ending =
  /** A server has taken it. */
  | { readonly kind: 'accepted' }
  /** By this channel it never leaves. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may have left; nobody sends it again. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Nothing was to be sent any more, and why. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Nothing has left; to be tried again then (domain time). */
  | { readonly kind: 'later'; readonly until: Instant; readonly reason: string };

export const NOTHING_LEFT = 'không còn thông báo nào để gửi';

type Ended = { readonly outcome: string; readonly reason: string | null };

/** What became of all that a dispatch carried, as the ledger has it: the worst of its messages speaks for it. */
export function endingOf(rows: readonly Ended[]): Exclude<Ending, { kind: 'later' }> {
  for (const kind of ['unknown', 'refused'] as const) {
    const found = rows.find(({ outcome }) => outcome === kind);
    if (found) return { kind, reason: found.reason ?? '' };
  }
  if (rows.some(({ outcome }) => TAKEN.has(outcome))) return { kind: 'accepted' };
  return { kind: 'skipped', reason: rows.find(({ outcome }) => outcome === 'skipped')?.reason ?? NOTHING_LEFT };
}

const TAKEN: ReadonlySet<string> = new Set(['accepted', 'delivered', 'read', 'bounced']);
