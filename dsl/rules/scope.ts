import type { Role } from '../policy/policy.ts';
import { partyOf } from '../policy/roles.ts';
import type { Directive } from './directive.ts';
import type { State } from './state.ts';

/*
 * The key of a step ends in "/" and its scope: the stretch of the directive's life in which it is posted once. In the
 * next stretch (another round, another silence, another submission) the same rung is another step.
 */
export const scopes = {
  round: (state: State) => `r${state.round}`,
  silence: (state: State) => `r${state.round}s${state.signs}`,
  acknowledgement: (state: State) => (state.reassignments === 0 ? 'a' : `a${state.reassignments}`),
  submission: (state: State) => `${state.submissions}${state.endorsedAt === null ? '' : 'e'}`,
  extension: (state: State) => `x${state.extensionsAsked}${state.extension?.offered ? 'o' : ''}`,
  suspension: (state: State) => `h${state.suspensions}`,
  whole: () => 'w',
} as const;

/** The scopes of the stretches a state is in: only keys that end in one of them can still arise again. */
export function currentScopes(state: State): string[] {
  return Object.values(scopes).map((scope) => scope(state));
}

/** The scope a step's key ends in; the key itself where it has none. */
export function scopeOf(key: string): string {
  const repeat = key.indexOf('#');
  return key.slice(key.lastIndexOf('/') + 1, repeat < 0 ? undefined : repeat);
}

/** Messages for cooperating agencies make sense only where the directive names some. */
export function concerns(directive: Directive, role: Role): boolean {
  return directive.hasCooperating || partyOf(role) !== 'cooperating';
}
