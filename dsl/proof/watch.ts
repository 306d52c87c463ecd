import type { Policy } from '../policy/policy.ts';
import type { ActType, Post, State } from '../rules/index.ts';
import { isClosed } from '../rules/index.ts';
import { dayFromNumber, dayOf, type Instant, instantAt, MINUTE_MS, minutesOf } from '../time/day.ts';
import { isWorkingDay, type WorkCalendar } from '../time/work-calendar.ts';
import { isByClock, occurrenceName } from './steps.ts';
import type { Trail } from './trail.ts';
import type { Moment, ProofFault, PropertyName } from './verdict.ts';

/* What is asked of each message and each wake, told apart from what the rules themselves compute. */

export interface Wrong {
  readonly property: PropertyName;
  readonly fault: ProofFault;
}

/** Is an instant one at which a message may leave? Answers are kept: the same slots come again and again. */
export class SendingHours {
  private readonly known = new Map<Instant, 'open' | 'day-off' | 'outside-window'>();
  private readonly from: number;
  private readonly to: number;

  constructor(
    policy: Policy,
    private readonly calendar: WorkCalendar,
  ) {
    this.from = minutesOf(policy.window.from);
    this.to = minutesOf(policy.window.to);
  }

  at(instant: Instant): 'open' | 'day-off' | 'outside-window' {
    if (!Number.isFinite(instant)) return 'outside-window';
    let answer = this.known.get(instant);
    if (answer === undefined) {
      const day = dayOf(instant);
      const minute = (instant - instantAt(day, 0)) / MINUTE_MS;
      if (!isWorkingDay(this.calendar, day)) answer = 'day-off';
      else answer = minute >= this.from && minute < this.to ? 'open' : 'outside-window';
      this.known.set(instant, answer);
    }
    return answer;
  }
}

/** What makes a message the same again: its key, or a step of the clock for the same instant under another key. */
export function identitiesOf(post: Post): string[] {
  const keys = [post.key, ...(post.merges ?? [])];
  return isByClock(post) ? [...keys, `${occurrenceName(post.key)} ${post.to} ${post.at}`] : keys;
}

/** Messages of one wake: inside the hours, and none that was told before. */
export function wrongPosts(hours: SendingHours, told: ReadonlySet<string>, posts: readonly Post[]): Wrong[] {
  const property = 'messages-in-hours-and-once';
  const wrong: Wrong[] = [];
  const seen: string[] = [];
  for (const post of posts) {
    const open = hours.at(post.at);
    if (open !== 'open') wrong.push({ property, fault: { kind: open, post } });
    const keys = identitiesOf(post);
    if (keys.some((key) => told.has(key) || seen.includes(key)))
      wrong.push({ property, fault: { kind: 'twice', post } });
    seen.push(...keys);
  }
  return wrong;
}

/**
 * Messages that leave for one role on one day of which the last moment tells some: the clock's and the answers to acts
 * together are at most `atMost`; from the second act of the day on, each may add its answer, for nobody can bound what
 * people do in a day. What other days held was asked at their own wakes.
 */
export function tooMany(past: Trail, atMost: number): Wrong[] {
  const wrong: Wrong[] = [];
  const { leaving } = past;
  for (const [i, { to, day }] of leaving.entries()) {
    if (leaving.findIndex((other) => other.to === to && other.day === day) < i) continue;
    let byClock = 0;
    let answers = 0;
    for (let one: Trail | undefined = past; one; one = one.before) {
      for (const other of one.leaving) {
        if (other.to !== to || other.day !== day) continue;
        if (other.byClock) byClock++;
        else answers++;
      }
    }
    if (byClock + Math.min(answers, 1) <= atMost) continue;
    wrong.push({
      property: 'few-messages-a-day',
      fault: { kind: 'too-many', role: to, day: dayFromNumber(day), byClock, answers, atMost },
    });
  }
  return wrong;
}

const CLOSING: readonly ActType[] = ['approve', 'cancel', 'supersede'];

/** A directive closes by a person who approves, cancels or supersedes it, by nothing else. */
export function wrongClose(before: State, after: State, moment: Moment): Wrong[] {
  if (isClosed(before) || !isClosed(after)) return [];
  const property = 'only-people-close';
  if (!moment.act) return [{ property, fault: { kind: 'closed-by-clock' } }];
  return CLOSING.includes(moment.act.type) ? [] : [{ property, fault: { kind: 'closed-by-other-act' } }];
}
