import { type Directive, initialState } from '../engine/index.ts';
import type { Policy } from '../policy/policy.ts';
import { civilServants } from '../time/civil-servants.ts';
import { addDays, type Day, dayOf } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { ACTS_TRIED } from './alphabet.ts';
import { extremeIds, momentsOf } from './cases.ts';
import { ENGINE, type Engine } from './engine.ts';
import { type Explored, explore } from './explore.ts';
import { Findings } from './findings.ts';
import { sweepSubmissions } from './submissions.ts';
import { type Swept, sweep } from './sweep.ts';
import type { Deadlines, PropertyName, PropertyVerdict, Verdicts } from './verdict.ts';
import { PROPERTIES } from './verdict.ts';
import { Witnesses } from './witnesses.ts';

export interface CheckOptions {
  /** Default: that of civil servants. */
  readonly calendar?: WorkCalendar;
  /** Issue days, both included. Default: 2024-01-01 to 2026-12-31. */
  readonly firstDay?: Day;
  readonly lastDay?: Day;
  /** Most acts in a life. Default 6. */
  readonly acts?: number;
  /** Most messages for a role a day: the clock's and the answer to one act. Default 2. */
  readonly messagesADay?: number;
  /** Default: any. */
  readonly deadlines?: Deadlines;
  /** Told how far it is, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** For tests of the checker itself. */
  readonly engine?: Engine;
}

/**
 * Decides the properties of a policy over every issue day and due day and every order of acts, up to the bound it
 * returns. Pure; takes some seconds.
 */
export function check(policy: Policy, options: CheckOptions = {}): Verdicts {
  const {
    calendar = civilServants,
    firstDay = '2024-01-01',
    lastDay = '2026-12-31',
    acts = 6,
    messagesADay = 2,
    deadlines = 'any',
    engine = ENGINE,
  } = options;
  const findings = new Findings();
  const witnesses = new Witnesses(engine, policy);
  const ids = extremeIds(policy, calendar);
  const common = { engine, policy, calendar, deadlines, messagesADay, findings, witnesses };
  const days = { firstDay, lastDay };

  const submissions = sweepSubmissions({ ...common, ...days, id: ids.late });
  const swept = sweep({
    ...common,
    ...days,
    id: ids.late,
    ...(options.progress ? { progress: options.progress } : {}),
  });
  const explored = explore({ ...common, acts }, beginnings(policy, swept.kinds, ids.early));
  const plain = swept.kinds[0];
  if (plain) witnesses.report(findings, { directive: plain, state: initialState(plain), moments: [] });

  return {
    bound: {
      ...{ firstDay, lastDay, dueWithinDays: swept.dueWithinDays, deadlines, acts, messagesADay },
      actTypes: ACTS_TRIED,
      actsExhausted: explored.actsNeeded < acts,
      lives: swept.lives + submissions,
      states: explored.states,
      wakes: explored.wakes,
    },
    properties: PROPERTIES.map((name) => verdictOn(name, findings, swept, explored)),
  };
}

function verdictOn(name: PropertyName, findings: Findings, swept: Swept, explored: Explored): PropertyVerdict {
  if (name === 'suspended-time-not-counted') return { name, verdict: 'unknown', reason: 'no-suspension' };
  const counterexample = findings.of(name);
  if (counterexample) return { name, verdict: 'refuted', counterexample };
  if (!explored.sumOfClocks) return { name, verdict: 'unknown', reason: 'clocks-not-independent' };
  return { name, verdict: 'proved', cases: swept.lives + explored.wakes };
}

/** A directive of each kind, and some that begin otherwise: at another moment of a day, on a later day, sent earlier. */
function beginnings(policy: Policy, kinds: readonly Directive[], earlyId: string): Directive[] {
  const others = kinds.slice(0, 3).flatMap((directive) => {
    const day = dayOf(directive.issuedAt);
    return [
      ...momentsOf(policy, directive, day).map((issuedAt) => ({ ...directive, issuedAt })),
      { ...directive, opensOn: addDays(day, 20) },
      { ...directive, id: earlyId },
    ];
  });
  return [...kinds, ...kinds.map((d) => ({ ...d, hasCooperating: false })), ...others].filter((d) =>
    Number.isFinite(d.issuedAt),
  );
}
