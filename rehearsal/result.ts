import { present } from '../dsl/present.ts';
import type { ActType, TimedAct } from '../dsl/rules/index.ts';
import { dayOf, formatInstant } from '../dsl/time/day.ts';
import { type Step, stepOf } from '../office/plan.ts';
import { type MessageOutcome, memberIn } from '../register/index.ts';
import type { Difference } from './compare.ts';
import type { HistoryCost } from './history-cost.ts';
import type { Rehearsed, TaskResult } from './rehearse.ts';

/** Worst first: what a step comes to as a whole is the worst of its messages. */
const WORST_FIRST: readonly MessageOutcome[] = [
  'unknown',
  'refused',
  'bounced',
  'planned',
  'queued',
  'sending',
  'skipped',
  'accepted',
  'delivered',
  'read',
];

export interface RehearsedStep extends Step {
  /** Of its messages the worst; `none` where no message was made of it. */
  readonly outcome: MessageOutcome | 'none';
  readonly messages: readonly RehearsedMessage[];
}

export interface RehearsedMessage {
  readonly person: string | null;
  readonly channel: string | null;
  readonly outcome: MessageOutcome;
  readonly reason?: string;
  readonly subject?: string;
}

/** A rehearsal as programs read it, tasks grouped by their directive. */
export function rehearsalJson({ results, series }: Rehearsed, seconds: number) {
  const byDirective = new Map<string, TaskResult[]>();
  for (const one of results) {
    const id = nameOf(one);
    byDirective.set(id, [...(byDirective.get(id) ?? []), one]);
  }
  const costs = [...results, ...series].map((p) => p.cost);
  const sum = (of: (cost: HistoryCost) => number) => costs.reduce((total, cost) => total + of(cost), 0);
  const differences = [
    ...results.flatMap((p) => p.differences.map((d) => ({ directive: p.task.id, ...describe(d) }))),
    ...series.flatMap((s) => s.differences.map((d) => ({ directive: s.id, ...describe(d) }))),
  ];
  return present({
    directives: [...byDirective].map(([id, parts]) => ({
      id,
      policy: parts[0]?.task.policy.id ?? '',
      steps: parts.flatMap(stepsOf).sort((a, b) => a.at.localeCompare(b.at)),
      ...closedOf(parts),
    })),
    series: series.map(({ id, planned, opened }) => ({ id, planned: planned.length, opened: opened.length })),
    matchesPlan: differences.length === 0,
    differences: differences.length > 0 ? differences : undefined,
    acts: actCounts(results),
    engine: {
      workflows: costs.length,
      events: sum((c) => c.events),
      bytes: sum((c) => c.bytes),
      actions: sum((c) => c.actions),
      virtualDays: Math.max(0, ...results.map((p) => p.virtualDays)),
      seconds: Math.round(seconds * 10) / 10,
    },
  });
}

/** A member's share is told apart from the others: "II.3@so-y-te". */
function nameOf({ task }: TaskResult): string {
  return task.parent === undefined ? task.draft.id : `${task.draft.id}@${memberIn(task.id)}`;
}

function stepsOf({ task, run, view }: TaskResult): RehearsedStep[] {
  return run.map((post) => {
    const messages = view.messages.filter((m) => m.postKey === post.key);
    const outcomes = new Set(messages.map((m) => m.outcome));
    return {
      ...stepOf(post, task),
      outcome: WORST_FIRST.find((o) => outcomes.has(o)) ?? 'none',
      messages: messages.map((m) =>
        present({
          person: m.personName,
          channel: m.channel,
          outcome: m.outcome,
          reason: m.reason ?? undefined,
          subject: m.content?.subject,
        }),
      ),
    };
  });
}

/** When the last of its parts was closed; absent while one is open. */
function closedOf(parts: readonly TaskResult[]): { closed?: string } {
  const closed = parts.map((p) => p.view.directive.closedAt);
  const last = Math.max(...closed.map((at) => at ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(last) ? { closed: formatInstant(last) } : {};
}

/** How often each act was taken, and how often refused. */
function actCounts(results: readonly TaskResult[]): Record<'taken' | 'refused', Partial<Record<ActType, number>>> {
  const counts = { taken: {} as Partial<Record<ActType, number>>, refused: {} as Partial<Record<ActType, number>> };
  const count = (which: keyof typeof counts, { act }: TimedAct) => {
    counts[which][act.type] = (counts[which][act.type] ?? 0) + 1;
  };
  for (const { view, refused } of results) {
    for (const { at, act } of view.events) if (act) count('taken', { at, act: act.act });
    for (const { act } of refused) count('refused', act);
  }
  return counts;
}

function describe({ key, planned, run }: Difference) {
  const at = (post: Difference['run']) =>
    post === null || typeof post === 'string' ? post : `${dayOf(post.at)} ${post.kind} → ${post.to}`;
  return { key, planned: at(planned), run: at(run) };
}
