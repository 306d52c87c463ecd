import type { Selectable, Updateable } from 'kysely';
import { present } from '../dsl/present.ts';
import type { Wake, WakeMark } from '../dsl/rules/wake.ts';
import { newestCalendar } from './calendars.ts';
import type { Context, Db } from './context.ts';
import { succeed } from './lineage.ts';
import { keepListed, moveListed } from './listed/keep.ts';
import { restand } from './listed/stand.ts';
import { conclusionFor, type WakeFacts } from './messages/facts.ts';
import { formerlyOf } from './messages/former.ts';
import { changesContact, readdressHeld } from './messages/readdress.ts';
import { retimeHeld } from './messages/retime.ts';
import { bothOf, type Leaves, NOTHING, writeMessages } from './messages/write.ts';
import type { DirectiveRecord } from './records.ts';
import { directiveRecordOf, eventRecordOf } from './rows.ts';
import type { DirectiveTable } from './schema.ts';
import { standingColumns } from './standing.ts';

export interface Recorded {
  /** False where this wake was in the register already: nothing was changed. */
  readonly recorded: boolean;
  /** Ledger rows that wait to be sent, and rows that tell why nobody could be reached. */
  readonly planned: number;
  readonly skipped: number;
  /** When they leave, and in which dispatch: each dispatch once. */
  readonly leaves: readonly Leaves[];
  /** Where the register already held this place in the directive's log: what it holds there. */
  readonly held?: WakeMark;
}

/**
 * Everything a wake changed, or nothing: the event, the directive's place in the lists, and a ledger row for each
 * person and channel of each post. Idempotent by (directive, seq). Throws where the directive is not in the register.
 */
export function recordWake(context: Context, wake: Wake): Promise<Recorded> {
  return context.transact(async (db) => {
    const row = await db
      .selectFrom('directives as d')
      .innerJoin('notices as n', 'n.id', 'd.noticeId')
      .selectAll('d')
      .select(['n.number', 'n.issued', 'n.issuer', 'n.urgency'])
      .where('d.id', '=', wake.directiveId)
      .executeTakeFirst();
    if (!row) throw new Error(`directive ${wake.directiveId} is not in the register`);
    if (!(await appendEvent(context, db, wake))) return repeated(db, wake);
    await updateStanding(db, row, wake);
    const before = directiveRecordOf(row);
    await amend(db, before, wake);
    await succeed(context, db, row.noticeId, wake);
    await retimeHeld(context, db, wake, before);
    if (wake.posts.length === 0 && !changesContact(wake)) return { recorded: true, ...NOTHING };
    const calendar = context.calendar && (await newestCalendar(db, context.calendar));
    const today = calendar ? { ...context, calendar } : context;
    const directory = await context.directories.current(db);
    const after = { ...before, ...amendments(wake, before) };
    const facts: WakeFacts = {
      wake,
      before: after,
      former: formerlyOf(before, after.lead),
      notice: { ...row, ...(await conclusionFor(db, row.noticeId, wake.posts)) },
      directory,
    };
    const written = await writeMessages(today, db, facts);
    if (wake.posts.length > 0) await countMessages(db, wake, written.planned + written.skipped);
    const held = await readdressHeld(today, db, facts);
    return { recorded: true, ...bothOf(written, held) };
  });
}

type Amended = Pick<DirectiveRecord, 'lead' | 'contact' | 'cooperating' | 'text' | 'policy' | 'calendar'>;

/** What an act changes in the directive itself. The words before are in the events, and the notice keeps its own. */
function amendments({ act: taken }: Wake, before: Pick<DirectiveRecord, 'cooperating'>): Partial<Amended> {
  const act = taken?.act;
  // Whoever is told for the lead is somebody of the lead's: another lead has its own.
  if (act?.type === 'reassign') return { lead: act.lead, contact: null };
  if (act?.type === 'adjust' && act.contact !== undefined) return { contact: act.contact };
  if (act?.type === 'correct' && act.text !== undefined) return { text: act.text };
  if (act?.type === 'absorb')
    return {
      cooperating: [...before.cooperating, ...act.joining],
      ...present({ text: act.text }),
    };
  if (act?.type !== 'change-terms') return {};
  const { policy, calendar } = act;
  return present({
    policy,
    calendar: calendar && { id: calendar.id, version: calendar.version },
  });
}

async function amend(db: Db, before: DirectiveRecord, wake: Wake): Promise<void> {
  const { lead, contact, cooperating, text, policy, calendar } = amendments(wake, before);
  const changed: Updateable<DirectiveTable> = present({
    lead: lead === undefined ? undefined : JSON.stringify(lead),
    originalLead: lead === undefined ? undefined : JSON.stringify(before.originalLead ?? before.lead),
    contact,
    cooperating: cooperating === undefined ? undefined : JSON.stringify(cooperating),
    text,
    policyId: policy?.id,
    policy: policy === undefined ? undefined : JSON.stringify(policy),
    calendarId: calendar?.id,
    calendarVersion: calendar?.version,
  });
  if (Object.keys(changed).length === 0) return;
  await db.updateTable('directives').set(changed).where('id', '=', before.id).execute();
  await keepListed(db, before.id);
}

async function repeated(db: Db, { directiveId, seq }: Wake): Promise<Recorded> {
  const row = await db
    .selectFrom('events')
    .selectAll()
    .where('directiveId', '=', directiveId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  const { at, act } = eventRecordOf(row);
  return { recorded: false, ...NOTHING, held: { at, ...present({ act: act ?? undefined }) } };
}

/** Where in its log a directive has an act. */
export function placeOfAct(context: Context, directiveId: string, actId: string): Promise<number | undefined> {
  return context.read(async (db) => {
    const acts = db.selectFrom('events').select('seq').where('directiveId', '=', directiveId);
    return (await acts.where('actId', '=', actId).executeTakeFirst())?.seq;
  });
}

/** Writes the event of a wake at its place in the log; false where the place is taken already. */
export async function appendEvent(context: Context, db: Db, wake: Wake): Promise<boolean> {
  const { standing, act } = wake;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('events')
    .values({
      directiveId: wake.directiveId,
      seq: wake.seq,
      at: wake.at,
      actId: act?.id ?? null,
      actType: act?.act.type ?? null,
      act: act === undefined ? null : JSON.stringify(act.act),
      posts: JSON.stringify(wake.posts),
      ...standingColumns(wake),
      recordedAt: context.now(),
      plan: wake.plan === undefined ? null : JSON.stringify(wake.plan),
      status: standing.status,
      messages: null,
    })
    .onConflict((c) => c.columns(['directiveId', 'seq']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The auditor holds the ledger against it. */
async function countMessages(db: Db, { directiveId, seq }: Wake, messages: number): Promise<void> {
  const place = db.updateTable('events').set({ messages }).where('directiveId', '=', directiveId);
  await place.where('seq', '=', seq).execute();
}

async function updateStanding(db: Db, row: Selectable<DirectiveTable>, wake: Wake): Promise<void> {
  // An older wake that arrives late is still an event, but the lists already stand further on.
  if (wake.seq <= row.lastSeq) return restand(db, [wake.directiveId]);
  const stands = standingColumns(wake);
  await db
    .updateTable('directives')
    .set({ ...stands, lastSeq: wake.seq, issueState: 'started' })
    .where('id', '=', wake.directiveId)
    .execute();
  await moveListed(db, row, wake.at, stands);
}
