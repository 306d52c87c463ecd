import type { Channel } from '../../dsl/policy/channels.ts';
import { type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import type { DirectiveView, MessageOutcome } from '../../register/index.ts';
import { actSpoken } from '../../texts/acts.ts';
import { stepText } from '../../texts/rules.ts';

/** Something that happened in a year: an act of somebody, or a step and whom it told. */
export interface Happening {
  readonly at: Instant;
  /** Its directive's place among the lives. */
  readonly life: number;
  readonly words: string;
  readonly isAct: boolean;
  readonly told: readonly ToldOne[];
}

/** One message, or why there is none. */
export interface ToldOne {
  /** Id of its row in the ledger. */
  readonly row: string;
  readonly person: string | null;
  readonly channel: Channel | null;
  readonly subject: string | null;
  readonly outcome: MessageOutcome;
  readonly reason: string | null;
}

/** Days on which something happened, in order, each with its happenings in order of time. */
export interface DayTold {
  readonly day: Day;
  readonly happenings: readonly Happening[];
}

/** Who did what, and who was told what, day by day. */
export function daysOf(lives: readonly DirectiveView[]): readonly DayTold[] {
  const all = lives.flatMap(happeningsOf).sort((a, b) => a.at - b.at || a.life - b.life);
  const days = new Map<Day, Happening[]>();
  for (const one of all) days.set(dayOf(one.at), [...(days.get(dayOf(one.at)) ?? []), one]);
  return [...days].map(([day, happenings]) => ({ day, happenings }));
}

function happeningsOf({ events, messages }: DirectiveView, life: number): Happening[] {
  return events.flatMap((event): Happening[] => [
    ...(event.act
      ? [{ at: event.at, life, words: actSpoken(event.act.act), isAct: true, told: [] satisfies ToldOne[] }]
      : []),
    ...event.posts.map((post) => ({
      at: post.at,
      life,
      words: stepText(post),
      isAct: false,
      told: messages
        .filter(({ postKey }) => postKey === post.key)
        .map((row) => ({
          row: row.id,
          person: row.personName,
          channel: row.channel,
          subject: row.content?.subject ?? null,
          outcome: row.outcome,
          reason: row.reason,
        })),
    })),
  ]);
}
