/** What became of a message. `accepted` is what a server said it took; nothing here claims that anybody read it. */
export const OUTCOMES = ['planned', 'queued', 'accepted', 'unknown', 'refused', 'skipped'] as const;
export type MessageOutcome = (typeof OUTCOMES)[number];

/** How a delivery ended, as far as is known. */
export type Settlement =
  | { readonly outcome: 'accepted'; readonly providerId?: string }
  | { readonly outcome: 'refused' | 'unknown' | 'skipped'; readonly reason: string };

const NEXT: Readonly<Record<MessageOutcome, readonly MessageOutcome[]>> = {
  planned: ['queued', 'skipped'],
  queued: ['accepted', 'unknown', 'refused', 'skipped', 'planned'],
  // Evidence that came late settles a doubt; nothing ever makes it planned again.
  unknown: ['accepted', 'refused'],
  accepted: [],
  refused: [],
  skipped: [],
};

/** May a message go from one outcome to the other? */
export function mayBecome(from: MessageOutcome, to: MessageOutcome): boolean {
  return NEXT[from].includes(to);
}
