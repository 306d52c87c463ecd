import { type Day, type Instant, instantAt } from '../dsl/time/day.ts';

/** Offices open at eight: a notice counts as issued from then on its day. */
const OPENING_MINUTES = 8 * 60;

/** When a notice of a day counts as issued: at 08:00, as an office opens. */
export function issueInstant(day: Day): Instant {
  return instantAt(day, OPENING_MINUTES);
}
