import type { Insertable, Selectable } from 'kysely';
import { openFor } from '../../dsl/rules/rounds.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { notUsed } from '../../texts/outcomes.ts';
import { RESEND_REASONS as why } from '../../texts/resend.ts';
import { newestCalendar } from '../calendars.ts';
import { instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import { personById } from '../directory/lookup.ts';
import { messageRowId } from '../ids.ts';
import { secretNames } from '../names.ts';
import type { MessageTable } from '../schema.ts';
import { waysTo } from './channels.ts';
import { appendMessageEvents } from './events.ts';
import { NOT_FAILED } from './fall-back.ts';
import { ofWhatNobodyHeard } from './leaving.ts';
import { type Fate, fateOf, type LivedNow, livedNow, toldBy, wordsNow } from './recompose.ts';
import { threadRoots } from './thread-roots.ts';
import { writeMessages } from './write.ts';

type Row = Selectable<MessageTable>;

/** Which messages are to go again; what is absent bounds nothing. */
export interface ResendScope {
  readonly directiveIds?: readonly string[];
  readonly personId?: string;
  readonly agencyId?: string;
  /** Instants of the steps, both included. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Of these rows only. */
  readonly ids?: readonly string[];
  /** Those among them that may have arrived and go again all the same: each named by a person. */
  readonly doubted?: readonly string[];
  /** Channels that are set up: what waits for another tells nobody. Absent: all are. */
  readonly ready?: ReadonlySet<string>;
}

/** What became of a message that was to go again. */
export type Resent<R = Row> =
  | { readonly row: R; readonly again: readonly R[] }
  /** Why it stays. */
  | { readonly row: R; readonly reason: string };

/** Outcomes of which it is known that nobody was told. */
const NOT_ARRIVED = ['refused', 'bounced', 'skipped'] as const;

/**
 * Writes messages that reached nobody once more, as rows of their own that point to the first: in words of now, to the
 * address of now, and only while what they say still holds. Nothing goes again of which the reader has been told by
 * another channel, or that is on its way: the same call twice writes nothing the second time.
 */
export async function writeResent(context: Context, db: Db, scope: ResendScope, now: Instant): Promise<Resent[]> {
  const lives = new Map<string, LivedNow | undefined>();
  const results: Resent[] = [];
  for (const row of await candidates(db, scope)) {
    // Asked anew for each: what was written for one may have told the reader of the next.
    if (await isTold(db, row, scope)) continue;
    const { directiveId } = row;
    if (!lives.has(directiveId)) lives.set(directiveId, await livedNow(context, db, directiveId));
    const result = await resendOne(context, db, lives.get(directiveId), row, { now, scope });
    if ('again' in result) await letGo(context, db, row, scope);
    results.push(result);
  }
  return results;
}

/** How many of the scope should have left by `now` and wait still: a channel does not take them, or nothing sends. */
export async function waitingIn(db: Db, scope: ResendScope, now: Instant): Promise<number> {
  const rows = await within(db, scope)
    .select('id')
    .where('outcome', '=', 'planned')
    .where('leaveAt', '<=', now)
    .execute();
  return rows.length;
}

async function candidates(db: Db, scope: ResendScope): Promise<Row[]> {
  const { doubted = [] } = scope;
  const query = within(db, scope)
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('outcome', 'in', [...NOT_ARRIVED]),
        ...(doubted.length === 0 ? [] : [eb.and([eb('outcome', '=', 'unknown'), eb('id', 'in', [...doubted])])]),
      ]),
    );
  return inTurn(await query.orderBy('at').orderBy('id').execute());
}

function within(db: Db, { directiveIds, personId, agencyId, from, to, ids }: ResendScope) {
  let query = db.selectFrom('messages');
  if (directiveIds) query = query.where('directiveId', 'in', directiveIds);
  if (personId !== undefined) query = query.where('personId', '=', personId);
  if (agencyId !== undefined) query = query.where('agencyId', '=', agencyId);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<=', to);
  if (ids) query = query.where('id', 'in', ids);
  return query;
}

/** What a channel in use failed to bring goes first: by one the office does not use nobody is told. */
export function inTurn<R extends Pick<Row, 'outcome' | 'reason' | 'channel'>>(rows: readonly R[]): R[] {
  const unused = ({ outcome, reason, channel }: R) => outcome === 'skipped' && reason === notUsed(channel);
  return [...rows.filter((row) => !unused(row)), ...rows.filter(unused)];
}

/** Has the reader been told of this step by another row, or will be? A doubt somebody named counts for nothing. */
async function isTold(db: Db, row: Row, { doubted = [], ready }: ResendScope): Promise<boolean> {
  const others = await db
    .selectFrom('messages')
    .select(['id', 'recipient', 'personId', 'agencyId', 'at', 'outcome', 'fallbackOf', 'channel'])
    .where('directiveId', '=', row.directiveId)
    .where('postKey', '=', row.postKey)
    .execute();
  return others.some((other) => {
    if (other.fallbackOf === row.id && isResent(other)) return true;
    if (isHeld(other, ready)) return false;
    const same = row.personId === null ? standsFor(other, row) : other.personId === row.personId;
    return same && !doubted.includes(other.id) && NOT_FAILED.some((good) => good === other.outcome);
  });
}

/** Does it wait for a channel that is not set up? */
function isHeld({ outcome, channel }: Pick<Row, 'outcome' | 'channel'>, ready: ResendScope['ready']): boolean {
  return outcome === 'planned' && channel !== null && ready?.has(channel) === false;
}

/** What waited for a channel that is not set up would tell the reader a second time once it is. */
async function letGo(context: Context, db: Db, row: Row, { ready }: ResendScope): Promise<void> {
  if (row.personId === null) return;
  const others = (await rowsOfStep(db, row)).filter((other) => other.personId === row.personId);
  for (const other of others.filter((one) => isHeld(one, ready))) {
    const settled = { outcome: 'skipped', reason: why.otherChannel, settledAt: context.now() } as const;
    const revision = other.revision + 1;
    await db
      .updateTable('messages')
      .set({ ...settled, revision })
      .where('id', '=', other.id)
      .execute();
    await appendMessageEvents(db, context.now(), [{ ...other, ...settled, revision }]);
  }
}

/** Does it tell whom nobody was found for: somebody of that agency, or anybody told of the step since? */
function standsFor(other: Pick<Row, 'agencyId' | 'at'>, row: Row): boolean {
  return row.agencyId === null ? instantOf(other.at) > instantOf(row.at) : other.agencyId === row.agencyId;
}

/** Written for its reader anew: “…#2”. */
function isResent({ recipient }: Pick<Row, 'recipient'>): boolean {
  return /#\d+$/.test(recipient);
}

/** What a message says by now, and when. */
interface Telling {
  readonly fate: Extract<Fate, { says: unknown }>;
  readonly now: Instant;
  readonly scope: ResendScope;
}

async function resendOne(
  context: Context,
  db: Db,
  life: LivedNow | undefined,
  row: Row,
  { now, scope }: Omit<Telling, 'fate'>,
): Promise<Resent> {
  if (!life) return { row, reason: why.noLife };
  const fate = fateOf(life, row, now);
  if (!fate) return { row, reason: why.noStep };
  if ('reason' in fate) return { row, reason: fate.reason };
  const unheard = await ofWhatNobodyHeard(db, row);
  if (unheard !== null) return { row, reason: unheard };
  // Nobody was there to be told, or nothing would have reached them: whom the directory names by now.
  const write = row.personId === null || row.content === null ? afresh : toReader;
  return write(context, db, life, row, { fate, now, scope });
}

/** The step as it was told, to whoever has no row of it yet. */
async function afresh(
  context: Context,
  db: Db,
  life: LivedNow,
  row: Row,
  { fate: { clocks }, now }: Telling,
): Promise<Resent> {
  const event = life.log.find((e) => e.seq === row.seq);
  const post = event?.posts.find((p) => p.key === row.postKey);
  const told = await toldBy(context, db, life.log, row, clocks);
  if (!post || !told) return { row, reason: why.noStep };
  const before = await rowsOfStep(db, row);
  const wake = { ...told.facts.wake, posts: [{ ...post, at: now }] };
  await writeMessages(context, db, { ...told.facts, wake });
  const known = new Set(before.map(({ id }) => id));
  const again = (await rowsOfStep(db, row)).filter((one) => !known.has(one.id) && one.outcome === 'planned');
  return again.length > 0 ? { row, again } : { row, reason: row.reason ?? why.nobody };
}

function rowsOfStep(db: Db, { directiveId, postKey }: Row): Promise<Row[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('directiveId', '=', directiveId)
    .where('postKey', '=', postKey)
    .execute();
}

async function toReader(
  context: Context,
  db: Db,
  life: LivedNow,
  row: Row,
  { fate, now, scope: { ready } }: Telling,
): Promise<Resent> {
  const words = await wordsNow(context, db, life, { ...row, at: now }, fate);
  const directory = await context.directories.current(db);
  const person = row.personId === null ? undefined : personById(directory, row.personId);
  if (!words || !person) return { row, reason: why.otherReader(row.personName ?? '') };
  const { channels, window } = life.policy;
  const ways = waysTo(person, [...new Set([row.channel, ...channels])] as typeof channels, context.channels);
  const way = ways.find(({ channel }) => ready?.has(channel) !== false) ?? ways[0];
  if (!way) return { row, reason: why.noAddress(person.name) };
  const recipient = await nextRecipient(db, row);
  const id = messageRowId(row.directiveId, row.postKey, recipient, way.channel);
  const calendar = context.calendar && (await newestCalendar(db, context.calendar));
  const leaveAt = calendar === undefined ? now : openFor({ window, calendar }, person.id, now);
  const root = (await threadRoots(db, row.directiveId)).get(person.id) ?? null;
  const threads = context.channels[way.channel]?.threads === true;
  const names = await secretNames(context, db);
  const messageId = threads ? names.mail(id) : null;
  const again: Insertable<MessageTable> = {
    ...row,
    id,
    recipient,
    channel: way.channel,
    address: way.address,
    fallbackOf: row.id,
    at: now,
    leaveAt,
    kind: fate.says.kind,
    stage: fate.says.stage,
    content: JSON.stringify(words),
    gathered: 0,
    shipment: null,
    dispatch: names.dispatch([id]),
    dispatchedAs: null,
    messageId,
    threadRoot: threads ? root : null,
    windowFrom: window.from,
    windowTo: window.to,
    outcome: 'planned',
    reason: null,
    providerId: null,
    attempts: 0,
    nextAttemptAt: null,
    settledAt: null,
    claimedBy: null,
    claimedAt: null,
    recordedAt: context.now(),
    revision: 0,
  };
  const added = await db
    .insertInto('messages')
    .values(again)
    .onConflict((c) => c.column('id').doNothing())
    .returningAll()
    .execute();
  await appendMessageEvents(db, context.now(), added);
  return { row, again: added };
}

/** “p-12#2”: the reader a second time for the same step. */
async function nextRecipient(db: Db, row: Row): Promise<string> {
  const of = row.recipient.replace(/#\d+$/, '');
  const times = (await rowsOfStep(db, row)).flatMap(({ recipient }) => {
    const [, again] = /#(\d+)$/.exec(recipient) ?? [];
    return recipient.replace(/#\d+$/, '') === of ? [Number(again ?? 1)] : [];
  });
  return `${of}#${Math.max(1, ...times) + 1}`;
}
