import { UserError } from '../../dsl/user-error.ts';
import { confirmationRefusals } from '../../texts/review/index.ts';
import type { ReadNotice } from '../registration.ts';
import { doubtsOf } from './threshold.ts';

/** What a person confirms as they issue, beside what their corrections file confirms. */
export interface Confirmation {
  /** Ids of directives in the file; `all` is every one of them. */
  readonly directives: readonly string[] | 'all';
  /** Who confirms and corrects: kept with each. */
  readonly by: string;
}

/** Refuses ids no notice of the file has: a slip there would confirm nothing, silently. */
export function requireKnownIds(reads: readonly ReadNotice[], { directives }: Confirmation): void {
  if (directives === 'all') return;
  const known = reads.flatMap((r) => r.notice.directives.map((d) => d.id));
  const unknown = directives.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new UserError(confirmationRefusals.unknownId(unknown, known.join(', ')));
}

/**
 * Refuses a notice with a directive that was read with doubt and that nobody has confirmed. The names must have been
 * looked up in the directory already, so that doubt about an agency counts.
 * @throws UserError listing what is to be looked at, and how to confirm it.
 */
export function refuseUnconfirmed(read: ReadNotice, confirmation: Confirmation | undefined): void {
  const confirmed = confirmedIds(read, confirmation);
  const list = read.notice.directives
    .filter((d) => !confirmed.has(d.id))
    .map((d) => ({ id: d.id, doubts: doubtsOf(d) }))
    .filter(({ doubts }) => doubts.length > 0);
  if (list.length === 0) return;
  const name = read.notice.number ?? read.fileName ?? read.id;
  throw new UserError(confirmationRefusals.unconfirmed(name, list, read.fileName ?? read.id));
}

function confirmedIds({ notice, review }: ReadNotice, confirmation: Confirmation | undefined): Set<string> {
  const given = confirmation?.directives ?? [];
  return new Set([...(review?.confirmed ?? []), ...(given === 'all' ? notice.directives.map((d) => d.id) : given)]);
}
