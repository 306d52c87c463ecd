import type { Party, PersonRole, Policy, Role } from './policy.ts';

/** Whose people a role means, and which of them. */
export interface RoleParts {
  readonly party: Party;
  /**
   * `concluder`: the one leader of the issuer who concluded, whatever post they hold there; `clerk`: the one of the
   * office who issued; `person`: a person by name, who stands beside a directive as whoever watches over it does.
   */
  readonly who: 'contact' | 'head' | 'deputies' | 'concluder' | 'clerk' | 'person';
}

const OF = /^(headOf|deputiesOf)\((\w+)\)$/;
const PERSON = /^person\((.*)\)$/;

/** The parts of a role: asked by whoever names it, resolves it, or lets it act, so that no one takes it apart again. */
export function roleParts(role: Role): RoleParts {
  let parts = taken.get(role);
  if (!parts) {
    parts = takenApart(role);
    taken.set(role, parts);
  }
  return parts;
}

/** There are few roles, and who may act asks for them with each act. */
const taken = new Map<Role, RoleParts>();

function takenApart(role: Role): RoleParts {
  if (role === 'concluder') return { party: 'issuer', who: 'concluder' };
  if (role === 'clerk') return { party: 'secretariat', who: 'clerk' };
  if (isPersonRole(role)) return { party: 'supervisor', who: 'person' };
  const [, of, party] = OF.exec(role) ?? [];
  if (party === undefined) return { party: role as Party, who: 'contact' };
  return { party: party as Party, who: of === 'headOf' ? 'head' : 'deputies' };
}

function isPersonRole(role: Role): role is PersonRole {
  return PERSON.test(role);
}

/** Id in the directory of the person a role names; undefined where it names none. */
export function namedPerson(role: Role): string | undefined {
  return PERSON.exec(role)?.[1];
}

/** The people a policy names, by their ids in the directory. */
export function peopleIn(policy: Policy): readonly string[] {
  return rolesIn(policy).flatMap((role) => namedPerson(role) ?? []);
}

/** The party of a role: `headOf(lead)` is of `lead`. */
export function partyOf(role: Role): Party {
  return roleParts(role).party;
}

/** Every role a policy tells something, in the order in which it names them. */
export function rolesIn({ assign, remind, escalate }: Policy): readonly Role[] {
  return [...new Set<Role>([assign.to, ...assign.copy, ...[...remind, ...escalate].map(({ to }) => to)])];
}
