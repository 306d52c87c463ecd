import type { Policy } from '../../../dsl/policy/index.ts';
import { type Act, actorFor, type Directive, type Post, preview, type Refusal } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Day, dayOf, instantAt, minutesOf } from '../../../dsl/time/day.ts';
import type { CaseAct, Expected, PolicyCase, Wanted } from './types.ts';

/** What a policy makes of a case. */
export interface CaseRun {
  readonly case: PolicyCase;
  readonly passed: boolean;
  /** Day by day, in order: what was expected, what the policy tells; `right`: as expected, or nothing was. */
  readonly days: readonly CaseDay[];
  readonly refused: readonly { readonly act: CaseAct; readonly refusal: Refusal }[];
  readonly steps: readonly Post[];
}

export interface CaseDay {
  readonly day: Day;
  readonly expected: readonly string[];
  readonly told: readonly Post[];
  readonly right: boolean;
}

/** Lives a case by the rules and holds its expectations against what is told. */
export function runCase(policy: Policy, one: PolicyCase): CaseRun {
  const { steps, refused } = livedCase(policy, one);
  const named = one.expected.flatMap((e) => ('on' in e ? [e.on] : 'quietFrom' in e ? [e.quietFrom] : []));
  const days = [...new Set([...named, ...steps.map(({ at }) => dayOf(at))])].sort().map((day) => {
    const told = steps.filter(({ at }) => dayOf(at) === day);
    const here = one.expected.filter((e) => concerns(e, day, told));
    return {
      day,
      told,
      expected: here.map(({ text }) => text),
      right: one.expected.every((e) => isMet(e, day, told, named)),
    };
  });
  return { case: one, passed: refused.length === 0 && days.every(({ right }) => right), days, refused, steps };
}

/** Everything is done in the last minute of the hours of sending, after what the morning told. */
export function livedCase(policy: Policy, { issued, due, cooperating, traits, acts }: PolicyCase) {
  const minute = minutesOf(policy.window.to) - 1;
  const directive: Directive = {
    id: 'ca',
    issuedAt: instantAt(issued, minute),
    due,
    hasCooperating: cooperating,
    traits: { given: 'single', ...traits },
    calendar: civilServants,
  };
  const timed = acts.map((act) => ({ at: instantAt(act.on, minute), act: actOf(policy, act) }));
  const { steps, refused } = preview(policy, directive, timed);
  return {
    steps,
    refused: refused.map(({ act, refusal }) => ({ act: acts[timed.indexOf(act)] as CaseAct, refusal })),
  };
}

function isMet(expected: Expected, day: Day, told: readonly Post[], named: readonly Day[]): boolean {
  if ('nothingElse' in expected) return told.length === 0 || named.includes(day);
  if ('quietFrom' in expected) return day < expected.quietFrom || told.length === 0;
  if (expected.on !== day) return true;
  return (
    expected.wanted.every((wanted) => told.some((post) => reaches(post, wanted))) &&
    (!expected.only || told.every((post) => expected.wanted.some((wanted) => reaches(post, wanted))))
  );
}

/** Is it to be shown beside this day? */
function concerns(expected: Expected, day: Day, told: readonly Post[]): boolean {
  if ('nothingElse' in expected) return false;
  if ('quietFrom' in expected) return day === expected.quietFrom || (day > expected.quietFrom && told.length > 0);
  return expected.on === day;
}

function reaches(post: Post, { to, as }: Wanted): boolean {
  if (to !== undefined && post.to !== to) return false;
  if (as === 'letter') return 'rung' in post.cause && post.cause.letter !== undefined;
  if (as === 'reminder') return post.kind.endsWith('reminder');
  return as === undefined || post.kind === 'assignment' || post.kind === 'copy';
}

const REASON = '…';

/** The act with whoever may do it under this policy. */
function actOf({ close }: Policy, { type, due = null }: CaseAct): Act {
  const lead = { party: 'lead' } as const;
  const office = { party: 'secretariat' } as const;
  switch (type) {
    case 'acknowledge':
      return { type, by: lead };
    case 'withdraw-result':
      return { type, by: actorFor(close.submittedBy) };
    case 'report-progress':
      return { type, by: lead, text: REASON };
    case 'submit-result':
      return { type, by: actorFor(close.submittedBy), text: REASON };
    case 'approve':
      return { type, by: actorFor(close.approvedBy) };
    case 'return':
      return { type, by: actorFor(close.approvedBy), reason: REASON };
    case 'resume':
      return { type, by: office };
    case 'suspend':
    case 'cancel':
      return { type, by: office, reason: REASON };
    case 'change-deadline':
      return { type, by: office, reason: REASON, due };
  }
}
