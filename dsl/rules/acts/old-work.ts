import type { Role } from '../../policy/policy.ts';
import { present } from '../../present.ts';
import type { Post } from '../post.ts';
import { schedule } from '../schedule.ts';
import type { State, Status } from '../state.ts';
import { nothingAgainst, OFFICE, type RuleOf, refusedIf } from './rule.ts';

/*
 * Work that was under way before this program knew of it enters in its true state. The steps whose time has passed are
 * done and nobody hears of them, and so are the repeats of a rung for being late that had begun: the ladder goes on
 * from the next rung ahead. Where the office names a morning, the lead and its head hear then of the last that has
 * passed, once.
 */

export const enter: RuleOf<'import'> = {
  allowed: () => OFFICE,
  shut: ({ state }) => refusedIf(state.status !== 'waiting', { code: 'already-running' }),
  refuse: nothingAgainst,
  change: ({ policy, directive, state, act, now }) => {
    const { assignedAt, submittedAt, closedAt, status, tellOn } = act;
    // Whoever handed in a result had taken the task.
    const acknowledgedAt = act.acknowledgedAt ?? submittedAt;
    const signs = [act.acknowledgedAt, submittedAt].filter((at) => at !== undefined);
    const from: Status = acknowledgedAt === undefined ? 'assigned' : 'acknowledged';
    const entered: Partial<State> = {
      status,
      assignedAt,
      roundFrom: assignedAt,
      leadSince: assignedAt,
      signs: signs.length,
      ...present({ lastSignAt: signs.length !== 0 ? Math.max(...signs) : undefined, acknowledgedAt }),
      ...(submittedAt === undefined ? {} : { submittedAt, submissions: 1 }),
      // Since when it stands still no list says: it does from now on, and only those days are given back.
      ...present({ closedAt, suspended: status === 'suspended' ? { at: now, from, until: null } : undefined }),
    };
    const { pending } = schedule(policy, directive, { ...state, ...entered });
    const over = passed(pending, now);
    const { to } = policy.assign;
    const told = tellOn === undefined ? [] : [to, `headOf(${to})` as Role].flatMap((role) => lastFor(role, over, now));
    const skipped = over.filter((step) => !told.includes(step));
    return {
      state: {
        ...entered,
        done: skipped.map((step) => step.key),
        ...present({
          catchUp:
            tellOn === undefined || told.length === 0 ? undefined : { on: tellOn, keys: told.map((step) => step.key) },
        }),
      },
      plan: { skipped },
    };
  },
};

function passed(pending: readonly Post[], now: number): Post[] {
  const rungOf = ({ key }: Post) => key.replace(/#\d+$/, '');
  const begun = new Set(pending.filter((p) => p.kind === 'overdue' && p.at <= now).map(rungOf));
  return pending.filter((p) => p.at <= now || begun.has(rungOf(p)));
}

function lastFor(role: Role, steps: readonly Post[], now: number): Post[] {
  const own = steps.filter((step) => step.to === role && step.at <= now);
  return own.length === 0 ? [] : [own.reduce((last, step) => (step.at >= last.at ? step : last))];
}
