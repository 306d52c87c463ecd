import type { Act } from '../../dsl/rules/index.ts';
import { endedWithoutResult, isLate } from '../../dsl/rules/late.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { JudgedDirective, JudgedEntry } from '../../register/index.ts';
import type { Formula } from './formula.ts';

/** What of a product somebody is judged by. */
export const CRITERIA = ['quantity', 'quality', 'progress'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** An act in a log, or the day on which a deadline passed. */
export interface Deed {
  readonly at: Instant;
  /** Null where no act did it: a deadline passed, a period ended. */
  readonly act: Act | null;
}

/** Points that are taken off a product, and what for. */
export interface Deduction {
  readonly criterion: Criterion;
  readonly why: 'late' | 'returned' | 'not-done';
  /** Per cent of the product's points for the criterion. */
  readonly takes: number;
  readonly deed: Deed;
  /** Of a deadline that passed: what ended the waiting; absent where nothing has. */
  readonly until?: Deed;
}

/** A deadline that passed for a cause somebody confirmed: nothing is taken for it. */
export interface Excuse {
  /** The deadline that passed: the first instant that was late. */
  readonly passed: Instant;
  readonly confirmed: Deed & { readonly act: Act };
}

/** Why a directive is no product of the period. */
export type NotJudged = 'ended' | 'suspended' | 'awaiting' | 'not-due';

/** A directive as a product: what is left of each criterion, in per cent, and what took the rest. */
export interface Product {
  readonly judged: JudgedDirective;
  /** Converted products. */
  readonly weight: number;
  readonly left: Readonly<Record<Criterion, number>>;
  readonly deductions: readonly Deduction[];
  readonly excuses: readonly Excuse[];
}

/** Undefined where it counts as a product at this instant. */
export function leftOutOf({ row }: JudgedDirective, isDue: boolean): NotJudged | undefined {
  if (endedWithoutResult(row.status)) return 'ended';
  if (row.status === 'suspended') return 'suspended';
  if (row.awaitingApproval) return 'awaiting';
  return isDue || row.status === 'approved' ? undefined : 'not-due';
}

/** What a directive comes to by a formula: each point that is not left is taken by one of its deductions. */
export function productOf(judged: JudgedDirective, formula: Formula, asOf: Instant): Product {
  const { log, row, policy } = judged;
  const passed = deadlinesPassed(log, asOf);
  const excuses = passed.flatMap((late) => excuseOf(late, log, formula, passed));
  const excused = new Set(excuses.map((one) => one.passed));
  const left = { quantity: 100, quality: 100, progress: 100 };
  const deductions: Deduction[] = [];
  const take = (criterion: Criterion, wanted: number, rest: Omit<Deduction, 'criterion' | 'takes'>) => {
    // A product has no less than nothing to lose.
    const takes = Math.min(wanted, left[criterion]);
    left[criterion] -= takes;
    deductions.push({ criterion, takes, ...rest });
  };
  for (const { at, until } of passed) {
    if (!excused.has(at)) take('progress', formula.takes.late, { why: 'late', deed: { at, act: null }, ...until });
  }
  for (const { at, act } of log) {
    if (act?.type === 'return') take('quality', formula.takes.returned, { why: 'returned', deed: { at, act } });
  }
  if (row.status !== 'approved') {
    for (const criterion of CRITERIA) {
      if (left[criterion] > 0) take(criterion, 100, { why: 'not-done', deed: { at: asOf, act: null } });
    }
  }
  return { judged, weight: formula.products[policy] ?? 1, left, deductions, excuses };
}

interface Passed {
  readonly at: Instant;
  readonly until: { readonly until?: Deed };
}

/** Each deadline that was in force when it passed and had no result: the rules say what is late. */
function deadlinesPassed(log: readonly JudgedEntry[], asOf: Instant): Passed[] {
  const passed = new Map<Instant, Passed>();
  for (const [i, entry] of log.entries()) {
    const { dueAt } = entry;
    if (dueAt === null || passed.has(dueAt)) continue;
    const seen = Math.max(entry.at, dueAt);
    if (seen > Math.min(asOf, (log[i + 1]?.at ?? Number.POSITIVE_INFINITY) - 1) || !isLate(entry, seen)) continue;
    const end = [entry, ...log.slice(i + 1)].find((one) => one.at >= dueAt && endsWaiting(one, dueAt));
    passed.set(dueAt, { at: dueAt, until: end ? { until: { at: end.at, act: end.act } } : {} });
  }
  return [...passed.values()];
}

/** After this entry nobody waits for a result by that deadline. */
function endsWaiting({ status, dueAt, closedAt, act }: JudgedEntry, deadline: Instant): boolean {
  return act !== null && (status === 'submitted' || closedAt !== null || dueAt !== deadline);
}

/**
 * The act by which somebody who may has moved a deadline that had passed, or has confirmed why it passed: an explanation
 * is about the last deadline that had passed when it was asked for.
 */
function excuseOf(
  { at: passed }: Passed,
  log: readonly JudgedEntry[],
  { excusing }: Formula,
  all: readonly Passed[],
): Excuse[] {
  let asked = 0;
  for (const { at, act, dueAt } of log) {
    if (act?.type === 'ask-explanation') asked = at;
    if (act === null || at < passed || !excusing.includes(act.type)) continue;
    const confirms =
      act.type === 'accept-explanation'
        ? Math.max(...all.filter((late) => late.at <= asked).map((late) => late.at)) === passed
        : dueAt === null || dueAt > passed;
    if (confirms) return [{ passed, confirmed: { at, act } }];
  }
  return [];
}
