import type { Instant } from '../../dsl/time/day.ts';
import { composeDigest, type Gathered } from '../../texts/messages/index.ts';
import type { OutboxRow } from './ledger.ts';

/**
 * What a channel is given: a row that goes on its own as it stands; for a digest one that bears the digest's name and
 * words, and hangs under no directive's thread.
 */
export function messageOf(rows: readonly OutboxRow[], now: Instant): OutboxRow {
  const [first] = rows;
  if (!first) throw new RangeError('a message of no row');
  if (first.shipment === null) return first;
  const gathered = rows.flatMap(({ kind, at, content }): Gathered[] => (content ? [{ kind, at, content }] : []));
  const content = gathered.length === 0 ? null : composeDigest(gathered, now);
  return { ...first, id: first.shipment, content, threadRoot: null };
}
