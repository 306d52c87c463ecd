import type { Day, Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { PlannedDirective } from '../../office/plan.ts';
import type { ReadNotice } from '../../office/registration.ts';
import { timelineOfPlan } from '../../office/timeline/index.ts';
import { noticeLine, partiesLine, policyLine } from '../../texts/timeline.ts';
import type { Named } from './picture.ts';

export interface PlanPicture {
  readonly read: ReadNotice;
  readonly planned: PlannedDirective;
  readonly issuedAt: Instant;
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

/** A planned directive's picture, with the notice and the agencies it belongs to. */
export function planPicture({ read: { notice }, planned, ...options }: PlanPicture): Named {
  const draft = notice.directives.find((d) => d.id === planned.id);
  const names = (parties: readonly { name: string }[] = []) => parties.map((p) => p.name);
  const about = [
    `${noticeLine(notice.number, notice.issued ?? notice.anchor)}. ${policyLine(planned.policyName)}`,
    partiesLine(names(draft?.lead), names(draft?.cooperating)),
  ];
  return { id: planned.id, timeline: timelineOfPlan(planned, { ...options, about }) };
}
