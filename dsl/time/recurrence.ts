import rrule from 'rrule';
import { addDays, type Day } from './day.ts';

/** More than any directive has; an endless rule is cut here rather than hang. */
const MOST = 1000;

/**
 * The days of an RFC 5545 rule from `from` to `to`, both included. Days are civil: the rule is read in UTC with a start
 * at `from`, so an interval is counted from there. Throws `RangeError` on a rule that does not parse.
 */
export function daysOfRule(rule: string, from: Day, to: Day): Day[] {
  return ruleFrom(rule, from)
    .between(midnight(addDays(from, -1)), midnight(addDays(to, 1)), false, (_, i) => i < MOST)
    .map((date) => date.toISOString().slice(0, 10))
    .filter((day) => day >= from && day <= to);
}

/** The first day of a rule after a day, or null where it has come to its end. `from` as in `daysOfRule`. */
export function nextDayOfRule(rule: string, from: Day, after: Day): Day | null {
  return ruleFrom(rule, from).after(midnight(after))?.toISOString().slice(0, 10) ?? null;
}

function ruleFrom(rule: string, from: Day): InstanceType<typeof rrule.RRule> {
  try {
    return new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: midnight(from) });
  } catch (error) {
    throw new RangeError(`not an RFC 5545 rule: ${rule}`, { cause: error });
  }
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
