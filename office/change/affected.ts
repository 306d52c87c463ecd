import { type Act, type Actor, type MovedStep, type Refusal, wakeUp } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { DirectiveRecord, Register } from '../../register/index.ts';
import { lifeOfLog } from '../../register/life-of-log.ts';
import { knownCalendars } from './calendar-in-force.ts';

/** Who changes what is meant for all, where it is not said who. */
export const THE_OFFICE: Actor = { party: 'secretariat' };

export type TermsAct = Extract<Act, { type: 'change-terms' }>;

/** One act for all, or one for each. */
export type ActFor = Act | ((directive: DirectiveRecord) => Act);

/** The act for one directive. */
export function actFor(act: ActFor, directive: DirectiveRecord): Act {
  return typeof act === 'function' ? act(directive) : act;
}

/** What a change would do to one running directive. */
export interface Affected {
  readonly directive: DirectiveRecord;
  /** Its steps that would move, come or go, as things stand. */
  readonly moved: readonly MovedStep[];
  /** Why the rules would not take it. */
  readonly refusal?: Refusal;
  /** Why nobody can say beforehand; Temporal can still make the change. */
  readonly unknown?: string;
}

/**
 * What a change would do to each of these directives, if it were made at `now`. Nothing is changed, and no
 * temporal is needed: each is lived again from its log in the register.
 */
export async function affectedBy(
  register: Register,
  directives: readonly DirectiveRecord[],
  act: ActFor,
  now: Instant,
): Promise<Affected[]> {
  const find = await knownCalendars(register);
  const logs = await register.directives.logs(directives.map((d) => d.id));
  return directives.map((directive): Affected => {
    try {
      const { policy, directive: terms, state } = lifeOfLog(directive, logs.get(directive.id) ?? [], find);
      const woken = wakeUp(policy, terms, state, now, actFor(act, directive));
      return 'refusal' in woken
        ? { directive, moved: [], refusal: woken.refusal }
        : { directive, moved: woken.plan?.moved ?? [] };
    } catch (error) {
      return { directive, moved: [], unknown: error instanceof Error ? error.message : String(error) };
    }
  });
}
