import type { Party, Role } from '../../dsl/policy/policy.ts';
import { namedPerson, type RoleParts, roleParts } from '../../dsl/policy/roles.ts';
import { present } from '../../dsl/present.ts';
import { isAmong } from '../../dsl/rules/directive.ts';
import type { Day } from '../../dsl/time/day.ts';
import { DIRECTORY_GAPS, OFFICE_FUNCTIONS } from '../../texts/directory.ts';
import type { NamedParty } from '../records.ts';
import { type Conclusion, concluderOf } from './concluder.ts';
import type { Agency, Directory } from './directory.ts';
import {
  agencyById,
  agencyOn,
  type Holder,
  holdersOn,
  membersOn,
  peopleNamed,
  personById,
  positionOn,
  postOn,
} from './lookup.ts';
import { matchAgency } from './match.ts';
import { type OwnContact, ownContact, type PassedOver } from './own-contact.ts';

/** The parties of a directive: all that resolving a role needs of it. */
export interface Parties {
  readonly lead: readonly NamedParty[];
  readonly cooperating: readonly NamedParty[];
  readonly supervisor: readonly NamedParty[];
  /** Id of the person told for the lead instead of its usual contact. */
  readonly contact?: string | null;
  /** Its words: they may name the place by which the work of a divided agency falls to one. */
  readonly text?: string;
  /** Its notice, by which `concluder` and `clerk` are found. */
  readonly notice?: Conclusion;
}

export interface RolePerson extends Holder {
  readonly agency: Agency;
}

/** An agency, or a name, behind which nobody was found, and why (Vietnamese, for the ledger). */
export interface Unresolved {
  /** As the notice names it, or as the directory does. */
  readonly name: string;
  readonly agency?: string;
  readonly reason: string;
}

export interface Resolution {
  readonly people: readonly RolePerson[];
  readonly unresolved: readonly Unresolved[];
  /** The directive's own contact, where they cannot be told that day and the usual one is. */
  readonly passedOver?: PassedOver;
}

/**
 * The people behind a role on a day. Nobody is ever guessed: a name that matches no agency surely, an agency without
 * anyone in the function asked for, comes back as unresolved with its reason.
 */
export function resolveRole(directory: Directory, parties: Parties, role: Role, day: Day): Resolution {
  const { party, who } = roleParts(role);
  const named = namedPerson(role);
  if (named !== undefined) return onePerson(directory, named, day);
  const agencies = agenciesOf(directory, parties, party, day);
  const people = new Map<string, RolePerson>();
  const unresolved = [...agencies.unresolved];
  const own: OwnContact =
    role === 'lead' && parties.contact ? ownContact(directory, agencies.found, parties.contact, day) : {};
  for (const agency of agencies.found) {
    const holders =
      own.at !== undefined && own.at.id === agency.id
        ? [own.holder]
        : holdersOf(directory, agency, { party, who }, parties, day);
    for (const holder of holders) {
      if (!people.has(holder.person.id)) people.set(holder.person.id, { ...holder, agency });
    }
    if (holders.length === 0) {
      const reason = GAPS[party === 'issuer' && who === 'contact' ? 'head' : who](agency.name, day);
      unresolved.push({ name: agency.name, agency: agency.id, reason });
    }
  }
  const { passedOver } = own;
  const another = passedOver !== undefined && people.size > 0 && !people.has(passedOver.personId);
  return { people: [...people.values()], unresolved, ...present({ passedOver: another ? passedOver : undefined }) };
}

/** A person by name, at whatever post they hold that day: one who holds none has left, and is told of nothing. */
function onePerson(directory: Directory, id: string, day: Day): Resolution {
  const holder = postOn(directory, id, day);
  const agency = holder && agencyById(directory, holder.position.agency);
  if (holder && agency) return { people: [{ ...holder, agency }], unresolved: [] };
  const name = personById(directory, id)?.name ?? id;
  return { people: [], unresolved: [{ name, reason: DIRECTORY_GAPS.noPost(name, day) }] };
}

const GAPS = {
  contact: DIRECTORY_GAPS.noContact,
  head: DIRECTORY_GAPS.noHead,
  deputies: DIRECTORY_GAPS.noDeputy,
  concluder: DIRECTORY_GAPS.noHead,
  clerk: DIRECTORY_GAPS.noContact,
  person: DIRECTORY_GAPS.noContact,
} as const;

function holdersOf(
  directory: Directory,
  agency: Agency,
  { party, who }: RoleParts,
  { notice }: Parties,
  day: Day,
): readonly Holder[] {
  switch (who) {
    case 'deputies':
      return holdersOn(directory, agency.id, 'deputy', day);
    case 'concluder': {
      const concluder = notice && concluderOf(directory, notice, day);
      // Who concluded has left, or is not said: the head answers for what the office has given out.
      return concluder ? [concluder] : headOf(directory, agency, day);
    }
    case 'clerk': {
      const clerk = notice?.issuedBy == null ? undefined : clerkOf(directory, agency, notice.issuedBy, day);
      // Who issued has left, or signs in by another name than the directory's: the office hears all the same.
      return clerk ? [clerk] : contactsOf(directory, agency, party, day);
    }
    case 'person':
      return [];
    case 'head':
      return headOf(directory, agency, day);
    case 'contact':
      // The issuer is an office's leader already.
      return party === 'issuer' ? headOf(directory, agency, day) : contactsOf(directory, agency, party, day);
  }
}

interface Agencies {
  readonly found: readonly Agency[];
  readonly unresolved: readonly Unresolved[];
}

function agenciesOf(directory: Directory, parties: Parties, party: Party, day: Day): Agencies {
  const { issuer, secretariat, defaultSupervisor } = directory.offices;
  switch (party) {
    case 'issuer':
      return office(directory, issuer, OFFICE_FUNCTIONS.issuer, day);
    case 'secretariat':
      return office(directory, secretariat, OFFICE_FUNCTIONS.secretariat, day);
    case 'supervisor':
      return parties.supervisor.length === 0
        ? office(directory, defaultSupervisor, OFFICE_FUNCTIONS.supervisor, day)
        : named(directory, parties.supervisor, day, parties.text);
    case 'lead':
      return parties.lead.length === 0
        ? { found: [], unresolved: [{ name: '', reason: DIRECTORY_GAPS.noLead }] }
        : named(directory, parties.lead, day, parties.text);
    case 'cooperating':
      return partnersOn(directory, parties, day);
  }
}

/** The agencies that take part beside the lead: one that leads does not cooperate with itself, whatever the notice names. */
export function partners({ lead, cooperating }: Pick<Parties, 'lead' | 'cooperating'>): readonly NamedParty[] {
  return cooperating.filter((one) => !isAmong(one, lead));
}

/** The same where a group takes part, and the lead is a member of it. */
function partnersOn(directory: Directory, parties: Parties, day: Day): Agencies {
  const { found, unresolved } = named(directory, partners(parties), day, parties.text);
  if (found.length === 0) return { found, unresolved };
  const leads = new Set(named(directory, parties.lead, day, parties.text).found.map((agency) => agency.id));
  return { found: found.filter((agency) => !leads.has(agency.id)), unresolved };
}

function office(directory: Directory, id: string | undefined, what: string, day: Day): Agencies {
  const agency = id === undefined ? undefined : agencyOn(directory, id, day);
  if (agency) return { found: [agency], unresolved: [] };
  const reason = id === undefined ? DIRECTORY_GAPS.noOffice(what) : DIRECTORY_GAPS.officeGone(what, id, day);
  return { found: [], unresolved: [{ name: id ?? what, reason }] };
}

function named(directory: Directory, parties: readonly NamedParty[], day: Day, about?: string): Agencies {
  const found = new Map<string, Agency>();
  const unresolved: Unresolved[] = [];
  for (const party of parties) {
    const agency = agencyOfParty(directory, party, day);
    const members = agency ? membersOn(directory, agency, day, about) : [];
    for (const member of members) found.set(member.id, member);
    if (members.length === 0) unresolved.push(missing(directory, party, agency, day));
  }
  return { found: [...found.values()], unresolved };
}

/** A name nobody has confirmed counts only where it is the agency's own name or an alias. */
function agencyOfParty(directory: Directory, party: NamedParty, day: Day): Agency | undefined {
  if (party.agency !== undefined) return agencyOn(directory, party.agency, day);
  const match = matchAgency(directory, party.name, day);
  return match?.confidence === 1 ? match.agency : undefined;
}

function missing(directory: Directory, party: NamedParty, agency: Agency | undefined, day: Day): Unresolved {
  if (agency) return { name: party.name, agency: agency.id, reason: DIRECTORY_GAPS.emptyGroup(agency.name, day) };
  const known = party.agency === undefined ? undefined : agencyById(directory, party.agency);
  return known
    ? {
        name: party.name,
        agency: known.id,
        reason: DIRECTORY_GAPS.noSuccessor(known.name, day),
      }
    : { name: party.name, reason: DIRECTORY_GAPS.unknown(party.name) };
}

/** The one person of that name at the office on the day; of two of one name nobody is guessed. */
function clerkOf(directory: Directory, office: Agency, name: string, day: Day): Holder | undefined {
  const [one, ...others] = peopleNamed(directory, name).flatMap(
    (person) => positionOn(directory, office.id, person.id, day) ?? [],
  );
  return others.length === 0 ? one : undefined;
}

function headOf(directory: Directory, agency: Agency, day: Day): readonly Holder[] {
  return holdersOn(directory, agency.id, 'head', day).slice(0, 1);
}

function contactsOf(directory: Directory, agency: Agency, party: Party, day: Day): readonly Holder[] {
  for (const of of party === 'secretariat' ? (['secretariat', 'contact'] as const) : (['contact'] as const)) {
    const holders = holdersOn(directory, agency.id, of, day);
    if (holders.length > 0) return holders;
  }
  return headOf(directory, agency, day);
}
