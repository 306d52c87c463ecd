import type { Policy } from '../../dsl/policy/index.ts';
import { preview } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { EXAMPLE_NAME } from '../../texts/staff/policies.ts';
import { issueInstant } from '../issue-instant.ts';
import { notesOf, type PlannedDirective, stepOf } from '../plan.ts';
import { type Timeline, timelineOfPlan } from '../timeline/index.ts';

export interface Example {
  readonly issued: Day;
  readonly due: Day | null;
}

/** What a policy would tell of one directive if nobody did anything: its steps, and the picture of them. */
export function exampleOf(
  policy: Policy,
  { issued, due }: Example,
  calendar: WorkCalendar,
): { readonly planned: PlannedDirective; readonly timeline: Timeline } {
  const issuedAt = issueInstant(issued);
  const { steps, collapsed } = preview(policy, { id: 'vi-du', issuedAt, due, hasCooperating: true, calendar });
  const planned: PlannedDirective = {
    id: EXAMPLE_NAME,
    policy: policy.id,
    policyName: policy.name,
    due,
    steps: steps.map((post) => stepOf(post, { policy })),
    parts: [{ id: 'vi-du', policy: policy.id, due }],
    notes: notesOf(collapsed, due, calendar),
  };
  return { planned, timeline: timelineOfPlan(planned, { issuedAt, calendar }) };
}
