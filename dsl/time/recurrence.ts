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

/** The days of a rule after a day, in order, until it comes to its end, if ever. `from` as in `daysOfRule`. */
export function* ruleDaysAfter(rule: string, from: Day, after: Day): Generator<Day, void> {
  const all = ruleFrom(rule, from);
  let last = midnight(after);
  // The library counts from the start at each call: mostly one day is wanted, and where many are, calls must be few.
  for (let wanted = 1; ; wanted = Math.min(2 * wanted, MOST)) {
    const found = all.between(last, END_OF_TIME, false, (_, i) => i < wanted);
    for (const date of found) yield date.toISOString().slice(0, 10);
    const newest = found.at(-1);
    if (newest === undefined || found.length < wanted) return;
    last = newest;
  }
}

const END_OF_TIME = midnight('9999-12-31');

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
