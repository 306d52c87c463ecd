import type { Db } from '../context.ts';
import type { MessageOutcome } from '../outcome.ts';

/** How many messages of a directive stand how, as far as a clerk asks: has everybody been told? */
export interface Told {
  /** Waiting for its hour, or under way. */
  readonly planned: number;
  /** Waiting for a channel that nobody has set up. */
  readonly held: number;
  /** A channel took it, or has said that it arrived. */
  readonly accepted: number;
  /** Refused or come back. */
  readonly refused: number;
  readonly unknown: number;
}

export const NOBODY_TOLD: Told = { planned: 0, held: 0, accepted: 0, refused: 0, unknown: 0 };

const COUNTED: Readonly<Partial<Record<MessageOutcome, keyof Told>>> = {
  planned: 'planned',
  queued: 'planned',
  sending: 'planned',
  accepted: 'accepted',
  delivered: 'accepted',
  read: 'accepted',
  refused: 'refused',
  bounced: 'refused',
  unknown: 'unknown',
};

/** By directive; one of which there is no message is not in it. `ready`: the channels that are set up. */
export async function toldByDirective(db: Db, ready: ReadonlySet<string>): Promise<ReadonlyMap<string, Told>> {
  const rows = await db
    .selectFrom('messages')
    .select((eb) => ['directiveId', 'channel', 'outcome', eb.fn.countAll<number>().as('count')])
    .groupBy(['directiveId', 'channel', 'outcome'])
    .execute();
  const told = new Map<string, Told>();
  for (const { directiveId, channel, outcome, count } of rows) {
    const held = outcome === 'planned' && !ready.has(channel);
    const as = held ? 'held' : COUNTED[outcome as MessageOutcome];
    if (as === undefined) continue;
    const before = told.get(directiveId) ?? NOBODY_TOLD;
    told.set(directiveId, { ...before, [as]: before[as] + Number(count) });
  }
  return told;
}
