/**
 * What became of a message, each no stronger than its evidence. `sending`: from here on it may have left;
 * `queued` stands in the history of what older programs had claimed. `accepted`: a server said it took it; `delivered` and `read`: the channel said
 * so; `bounced`: it was taken and came back.
 */
export const OUTCOMES = [
  'planned',
  'queued',
  'sending',
  'accepted',
  'unknown',
  'refused',
  'delivered',
  'read',
  'bounced',
  'skipped',
] as const;
export type MessageOutcome = (typeof OUTCOMES)[number];

/** How a delivery ended, as far as its sender knows. */
export type Settlement =
  | { readonly outcome: 'accepted'; readonly providerId?: string }
  | { readonly outcome: 'refused' | 'unknown' | 'skipped'; readonly reason: string };

/** What was learnt of a message after it left, from a channel or a person. */
export interface Evidence {
  readonly outcome: 'accepted' | 'delivered' | 'read' | 'bounced' | 'refused';
  /** What says so: the words of the bounce, the kind of the webhook, a person's reason. */
  readonly reason: string;
  /** Who or what brought it: a channel's part ("webhook Zalo") or a person's name. */
  readonly by: string;
  /** What the channel knows it by, where that was not known yet: by it the next evidence finds the row. */
  readonly providerId?: string;
}

const NEXT: Readonly<Record<MessageOutcome, readonly MessageOutcome[]>> = {
  planned: ['sending', 'skipped'],
  queued: [],
  // Word of the delivery can come before the answer to the sending itself.
  sending: ['accepted', 'unknown', 'refused', 'planned', 'delivered', 'read', 'bounced'],
  // Evidence that came late settles a doubt; nothing ever makes it planned again.
  unknown: ['accepted', 'refused', 'delivered', 'read', 'bounced'],
  accepted: ['delivered', 'read', 'bounced'],
  delivered: ['read'],
  read: [],
  bounced: [],
  refused: [],
  skipped: [],
};

/** May a message go from one outcome to the other? */
export function mayBecome(from: MessageOutcome, to: MessageOutcome): boolean {
  return NEXT[from].includes(to);
}

const NEVER_LEFT: readonly MessageOutcome[] = ['planned', 'queued', 'refused', 'skipped'];
const ARRIVED: readonly MessageOutcome[] = ['delivered', 'read'];

/**
 * Can what a channel tells not be true together with what the ledger holds? Word of a message that never left, and a
 * message that arrived and came back.
 */
export function contradicts(held: MessageOutcome, said: Evidence['outcome']): boolean {
  if (NEVER_LEFT.includes(held)) return said !== 'refused';
  return (held === 'bounced' && ARRIVED.includes(said)) || (ARRIVED.includes(held) && said === 'bounced');
}

/** Is what the sender says already said, and more, by what the ledger holds? A webhook can be ahead of the sender. */
export function isKnown(held: MessageOutcome, said: Settlement['outcome']): boolean {
  if (held === said) return true;
  return (said === 'accepted' || said === 'unknown') && (held === 'delivered' || held === 'read' || held === 'bounced');
}
