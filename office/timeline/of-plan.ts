import { present } from '../../dsl/present.ts';
import { type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { kindName } from '../../texts/names.ts';
import { titleText } from '../../texts/timeline.ts';
import type { PlannedDirective, Step } from '../plan.ts';
import { assemble, flagOf } from './assemble.ts';
import type { Mark, Timeline } from './types.ts';

export interface PlanPictureOptions {
  readonly issuedAt: Instant;
  readonly calendar: WorkCalendar;
  readonly about?: readonly string[];
  readonly today?: Day;
}

/** A directive before it is issued: every message to come, by the rules alone. */
export function timelineOfPlan(planned: PlannedDirective, options: PlanPictureOptions): Timeline {
  const { issuedAt, calendar, about = [], today } = options;
  const dues = [...new Set(planned.parts.flatMap(({ due }) => (due === null ? [] : [due])))];
  return assemble({
    title: titleText(planned.id, planned.due),
    tracks: ['plan'],
    marks: planned.steps.map(markOf),
    flags: [flagOf('notice', dayOf(issuedAt), issuedAt), ...dues.map((due) => flagOf('due', due))],
    notes: planned.notes,
    about,
    calendar,
    ...present({ today }),
  });
}

function markOf(step: Step): Mark {
  const at = Date.parse(step.at);
  return {
    id: step.part === undefined ? step.key : `${step.part}/${step.key}`,
    track: 'plan',
    role: step.to,
    at,
    day: dayOf(at),
    stage: step.stage,
    kind: step.kind,
    label: kindName(step.kind, step.to),
    rule: step.rule,
    state: 'planned',
    details: [],
  };
}
