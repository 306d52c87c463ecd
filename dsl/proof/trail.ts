import type { Role } from '../policy/policy.ts';
import { dayNumberOf, type Instant } from '../time/day.ts';
import { isByClock } from './steps.ts';
import type { Moment } from './verdict.ts';
import { identitiesOf } from './watch.ts';

/** A message and the day on which it leaves, as a number. */
interface Leaving {
  readonly to: Role;
  readonly day: number;
  readonly byClock: boolean;
}

/**
 * What has happened in a life, the newest first: lives that part ways share what came before, and of most nobody ever
 * asks for more than the last moments.
 */
export class Trail {
  readonly acts: number;
  readonly messages: number;
  /** What this moment told, by the day it leaves: what is told late leaves when it is told. */
  readonly leaving: readonly Leaving[];
  /** The last moments at which it was suspended, was resumed, and more time was asked for or offered. */
  readonly suspended: Moment | undefined;
  readonly resumed: Moment | undefined;
  readonly waiting: Moment | undefined;
  private readonly identities: readonly string[];
  private all: ReadonlySet<string> | undefined;

  constructor(
    readonly moment: Moment,
    readonly before: Trail | undefined,
  ) {
    const { act, at, posts } = moment;
    this.acts = (before?.acts ?? 0) + (act ? 1 : 0);
    this.messages = (before?.messages ?? 0) + posts.length;
    this.leaving =
      posts.length === 0
        ? NOBODY
        : posts.map((post) => ({ to: post.to, day: dayNumberOf(Math.max(post.at, at)), byClock: isByClock(post) }));
    this.suspended = act?.type === 'suspend' ? moment : before?.suspended;
    this.resumed = act?.type === 'resume' ? moment : before?.resumed;
    this.waiting = act?.type === 'ask-extension' || act?.type === 'offer-extension' ? moment : before?.waiting;
    this.identities = posts.length === 0 ? NAMELESS : posts.flatMap(identitiesOf);
  }

  /** Is it told in this moment, or was it before? */
  tells(key: string): boolean {
    return this.identities.includes(key) || (this.before?.told.has(key) ?? false);
  }

  /** All that is told up to and with this moment. Made once it is asked for: of lives that are looked into. */
  get told(): ReadonlySet<string> {
    if (!this.all) {
      const before = this.before?.told ?? NOTHING;
      this.all = this.identities.length === 0 ? before : new Set([...before, ...this.identities]);
    }
    return this.all;
  }

  /** To whom the clock has told something on the day of an instant, as text. */
  toldByClockOn(now: Instant): string {
    const today = dayNumberOf(now);
    const roles: string[] = [];
    for (let past: Trail | undefined = this; past && dayNumberOf(past.moment.at) === today; past = past.before) {
      for (const { to, byClock } of past.leaving) if (byClock) roles.push(to);
    }
    return roles.sort().join();
  }
}

const NOTHING: ReadonlySet<string> = new Set();
const NOBODY: readonly Leaving[] = [];
const NAMELESS: readonly string[] = [];

/** The moments of a past, the first one first; none where nothing has happened yet. */
export function momentsIn(past: Trail | undefined): readonly Moment[] {
  const moments: Moment[] = [];
  for (let one = past; one; one = one.before) moments.push(one.moment);
  return moments.reverse();
}
