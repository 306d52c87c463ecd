import { addressFields } from '../../dsl/policy/channels.ts';
import type { Day } from '../../dsl/time/day.ts';
import { CONTACT_GAPS } from '../../texts/contact.ts';
import type { Agency, Directory, Person } from './directory.ts';
import { type Holder, personById, positionOn } from './lookup.ts';

/** A person who should have been told and is not, with the reason (Vietnamese, for the ledger). */
export interface PassedOver {
  readonly personId: string;
  readonly personName: string;
  readonly reason: string;
}

export type OwnContact =
  | { readonly at: Agency; readonly holder: Holder; readonly passedOver?: undefined }
  | { readonly at?: undefined; readonly passedOver?: PassedOver };

/**
 * The person named to be told for a directive's lead, on a day, and for which of the agencies that lead: the one at
 * which they hold a position, whatever position. Of an agency that is told by a contact of its own they take nothing.
 */
export function ownContact(directory: Directory, agencies: readonly Agency[], personId: string, day: Day): OwnContact {
  const person = personById(directory, personId);
  const passedOver = (reason: string) => ({
    passedOver: { personId, personName: person?.name ?? personId, reason },
  });
  if (!person) return passedOver(CONTACT_GAPS.gone(day));
  for (const at of agencies) {
    const holder = positionOn(directory, at.id, personId, day);
    if (holder) return isReachable(person) ? { at, holder } : passedOver(CONTACT_GAPS.noAddress);
  }
  return passedOver(CONTACT_GAPS.gone(day));
}

/** Those of an agency on a day whom a message can reach, by name. */
export function reachableAt(directory: Directory, agency: string, day: Day): readonly Person[] {
  const ids = new Set(directory.positions.filter((held) => held.agency === agency).map(({ person }) => person));
  return [...ids]
    .flatMap((id) => positionOn(directory, agency, id, day)?.person ?? [])
    .filter(isReachable)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Has the directory any address of this person? */
export function isReachable(person: Person): boolean {
  return addressFields().some((field) => Boolean(person[field]));
}
