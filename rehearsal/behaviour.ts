import type { Policy } from '../dsl/policy/index.ts';
import { type Act, type Directive, preview, type TimedAct } from '../dsl/rules/index.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, laterDay } from '../dsl/time/day.ts';
import { addWorkingDays, workingDayOnOrAfter } from '../dsl/time/work-calendar.ts';
import type { Behaviour } from '../office/year/index.ts';
import { BEHAVIOUR_WORDS as say } from '../texts/staff/index.ts';
import { randomActs } from './random-acts.ts';

const lead = { party: 'lead' } as const;
const head = { party: 'lead', head: true } as const;
const office = { party: 'secretariat' } as const;

/** Minutes of a day at which people do things: between the hours of an office. */
const MORNING = 9 * 60;
const AFTERNOON = 15 * 60;
const EVENING = 16 * 60;

/** Working days from the assignment to the answer, and to a result where there is no deadline. */
const ANSWERS = { prompt: 1, late: 5 } as const;
const RESULTS = { prompt: 10, late: 40 } as const;
/** Working days before the deadline that the prompt hand in, and days after it that the late do. */
const AHEAD = 2;
const BEHIND = 7;
const AGAIN = 5;

/** What of a directive people have before them. */
export interface Before {
  readonly policy: Policy;
  readonly directive: Directive;
  /** When it is assigned. */
  readonly from: Instant;
}

/**
 * What people do to a directive, in order of time. Only what the rules take: where a policy asks for no endorsement,
 * nobody endorses.
 */
export function actsAs(behaviour: Behaviour, seed: number, { policy, directive, from }: Before): readonly TimedAct[] {
  if (behaviour === 'never') return [];
  if (behaviour === 'random') return randomActs(seed, directive.id, policy, directive, from);
  const wanted = behaviour === 'prompt' ? promptly(directive, from) : late(directive, from);
  const refused = new Set(preview(policy, directive, wanted).refused.map(({ act }) => act));
  return wanted.filter((act) => !refused.has(act));
}

function promptly({ due, calendar }: Directive, from: Instant): TimedAct[] {
  const answered = addWorkingDays(calendar, dayOf(from), ANSWERS.prompt);
  const wished =
    due === null ? addWorkingDays(calendar, dayOf(from), RESULTS.prompt) : addWorkingDays(calendar, due, -AHEAD);
  const handedIn = laterDay(answered, wished);
  return [
    on(answered, MORNING, { type: 'acknowledge', by: lead }),
    ...handIn(handedIn),
    on(addWorkingDays(calendar, handedIn, 1), MORNING, { type: 'approve', by: office }),
  ];
}

/** Answered late, handed in after the deadline, returned once, handed in again. */
function late({ due, calendar }: Directive, from: Instant): TimedAct[] {
  const answered = addWorkingDays(calendar, dayOf(from), ANSWERS.late);
  const wished =
    due === null
      ? addWorkingDays(calendar, dayOf(from), RESULTS.late)
      : workingDayOnOrAfter(calendar, addDays(due, BEHIND));
  const handedIn = laterDay(addWorkingDays(calendar, answered, 1), wished);
  const returned = addWorkingDays(calendar, handedIn, 1);
  const again = addWorkingDays(calendar, returned, AGAIN);
  return [
    on(answered, MORNING, { type: 'acknowledge', by: lead }),
    ...handIn(handedIn),
    on(returned, MORNING, { type: 'return', by: office, reason: say.reason }),
    ...handIn(again),
    on(addWorkingDays(calendar, again, 1), MORNING, { type: 'approve', by: office }),
  ];
}

function handIn(day: Day): TimedAct[] {
  return [
    on(day, AFTERNOON, { type: 'submit-result', by: lead, text: say.result }),
    on(day, EVENING, { type: 'endorse', by: head }),
  ];
}

function on(day: Day, minutes: number, act: Act): TimedAct {
  return { at: instantAt(day, minutes), act };
}
