import type { Party, Policy, Role } from './policy.ts';

/** Whose people a role means, and which of them. */
export interface RoleParts {
  readonly party: Party;
  /** `concluder`: the one leader of the issuer who concluded, whatever post they hold there. */
  readonly who: 'contact' | 'head' | 'deputies' | 'concluder';
}

const OF = /^(headOf|deputiesOf)\((\w+)\)$/;

/** The parts of a role: asked by whoever names it, resolves it, or lets it act, so that no one takes it apart again. */
export function roleParts(role: Role): RoleParts {
  if (role === 'concluder') return { party: 'issuer', who: 'concluder' };
  const [, of, party] = OF.exec(role) ?? [];
  if (party === undefined) return { party: role as Party, who: 'contact' };
  return { party: party as Party, who: of === 'headOf' ? 'head' : 'deputies' };
}

/** The party of a role: `headOf(lead)` is of `lead`. */
export function partyOf(role: Role): Party {
  return roleParts(role).party;
}

/** Every role a policy tells something, in the order in which it names them. */
export function rolesIn({ assign, remind, escalate }: Policy): readonly Role[] {
  return [...new Set<Role>([assign.to, ...assign.copy, ...[...remind, ...escalate].map(({ to }) => to)])];
}
