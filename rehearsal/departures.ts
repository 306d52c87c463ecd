import type { Policy } from '../dsl/policy/policy.ts';
import type { Post, TimedAct } from '../dsl/rules/index.ts';
import { isGathered, roundFor } from '../dsl/rules/rounds.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { DirectiveView } from '../register/index.ts';
import { formatMoment } from '../texts/format.ts';
import { answerTolerance, type Difference } from './compare.ts';

type Message = DirectiveView['messages'][number];

export interface DepartureFacts {
  readonly planned: readonly Post[];
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly urgency: string | null;
  readonly acts: readonly TimedAct[];
  readonly messages: readonly Message[];
  readonly leftAt: (rowId: string) => Instant | undefined;
}

interface Departure {
  readonly message: Message;
  readonly post: Post;
  /** When the plan has it leave. */
  readonly at: Instant;
  /** What the plan has leave together has the same name. */
  readonly digest: string;
  readonly left: Instant;
}

/**
 * What differs between when each message should leave and when it left, and between the digests of the plan and those
 * of the run. Messages that went by another channel after all leave when the first has failed: they are not planned.
 */
export function compareDepartures(facts: DepartureFacts): Difference[] {
  const departures = facts.messages.flatMap((message) => planOf(facts, message));
  const late = departures.filter(({ post, at, left }) => Math.abs(left - at) > answerTolerance(post, facts.acts));
  const dispatches = new Map<string, string>();
  const apart = departures.filter(({ message, digest }) => {
    const first = dispatches.get(digest) ?? message.dispatch;
    dispatches.set(digest, first);
    return first !== message.dispatch;
  });
  return [
    ...late.map(({ message, at, left }) => ({
      key: keyOf(message),
      planned: formatMoment(at),
      run: formatMoment(left),
    })),
    ...apart.map(({ message, digest }) => ({ key: keyOf(message), planned: digest, run: message.dispatch })),
  ];
}

function keyOf({ postKey, channel }: Message): string {
  return `${postKey} ${channel}`;
}

function planOf(facts: DepartureFacts, message: Message): Departure[] {
  const post = facts.planned.find((p) => p.key === message.postKey);
  const left = facts.leftAt(message.id);
  if (!post || left === undefined || message.fallbackOf !== null || message.personId === null) return [];
  const { policy, calendar } = termsAt(facts, post.at);
  if (facts.urgency !== null || !isGathered(policy, post)) {
    return [{ message, post, at: post.at, digest: message.id, left }];
  }
  const { window } = policy;
  const at = roundFor({ window, calendar }, message.personId, post.at);
  return [{ message, post, at, digest: `${message.channel} ${message.personId} ${formatMoment(at)}`, left }];
}

/** The policy and the calendar in force at an instant. */
function termsAt({ policy, calendar, acts }: DepartureFacts, at: Instant): Pick<DepartureFacts, 'policy' | 'calendar'> {
  const changes = acts.flatMap((timed) => (timed.at <= at && timed.act.type === 'change-terms' ? [timed.act] : []));
  return {
    policy: changes.findLast((c) => c.policy !== undefined)?.policy ?? policy,
    calendar: changes.findLast((c) => c.calendar !== undefined)?.calendar ?? calendar,
  };
}
