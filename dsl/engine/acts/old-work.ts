import { schedule } from '../schedule.ts';
import type { State } from '../state.ts';
import { OFFICE, type RuleOf, when } from './rule.ts';

/*
 * Work that was under way before this program knew of it enters in its true state. The steps whose time has passed are
 * done and nobody hears of them: the ladder goes on from the next one ahead.
 */

export const enter: RuleOf<'import'> = {
  allowed: () => OFFICE,
  refuse: ({ state }) => when(state.status !== 'waiting', { code: 'already-running' }),
  change: ({ policy, directive, state, act, now }) => {
    const { assignedAt, acknowledgedAt, submittedAt, closedAt, status } = act;
    const signs = [acknowledgedAt, submittedAt].filter((at) => at !== undefined);
    const entered: Partial<State> = {
      status,
      assignedAt,
      roundFrom: assignedAt,
      signs: signs.length,
      ...(signs.length === 0 ? {} : { lastSignAt: Math.max(...signs) }),
      ...(acknowledgedAt === undefined ? {} : { acknowledgedAt }),
      ...(submittedAt === undefined ? {} : { submittedAt, submissions: 1 }),
      ...(closedAt === undefined ? {} : { closedAt }),
      // Since when it stands still no list says: it does from now on, and only those days are given back.
      ...(status === 'suspended'
        ? {
            suspended: { at: now, from: acknowledgedAt === undefined ? 'assigned' : 'acknowledged', until: null },
          }
        : {}),
    };
    const { pending } = schedule(policy, directive, { ...state, ...entered });
    const skipped = pending.filter((step) => step.at <= now);
    return {
      state: { ...entered, done: skipped.map((step) => step.key) },
      plan: { skipped },
    };
  },
};
