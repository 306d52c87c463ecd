import type { Insertable, Selectable } from 'kysely';
import { fallbackOrder } from '../../dsl/policy/channels.ts';
import { notUsed } from '../../texts/outcomes.ts';
import type { Context, Db } from '../context.ts';
import { messageRowId } from '../ids.ts';
import { secretNames } from '../names.ts';
import type { MessageOutcome } from '../outcome.ts';
import type { MessageTable } from '../schema.ts';
import { waysTo } from './channels.ts';
import { dispatchOf } from './dispatch.ts';
import { appendMessageEvents } from './events.ts';
import { overtakenBy } from './leaving.ts';
import { threadRoots } from './thread-roots.ts';

type Row = Selectable<MessageTable>;

/** Outcomes that leave a person untold by that channel for good. */
const FAILED: ReadonlySet<MessageOutcome> = new Set(['refused', 'bounced']);
/** Outcomes after which nothing more is to be tried: told, or it may have been, or it is on its way. */
export const NOT_FAILED = ['planned', 'queued', 'sending', 'accepted', 'unknown', 'delivered', 'read'] as const;

/**
 * A message that failed for its person goes by the next channel that can reach them, as a row of its own that points to
 * the first. Once for each (step, person, channel), whatever repeats; never where another channel has told them, or an
 * act has made the message pointless. A channel the office does not use has failed for everybody.
 */
export async function fallBack(context: Context, db: Db, failed: Row): Promise<void> {
  if (!hasFailed(failed) || failed.personId === null) return;
  const { directiveId, postKey, recipient } = failed;
  const tried = await db
    .selectFrom('messages')
    .select(['channel', 'outcome'])
    .where('directiveId', '=', directiveId)
    .where('postKey', '=', postKey)
    .where('recipient', '=', recipient)
    .execute();
  if (tried.some(({ outcome }) => NOT_FAILED.some((good) => good === outcome))) return;
  const person = await db.selectFrom('people').selectAll().where('id', '=', failed.personId).executeTakeFirst();
  const untried = fallbackOrder(context.channels).filter((channel) => !tried.some((t) => t.channel === channel));
  const [way] = person ? waysTo(person, untried, context.channels) : [];
  if (way === undefined || (await overtakenBy(context, db, failed)) !== null) return;
  const { channel: next, address } = way;
  const id = messageRowId(directiveId, postKey, recipient, next);
  const names = await secretNames(context, db);
  const messageId = names.mail(id);
  const root = (await threadRoots(db, directiveId)).get(failed.personId) ?? null;
  const row: Insertable<MessageTable> = {
    ...failed,
    id,
    dispatch: dispatchOf(names, { ...failed, id, channel: next }),
    channel: next,
    address,
    fallbackOf: failed.id,
    outcome: 'planned',
    reason: null,
    providerId: null,
    ...(context.channels[next]?.threads ? { messageId, threadRoot: root } : { messageId: null, threadRoot: null }),
    attempts: 0,
    nextAttemptAt: null,
    claimedBy: null,
    claimedAt: null,
    settledAt: null,
    shipment: null,
    dispatchedAs: null,
    recordedAt: context.now(),
    revision: 0,
  };
  const added = await db
    .insertInto('messages')
    .values(row)
    .onConflict((c) => c.columns(['directiveId', 'postKey', 'recipient', 'channel']).doNothing())
    .returning(['id', 'revision', 'outcome', 'reason', 'providerId', 'claimedBy'])
    .execute();
  await appendMessageEvents(db, context.now(), added);
}

function hasFailed({ outcome, channel, reason }: Row): boolean {
  return FAILED.has(outcome as MessageOutcome) || (outcome === 'skipped' && reason === notUsed(channel));
}
