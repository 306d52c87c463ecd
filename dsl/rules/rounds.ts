import type { Policy, Window } from '../policy/policy.ts';
import { partyOf } from '../policy/roles.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, MINUTE_MS, minutesOf } from '../time/day.ts';
import { isWorkingDay, type WorkCalendar, workingDayOnOrAfter } from '../time/work-calendar.ts';
import type { Post, PostKind } from './post.ts';
import { hash, isOpenAt, spreadMinutes } from './window.ts';

/** When messages may leave: hours of the policy on days of the calendar. */
export interface Hours {
  readonly window: Window;
  readonly calendar: WorkCalendar;
}

/**
 * Kinds of message that only press: they may leave together with others of the same reader. An assignment or an answer
 * to an act leaves on its own.
 */
const PRESSING: ReadonlySet<PostKind> = new Set([
  'acknowledge-reminder',
  'due-reminder',
  'silence-reminder',
  'overdue',
  'silence-escalation',
  'unacknowledged-escalation',
  'extension-reminder',
  'offer-reminder',
  'explanation-reminder',
  'approval-reminder',
  'suspension-review',
]);

/** Of the directive: whose share it is, and how urgent its notice. */
export interface Gathering {
  readonly parent?: string;
  readonly urgent?: boolean;
}

/**
 * Does the step wait for its reader's round, to leave in one message with the others of that reader? Whoever stands
 * beside or above the members of a group hears of all of them at once, of whatever kind the word is.
 */
export function isGathered(
  policy: Policy,
  post: Pick<Post, 'kind' | 'stage' | 'to' | 'cause'>,
  { parent, urgent = false }: Gathering = {},
): boolean {
  if (parent !== undefined && partyOf(post.to) !== 'lead') return true;
  if (urgent || policy.alone || !PRESSING.has(post.kind)) return false;
  return !('rung' in post.cause && post.cause.letter !== undefined) && !isLastResort(policy, post);
}

/** The last rung of the ladder: nobody is above it. */
function isLastResort({ escalate }: Policy, { stage, to, cause }: Pick<Post, 'stage' | 'to' | 'cause'>): boolean {
  const last = escalate.at(-1);
  if (stage !== 'escalate' || !last || !('rung' in cause) || to !== last.to) return false;
  return JSON.stringify(cause.rung) === JSON.stringify(last.when);
}

/** What ends together is told at a quarter of an hour, never sooner than this after it was ended. */
const QUARTER_MS = 15 * MINUTE_MS;
const LEAST_WAIT_MS = 5 * MINUTE_MS;

/**
 * When a reader hears that a whole notice was withdrawn. Ended in working hours: within twenty minutes, for whoever
 * works on it works for nothing, and together, for a notice's directives end one after the other within seconds. Ended
 * at night: in the reader's round, before which nobody works.
 *
 * @param notBefore when the word of one directive might leave by itself
 */
export function withdrawalFor(hours: Hours, reader: string, endedAt: Instant, notBefore: Instant): Instant {
  if (!isOpenAt(hours.window, hours.calendar, endedAt)) return roundFor(hours, reader, notBefore);
  return openFor(hours, reader, Math.ceil((endedAt + LEAST_WAIT_MS) / QUARTER_MS) * QUARTER_MS);
}

const LONGEST_SPREAD_MINUTES = 60;
/**
 * Two rounds a day: one in the morning, after every directive's own minute has passed; one in the afternoon, for what
 * came too late for the first.
 */
const ROUNDS_A_DAY = 2;

/** The reader's first round at or after an instant. Readers differ by a hash, so that no round is a herd. */
export function roundFor(hours: Hours, reader: string, notBefore: Instant): Instant {
  const today = dayOf(notBefore);
  if (isWorkingDay(hours.calendar, today)) {
    const round = roundsOn(hours.window, reader, today).find((at) => at >= notBefore);
    if (round !== undefined) return round;
  }
  const next = workingDayOnOrAfter(hours.calendar, addDays(today, 1));
  return roundsOn(hours.window, reader, next)[0] ?? instantAt(next, minutesOf(hours.window.from));
}

function roundsOn(window: Window, reader: string, day: Day): Instant[] {
  const begin = minutesOf(window.from) + spreadMinutes(window);
  const apart = (minutesOf(window.to) - begin) / ROUNDS_A_DAY;
  const spreadSeconds = Math.floor(Math.min(LONGEST_SPREAD_MINUTES, apart / 2) * 60);
  const own = (hash(reader) % Math.max(1, spreadSeconds)) * 1000;
  return Array.from({ length: ROUNDS_A_DAY }, (_, n) => {
    return instantAt(day, 0) + Math.round((begin + n * apart) * MINUTE_MS) + own;
  });
}

/** The given instant if messages may leave at it; otherwise the reader's own instant early in the next window. */
export function openFor(hours: Hours, reader: string, instant: Instant): Instant {
  const { window, calendar } = hours;
  if (isOpenAt(window, calendar, instant)) return instant;
  const today = dayOf(instant);
  const early = isWorkingDay(calendar, today) && instant < instantAt(today, minutesOf(window.from));
  const day = early ? today : workingDayOnOrAfter(calendar, addDays(today, 1));
  return instantAt(day, minutesOf(window.from)) + (hash(reader) % (spreadMinutes(window) * 60)) * 1000;
}
