import type { Party } from '../dsl/policy/policy.ts';
import { present } from '../dsl/present.ts';
import type { Actor } from '../dsl/rules/index.ts';
import type { Day } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import {
  agencyById,
  type DirectiveRecord,
  type Directory,
  matchAgency,
  peopleNamed,
  positionOn,
  type Register,
} from '../register/index.ts';
import { ACTING } from '../texts/who.ts';

/** What whoever gives a command says of themselves. */
export interface ActingAs {
  /** A person or an agency of the directory, by name or id; or any other name: somebody of the office. */
  readonly name: string;
  /** Not said, only what the machine calls them: no name to look for in the directory. */
  readonly account?: boolean;
  readonly party?: Party | undefined;
  readonly head?: boolean | undefined;
  /** By name or id. */
  readonly agency?: string | undefined;
}

type Parties = Pick<DirectiveRecord, 'lead' | 'cooperating' | 'supervisor'>;

const NOBODY: Parties = { lead: [], cooperating: [], supervisor: [] };

/**
 * Who acts by a command. A person of the agency acts themselves; anybody else has given in what the agency does. For
 * which party: as said, else as the agency takes part in the directive, else the office.
 * @throws UserError where the agency is not known or takes no part in the directive, or several people have the name
 */
export async function actingAs(register: Register, given: ActingAs, day: Day, parties?: Parties): Promise<Actor> {
  const taking = parties ?? NOBODY;
  const directory = await register.directory.current();
  const named = given.account ? undefined : namedIn(directory, given.name, day);
  const agency =
    given.agency === undefined
      ? (agencyMeant(directory, named, day, taking) ?? onlyOne(taking, given.party))
      : agencyNamed(directory, given.agency, day);
  const party = given.party ?? partyOf(directory, agency, taking);
  // Nobody acts for the office by another agency's name: it was meant for another directive.
  if (parties && given.party === undefined && agency !== undefined && party === 'secretariat') {
    const { offices } = directory;
    const lead = parties.lead.map(({ name }) => name);
    if (agency !== offices.secretariat && agency !== offices.defaultSupervisor)
      throw new UserError(ACTING.noPart(agencyById(directory, agency)?.name ?? agency, lead));
  }
  const isTheirs = named?.kind === 'person' && agency !== undefined && positionOn(directory, agency, named.id, day);
  const self = isTheirs ? { person: named.id } : { operator: await register.operators.idOf(given.name) };
  return {
    party,
    ...present({ head: given.head ? true : undefined, agency }),
    ...(named?.kind === 'agency' ? {} : self),
    door: 'command',
  };
}

type Named = { readonly kind: 'person' | 'agency'; readonly id: string };

function namedIn(directory: Directory, name: string, day: Day): Named | undefined {
  const people = peopleNamed(directory, name);
  const [person, ...others] = people;
  if (person && others.length > 0) {
    const ids = people.map((p) => p.id);
    throw new UserError(ACTING.several(name, ids));
  }
  if (person) return { kind: 'person', id: person.id };
  if (agencyById(directory, name)) return { kind: 'agency', id: name };
  // A name nearly an agency's is somebody's own.
  const match = matchAgency(directory, name, day);
  return match?.confidence === 1 ? { kind: 'agency', id: match.agency.id } : undefined;
}

/** The agency they are of: the one that takes part, else the only one they hold a post of. */
function agencyMeant(
  directory: Directory,
  named: Named | undefined,
  day: Day,
  { lead, cooperating, supervisor }: Parties,
): string | undefined {
  if (named?.kind !== 'person') return named?.id;
  const held = new Set(directory.positions.filter((p) => p.person === named.id).map((p) => p.agency));
  const own = [...held].filter((agency) => positionOn(directory, agency, named.id, day));
  const taking = [...lead, ...cooperating, ...supervisor].map((p) => p.agency);
  return (
    taking.find((agency) => agency !== undefined && own.includes(agency)) ?? (own.length === 1 ? own[0] : undefined)
  );
}

/** Of a party that is one agency, that one. */
function onlyOne(parties: Parties, party: Party | undefined): string | undefined {
  if (party !== 'lead' && party !== 'cooperating' && party !== 'supervisor') return undefined;
  const [one, ...others] = parties[party];
  return others.length === 0 ? one?.agency : undefined;
}

function agencyNamed(directory: Directory, given: string, day: Day): string {
  const id = agencyById(directory, given)?.id ?? matchAgency(directory, given, day)?.agency.id;
  if (id === undefined) throw new UserError(ACTING.noAgency(given));
  return id;
}

function partyOf({ offices }: Directory, agency: string | undefined, parties: Parties): Party {
  if (agency === undefined || agency === offices.secretariat) return 'secretariat';
  const takes = (['lead', 'cooperating', 'supervisor'] as const).find((party) =>
    parties[party].some((one) => one.agency === agency),
  );
  return takes ?? (agency === offices.issuer ? 'issuer' : 'secretariat');
}
