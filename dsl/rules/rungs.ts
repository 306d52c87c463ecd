import type { Policy, Rung, Trigger } from '../policy/policy.ts';
import type { Cause, PostKind, Stage } from './post.ts';

/** A rung of a ladder with all that its steps have in common, whatever the directive. */
export interface LadderRung {
  /** `acknowledge`, `remind.0`, `escalate.3`; of a later edition of the policy `e1.remind.0`. */
  readonly name: string;
  readonly stage: Stage;
  readonly kind: PostKind;
  readonly rung: Rung;
  /** Why it speaks, of each of its times. */
  readonly causes: readonly Cause[];
}

/** All rungs of the three clocks in the order of the policy, the reminder of `acknowledgeWithin` first. */
export function ladderOf(policy: Policy, edition: number): readonly LadderRung[] {
  const editions = known.get(policy) ?? new Map<number, readonly LadderRung[]>();
  const before = editions.get(edition);
  if (before) return before;
  const rungs = rungsMade(policy, edition);
  known.set(policy, editions.set(edition, rungs));
  return rungs;
}

/** A policy is never changed, and its ladder is asked for at every wake. */
const known = new WeakMap<Policy, Map<number, readonly LadderRung[]>>();

function rungsMade({ assign, remind, escalate }: Policy, edition: number): LadderRung[] {
  const prefix = edition === 0 ? '' : `e${edition}.`;
  const within = assign.acknowledgeWithin;
  return [
    ...(within
      ? [ladderRung('acknowledge', 'remind', { to: assign.to, when: { whenUnacknowledgedFor: within } })]
      : []),
    ...remind.map((rung, i) => ladderRung(`${prefix}remind.${i}`, 'remind', rung)),
    ...escalate.map((rung, i) => ladderRung(`${prefix}escalate.${i}`, 'escalate', rung)),
  ];
}

function ladderRung(name: string, stage: 'remind' | 'escalate', rung: Rung): LadderRung {
  const causes = Array.from({ length: rung.atMost ?? 1 }, (_, i) => causeOf(rung, i + 1));
  return { name, stage, kind: kindOf(rung.when, stage), rung, causes };
}

function causeOf({ when: rung, letter }: Rung, n: number): Cause {
  if (letter !== undefined) return n > 1 ? { rung, repeat: n, letter } : { rung, letter };
  return n > 1 ? { rung, repeat: n } : { rung };
}

function kindOf(when: Trigger, stage: Stage): PostKind {
  if ('before' in when) return 'due-reminder';
  if ('after' in when) return 'overdue';
  if ('whenSilentFor' in when) return stage === 'remind' ? 'silence-reminder' : 'silence-escalation';
  return stage === 'remind' ? 'acknowledge-reminder' : 'unacknowledged-escalation';
}

/** The key of a rung's step: its name, the stretch of the life it falls in, and which time it is. */
export function stepKey(name: string, scope: string, n: number): string {
  let within = keys.get(scope);
  if (!within) {
    if (keys.size >= MOST_SCOPES) keys.clear();
    within = new Map();
    keys.set(scope, within);
  }
  let times = within.get(name);
  if (!times) {
    times = [];
    within.set(name, times);
  }
  const before = times[n];
  if (before !== undefined) return before;
  const key = n > 1 ? `${name}/${scope}#${n}` : `${name}/${scope}`;
  times[n] = key;
  return key;
}

/** Keys are few and asked for by the million; kept once made, they are also told apart at a glance. */
const keys = new Map<string, Map<string, string[]>>();
const MOST_SCOPES = 500;
