import { isOverdue } from '../dsl/rules/late.ts';
import type { Status } from '../dsl/rules/state.ts';
import { DAY_MS, type Instant } from '../dsl/time/day.ts';
import type { IncidentKind } from '../texts/audit.ts';
import { instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import { timingOf } from './lists.ts';
import type { MessageOutcome } from './outcome.ts';

/** So many of something, and since when the first of them has waited; null where there is none. */
export interface Backlog {
  readonly count: number;
  readonly oldest: Instant | null;
}

/** What operators look at, counted by the database. Instants of domain time. */
export interface Figures {
  /** Of every status there is a directive of, closed ones too. */
  readonly directives: ReadonlyMap<Status, number>;
  /** Open and late, as the rules say. */
  readonly late: number;
  /** Directives whose next step's instant has passed and that were not woken. */
  readonly overdueWakes: Backlog;
  /** Messages whose fate is open, and those of the last week that were refused or came back. */
  readonly messages: readonly { readonly channel: string; readonly outcome: MessageOutcome; readonly count: number }[];
  /** Messages that might have left already, by channel. */
  readonly due: ReadonlyMap<string, Backlog>;
  /** What lasts, by kind. */
  readonly incidents: ReadonlyMap<IncidentKind, number>;
  /** Notices brought in that nobody has issued or put away. */
  readonly drafts: Backlog;
  /** Answers of addressees that nobody has decided on. */
  readonly replies: number;
  /** Word of channels that is not worked through, by channel. */
  readonly inbox: ReadonlyMap<string, Backlog>;
}

/** Refused ones are history after that. */
const LOOKED_BACK_MS = 7 * DAY_MS;
const OPEN_FATES: readonly MessageOutcome[] = ['planned', 'sending', 'unknown'];
const FAILED: readonly MessageOutcome[] = ['refused', 'bounced'];

/** The figures of one moment. */
export function figuresOf(context: Context, now: Instant): Promise<Figures> {
  return context.read(async (db) => ({
    directives: await directivesByStatus(db),
    late: await lateDirectives(db, now),
    overdueWakes: await overdueWakes(db, now),
    messages: await messagesByFate(db, now),
    due: await dueMessages(db, now),
    incidents: await incidentsByKind(db),
    drafts: await openDrafts(db),
    replies: await waitingReplies(db),
    inbox: await waitingEvents(db),
  }));
}

async function directivesByStatus(db: Db): Promise<ReadonlyMap<Status, number>> {
  const rows = await db
    .selectFrom('directives')
    .select((eb) => ['status', eb.fn.countAll().as('n')])
    .groupBy('status')
    .execute();
  return new Map(rows.map(({ status, n }) => [status as Status, Number(n)]));
}

async function lateDirectives(db: Db, now: Instant): Promise<number> {
  const rows = await db
    .selectFrom('directives')
    .select(['status', 'dueAt', 'submittedAt', 'closedAt'])
    .where('closedAt', 'is', null)
    .where('dueAt', '<=', now)
    .execute();
  return rows.filter((row) => isOverdue(timingOf(row), now)).length;
}

async function overdueWakes(db: Db, now: Instant): Promise<Backlog> {
  const row = await db
    .selectFrom('directives')
    .select((eb) => [eb.fn.countAll().as('n'), eb.fn.min('nextWake').as('oldest')])
    .where('nextWake', '<=', now)
    .where('closedAt', 'is', null)
    .where('issueState', '=', 'started')
    .executeTakeFirstOrThrow();
  return waitingOf(row);
}

async function messagesByFate(db: Db, now: Instant): Promise<Figures['messages']> {
  const counted = db
    .selectFrom('messages')
    .select((eb) => ['channel', 'outcome', eb.fn.countAll().as('n')])
    .groupBy(['channel', 'outcome']);
  const open = await counted.where('outcome', 'in', OPEN_FATES).execute();
  const failed = await counted
    .where('outcome', 'in', FAILED)
    .where('at', '>=', now - LOOKED_BACK_MS)
    .execute();
  return [...open, ...failed].map(({ channel, outcome, n }) => ({
    channel,
    outcome: outcome as MessageOutcome,
    count: Number(n),
  }));
}

async function dueMessages(db: Db, now: Instant): Promise<ReadonlyMap<string, Backlog>> {
  const rows = await db
    .selectFrom('messages')
    .select((eb) => ['channel', eb.fn.countAll().as('n'), eb.fn.min('leaveAt').as('oldest')])
    .where('outcome', '=', 'planned')
    .where('leaveAt', '<=', now)
    .groupBy('channel')
    .execute();
  return new Map(rows.map((row) => [row.channel, waitingOf(row)]));
}

async function incidentsByKind(db: Db): Promise<ReadonlyMap<IncidentKind, number>> {
  const rows = await db
    .selectFrom('incidents')
    .select((eb) => ['kind', eb.fn.countAll().as('n')])
    .where('resolvedAt', 'is', null)
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, n }) => [kind as IncidentKind, Number(n)]));
}

async function openDrafts(db: Db): Promise<Backlog> {
  const row = await db
    .selectFrom('drafts')
    .select((eb) => [eb.fn.countAll().as('n'), eb.fn.min('recordedAt').as('oldest')])
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return waitingOf(row);
}

async function waitingReplies(db: Db): Promise<number> {
  const row = await db
    .selectFrom('replies')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function waitingEvents(db: Db): Promise<ReadonlyMap<string, Backlog>> {
  const rows = await db
    .selectFrom('inbox')
    .select((eb) => ['channel', eb.fn.countAll().as('n'), eb.fn.min('receivedAt').as('oldest')])
    .where('settledAt', 'is', null)
    .groupBy('channel')
    .execute();
  return new Map(rows.map((row) => [row.channel, waitingOf(row)]));
}

function waitingOf({ n, oldest }: { readonly n: unknown; readonly oldest: number | string | null }): Backlog {
  return { count: Number(n), oldest: oldest === null ? null : instantOf(Number(oldest)) };
}
