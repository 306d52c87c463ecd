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
  return summed(await counted(db).execute(), ready);
}

/** The same of open directives of which somebody has not been told: held, refused or in doubt. */
export async function untoldByDirective(db: Db, ready: ReadonlySet<string>): Promise<ReadonlyMap<string, Told>> {
  const untold = db
    .selectFrom('messages as m')
    .innerJoin('directives as d', 'd.id', 'm.directiveId')
    .select('m.directiveId')
    .where('d.closedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('m.outcome', 'in', UNTOLD),
        eb.and([eb('m.outcome', '=', 'planned'), eb('m.channel', 'not in', ready.size === 0 ? [''] : [...ready])]),
      ]),
    );
  return summed(await counted(db).where('directiveId', 'in', untold).execute(), ready);
}

const UNTOLD: readonly MessageOutcome[] = ['refused', 'bounced', 'unknown'];

function counted(db: Db) {
  return db
    .selectFrom('messages')
    .select((eb) => ['directiveId', 'channel', 'outcome', eb.fn.countAll<number>().as('count')])
    .groupBy(['directiveId', 'channel', 'outcome']);
}

interface Counted {
  readonly directiveId: string;
  readonly channel: string;
  readonly outcome: string;
  readonly count: number;
}

function summed(rows: readonly Counted[], ready: ReadonlySet<string>): ReadonlyMap<string, Told> {
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
