import type { Insertable, Selectable } from 'kysely';
import type { Channel } from '../../dsl/policy/policy.ts';
import type { Context, Db } from '../context.ts';
import { messageRowId } from '../ids.ts';
import type { MessageOutcome } from '../outcome.ts';
import type { MessageTable, PersonTable } from '../schema.ts';
import { appendMessageEvents } from './events.ts';
import { overtakenBy } from './superseded.ts';
import { threadRoots } from './thread-roots.ts';

type Row = Selectable<MessageTable>;

/** Where a person who cannot be reached by one channel is tried next; after the last the office calls. */
const NEXT_CHANNEL: Readonly<Record<Channel, Channel | null>> = { zalo: 'email', email: null };

/** Outcomes that leave a person untold by that channel for good. */
const FAILED: ReadonlySet<MessageOutcome> = new Set(['refused', 'bounced']);
/** Outcomes after which nothing more is to be tried: told, or it may have been, or it is on its way. */
export const NOT_FAILED = ['planned', 'queued', 'sending', 'accepted', 'unknown', 'delivered', 'read'] as const;

/**
 * A message that failed for its person goes by the next channel, as a row of its own that points to the first. Once
 * for each (step, person, channel), whatever repeats; never where another channel has told them, or an act has made
 * the message pointless.
 */
export async function fallBack(context: Context, db: Db, failed: Row): Promise<void> {
  const next = FAILED.has(failed.outcome as MessageOutcome) ? NEXT_CHANNEL[failed.channel as Channel] : null;
  if (next === null || next === undefined || failed.personId === null) return;
  const { directiveId, postKey, recipient } = failed;
  const told = await db
    .selectFrom('messages')
    .select('id')
    .where('directiveId', '=', directiveId)
    .where('postKey', '=', postKey)
    .where('recipient', '=', recipient)
    .where('outcome', 'in', NOT_FAILED)
    .executeTakeFirst();
  if (told || (await overtakenBy(db, failed)) !== null) return;
  const person = await db.selectFrom('people').selectAll().where('id', '=', failed.personId).executeTakeFirst();
  const address = person && addressOf(person, next);
  if (!address) return;
  const id = messageRowId(directiveId, postKey, recipient, next);
  const messageId = `<${id}@${context.mailDomain}>`;
  const root = (await threadRoots(db, directiveId)).get(failed.personId) ?? null;
  const row: Insertable<MessageTable> = {
    ...failed,
    ...{ id, channel: next, address, fallbackOf: failed.id, outcome: 'planned', reason: null, providerId: null },
    ...(next === 'email' ? { messageId, threadRoot: root } : { messageId: null, threadRoot: null }),
    ...{ attempts: 0, nextAttemptAt: null, claimedBy: null, claimedAt: null, leaseUntil: null, settledAt: null },
    ...{ shipment: null, recordedAt: context.now(), revision: 0 },
  };
  const added = await db
    .insertInto('messages')
    .values(row)
    .onConflict((c) => c.columns(['directiveId', 'postKey', 'recipient', 'channel']).doNothing())
    .returning(['id', 'revision', 'outcome', 'reason', 'providerId', 'claimedBy'])
    .execute();
  await appendMessageEvents(db, context.now(), added);
}

function addressOf(person: PersonTable, channel: Channel): string | null {
  return channel === 'email' ? person.email : (person.zaloUserId ?? person.phone);
}
