import type { Role } from '../policy/policy.ts';
import { partyOf } from '../policy/roles.ts';
import type { Instant } from '../time/day.ts';
import type { Directive } from './directive.ts';
import type { State, TakenBack } from './state.ts';

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
  explanation: (state: State) => `g${state.explanationsAsked ?? 0}`,
  suspension: (state: State) => `h${state.suspensions}`,
  whole: () => 'w',
} as const;

/** The results taken back in the round a state is in; absent where there are none. */
export function takenBackIn({ takenBack, round }: State): TakenBack | undefined {
  return takenBack?.round === round ? takenBack : undefined;
}

/**
 * The scope, within a round, of a step due at an instant: what a result that was taken back may have kept from being
 * heard is another step than the one that was told before it.
 */
export function scopeWithin(round: string, { since }: TakenBack, at: Instant): string {
  const times = since.filter((from) => from <= at).length;
  return times === 0 ? round : `${round}w${times}`;
}

/** The scopes of the stretches a state is in: only keys that end in one of them can still arise again. */
export function currentScopes(state: State): string[] {
  const taken = takenBackIn(state)?.since.map((_, i) => `${scopes.round(state)}w${i + 1}`) ?? [];
  return [...Object.values(scopes).map((scope) => scope(state)), ...taken];
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
