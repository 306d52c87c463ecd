import { kindsToldApart } from '../policy/conditions.ts';
import type { Policy } from '../policy/policy.ts';
import { present } from '../present.ts';
import { type Directive, initialState } from '../rules/index.ts';
import { civilServants } from '../time/civil-servants.ts';
import { addDays, type Day, dayOf } from '../time/day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { ALL_ACTS, USUAL_ACTS } from './alphabet.ts';
import { extremeIds, momentsOf } from './cases.ts';
import { type Explored, explore } from './explore.ts';
import { Findings } from './findings.ts';
import { RULES, type Rules } from './rules.ts';
import { sweepSubmissions } from './submissions.ts';
import { sweep } from './sweep.ts';
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
  /** Most acts in a life in which rarer acts are tried too. Default 3, and no more than `acts`; 0 leaves them out. */
  readonly rarerActs?: number;
  /** Most messages for a role a day: the clock's and the answer to one act. Default 2. */
  readonly messagesADay?: number;
  /** Default: any. */
  readonly deadlines?: Deadlines;
  /** Called with the share that is done, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** For tests of the checker itself. */
  readonly rules?: Rules;
}

/** Issue days that are looked at unless told otherwise: three years of the calendar that ships. */
export const FIRST_DAY = '2024-01-01';
export const LAST_DAY = '2026-12-31';

/**
 * Decides the properties of a policy over every issue day and due day and every order of acts, up to the bound it
 * returns. Pure; takes some seconds.
 */
export function check(policy: Policy, options: CheckOptions = {}): Verdicts {
  const {
    calendar = civilServants,
    firstDay = FIRST_DAY,
    lastDay = LAST_DAY,
    acts = 6,
    messagesADay = 2,
    deadlines = 'any',
    rules = RULES,
  } = options;
  const findings = new Findings();
  const witnesses = new Witnesses(rules, policy);
  const ids = extremeIds(policy, calendar);
  const common = { rules, policy, calendar, deadlines, messagesADay, findings, witnesses };
  const days = { firstDay, lastDay };

  const submissions = sweepSubmissions({ ...common, ...days, id: ids.late });
  const rarerActs = Math.min(acts, options.rarerActs ?? RARER_ACTS);
  // Directives a policy tells apart are as many policies, each looked at whole.
  const kinds = kindsToldApart(policy);
  const parts = kinds.map((traits, i) => {
    const progress = options.progress && ((share: number) => options.progress?.((i + share) / kinds.length));
    const swept = sweep({ ...common, ...days, traits, id: ids.late, ...present({ progress }) });
    const some = options.rarerActs === 0 ? [] : everySo(swept.kinds, RARER_BEGINNINGS);
    const usual = { ...common, traits, actTypes: USUAL_ACTS, acts };
    return {
      swept,
      some: some.length,
      usual: explore(usual, beginnings(policy, swept.kinds, ids.early)),
      rarer: explore({ ...common, traits, actTypes: ALL_ACTS, acts: rarerActs }, some),
    };
  });
  const usual = together(parts.map((part) => part.usual));
  const rarer = together(parts.map((part) => part.rarer));
  const lives = sum(parts.map(({ swept }) => swept.lives));
  const plain = parts[0]?.swept.kinds[0];
  if (plain) witnesses.report(findings, { directive: plain, state: initialState(plain), moments: [] });

  return {
    bound: {
      firstDay,
      lastDay,
      dueWithinDays: Math.max(...parts.map(({ swept }) => swept.dueWithinDays)),
      deadlines,
      acts,
      messagesADay,
      actTypes: USUAL_ACTS,
      rarer: { actTypes: ALL_ACTS, acts: rarerActs, beginnings: sum(parts.map(({ some }) => some)) },
      actsExhausted: usual.actsNeeded < acts,
      lives: lives + submissions,
      states: usual.states + rarer.states,
      wakes: usual.wakes + rarer.wakes,
    },
    properties: PROPERTIES.map((name) => verdictOn(name, findings, { lives, usual, rarer, rarerActs })),
  };
}

/** Three acts: enough to suspend and resume with another act before, between or after. */
const RARER_ACTS = 3;
const RARER_BEGINNINGS = 16;

interface Evidence {
  readonly lives: number;
  readonly usual: Explored;
  readonly rarer: Explored;
  readonly rarerActs: number;
}

function verdictOn(
  name: PropertyName,
  findings: Findings,
  { lives, usual, rarer, rarerActs }: Evidence,
): PropertyVerdict {
  const counterexample = findings.of(name);
  if (counterexample) return { name, verdict: 'refuted', counterexample };
  const ofSuspension = name === 'suspended-time-not-counted';
  if (ofSuspension && rarerActs < 2) return { name, verdict: 'unknown', reason: 'suspension-not-tried' };
  if (!usual.sumOfClocks || !rarer.sumOfClocks) return { name, verdict: 'unknown', reason: 'clocks-not-independent' };
  return { name, verdict: 'proved', cases: rarer.wakes + (ofSuspension ? 0 : lives + usual.wakes) };
}

/** What explorations of several kinds of directives came to. */
function together(all: readonly Explored[]): Explored {
  return {
    states: sum(all.map(({ states }) => states)),
    wakes: sum(all.map(({ wakes }) => wakes)),
    actsNeeded: Math.max(...all.map(({ actsNeeded }) => actsNeeded)),
    sumOfClocks: all.every(({ sumOfClocks }) => sumOfClocks),
  };
}

const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);

/** Picks at most `most` items of a list, evenly spaced. */
function everySo<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]).filter(
    (one): one is T => one !== undefined,
  );
}

/**
 * A directive of each kind, and some that begin otherwise: at another moment of a day, on a later day, sent earlier.
 */
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
