import type { Day } from '../../dsl/time/day.ts';
import type { NamedParty } from '../records.ts';
import type { Directory } from './directory.ts';
import { agencyOn } from './lookup.ts';

/**
 * The parties with what took over their work by a day: a merged agency under its successor's name. One without a
 * successor, or without an id, stays as it is named.
 */
export function succeeded(directory: Directory, parties: readonly NamedParty[], day: Day): NamedParty[] {
  return parties.map((party) => {
    const agency = party.agency === undefined ? undefined : agencyOn(directory, party.agency, day);
    return agency === undefined || agency.id === party.agency ? party : { name: agency.name, agency: agency.id };
  });
}
