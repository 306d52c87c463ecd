import { partyOf } from '../../policy/roles.ts';
import { present } from '../../present.ts';
import type { ActType, Refusal, Succession } from '../act.ts';
import { isAmong } from '../directive.ts';
import { schedule } from '../schedule.ts';
import type { State } from '../state.ts';
import { blank, ending, everyoneTold, nothingAgainst, OFFICE, type RuleOf, refusedIf } from './rule.ts';

/* One thing takes the place of another: a newer notice, the parts of a split, the directive others are merged into. */

const CLOSES: ActType = 'supersede';

export const supersede: RuleOf<'supersede'> = {
  allowed: () => OFFICE,
  shut: nothingAgainst,
  refuse: ({ directive, state, act }) =>
    unfitFor(act.succession, directive.id, state) ?? blank('successor', act.successor) ?? blank('reason', act.reason),
  change: ({ policy, state, act, now }) => {
    const how = act.succession?.how ?? 'superseded';
    return { state: { status: how, closedAt: now }, tell: ending(how, everyoneTold(policy, state)) };
  },
};

function unfitFor(succession: Succession | undefined, own: string, state: State): Refusal | undefined {
  if (!succession) return undefined;
  const others = new Set(succession.directives);
  const enough = succession.how === 'split' ? others.size >= 2 : others.size === 1;
  return (
    refusedIf(!enough || others.size < succession.directives.length || others.has(own), { code: 'successors' }) ??
    unfit(state)
  );
}

/**
 * What passes from one directive to another is work under way: not a result that waits for its approval, nor a clock
 * that stands still, for nobody could say which of them goes on.
 */
function unfit({ status }: State): Refusal | undefined {
  return (
    refusedIf(status === 'suspended', { code: 'suspended' }) ??
    refusedIf(status === 'submitted', { code: 'already-submitted' })
  );
}

/** Takes over the work of directives that are merged into it; agencies that took part in those take part in this one. */
export const absorb: RuleOf<'absorb'> = {
  // Two sides of one merger: whoever may close a directive by it may have another one go on by it.
  allowed: ({ permissions }) => permissions?.[CLOSES] ?? OFFICE,
  shut: ({ state }) => unfit(state),
  refuse: ({ directive, act }) =>
    refusedIf(act.from.length === 0 || new Set(act.from).size < act.from.length || act.from.includes(directive.id), {
      code: 'sources',
    }) ??
    refusedIf(act.text !== undefined && act.text.trim() === '', { code: 'empty', field: 'text' }) ??
    blank('reason', act.reason),
  change: ({ policy, directive, state, act, now }) => {
    const absorptions = (state.absorptions ?? 0) + 1;
    const cooperates = directive.hasCooperating || act.joining.length > 0;
    const joined = cooperates && !directive.hasCooperating && state.assignedAt !== undefined;
    // Whoever joins hears of it now; what the others were told before is over.
    const { pending } = schedule(policy, directive, { ...state, cooperates });
    const { parties } = directive;
    const joining = act.joining.filter((one) => !isAmong(one, parties?.cooperating ?? []));
    const over = joined ? pending.filter((p) => p.at <= now && partyOf(p.to) === 'cooperating') : [];
    return {
      state: {
        absorptions,
        cooperates,
        ...present({
          parties: parties ? { ...parties, cooperating: [...parties.cooperating, ...joining] } : undefined,
        }),
        done: [...state.done, ...over.map((p) => p.key)],
      },
      tell: {
        key: `absorbed.${absorptions}`,
        stage: 'assign',
        kind: 'absorbed',
        event: 'absorbed',
        to: everyoneTold(policy, state),
      },
      plan: { previouslyCooperating: directive.hasCooperating },
    };
  },
};
