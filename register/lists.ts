import { type Selectable, sql } from 'kysely';
import { isOverdue, type Timing } from '../dsl/rules/late.ts';
import type { Status } from '../dsl/rules/state.ts';
import type { Instant } from '../dsl/time/day.ts';
import { instantOf, instantOrNull } from './codec.ts';
import type { Context } from './context.ts';
import { type LedgerRow, ledgerRowOf } from './ledger/row.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { type OperatorNames, operatorsOf } from './operators.ts';
import type { MessageOutcome } from './outcome.ts';
import { type OverrideRecord, overridesIn } from './overrides.ts';
import type { DirectiveRecord, EventRecord, IssueState, NoticeRecord } from './records.ts';
import { directiveRecordOf, eventRecordOf, noticeOf } from './rows.ts';
import type { DirectiveTable, MessageEventTable } from './schema.ts';

export interface DirectiveFilter {
  readonly status?: readonly Status[];
  readonly issueState?: IssueState;
  /** `isOverdue` at this instant: late and open. A result handed in on time and waiting for approval is not late. */
  readonly overdueAt?: Instant;
  readonly ids?: readonly string[];
  readonly noticeId?: string;
  /** Id of the policy they follow, whatever edition of it. */
  readonly policyId?: string;
  /** Of any of these notices. */
  readonly noticeIds?: readonly string[];
  /** Id of an agency that leads, or of any of several. */
  readonly agency?: string | readonly string[];
  /** Any of these agencies leads, cooperates or supervises. */
  readonly anyPart?: readonly string[];
  /** Shares of any of these wholes. */
  readonly parents?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
}

/** One thing that happened to a message. */
export interface MessageEvent {
  readonly revision: number;
  readonly outcome: MessageOutcome;
  readonly reason: string | null;
  readonly providerId: string | null;
  readonly owner: string | null;
  readonly recordedAt: Instant;
}

export interface DirectiveView {
  readonly directive: DirectiveRecord;
  readonly notice: NoticeRecord;
  /** In order of seq. */
  readonly events: readonly EventRecord[];
  /** In the order in which they were to leave. */
  readonly messages: readonly (LedgerRow & { readonly history: readonly MessageEvent[] })[];
  readonly lineage: Lineage;
  /** Where a policy it follows, or followed, was not proved: on whose word. In order of time. */
  readonly overrides: readonly OverrideRecord[];
  /** Names of those who gave its acts in. */
  readonly operators: OperatorNames;
}

/** Directives that were started and are open. */
export function countRunning(context: Context): Promise<number> {
  return context.read(async (db) => {
    const open = db.selectFrom('directives').where('closedAt', 'is', null).where('issueState', '=', 'started');
    const { n } = await open.select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow();
    return Number(n);
  });
}

/** Directives, the nearest deadline first, those without one last. */
export function listDirectives(context: Context, filter: DirectiveFilter = {}): Promise<DirectiveRecord[]> {
  return context.read(async (db) => {
    let query = db.selectFrom('directives').selectAll();
    if (filter.status) query = query.where('status', 'in', filter.status);
    if (filter.issueState) query = query.where('issueState', '=', filter.issueState);
    if (filter.ids) query = query.where('id', 'in', filter.ids);
    if (filter.noticeIds) query = query.where('noticeId', 'in', filter.noticeIds);
    if (filter.noticeId !== undefined) query = query.where('noticeId', '=', filter.noticeId);
    if (filter.policyId !== undefined) query = query.where('policyId', '=', filter.policyId);
    if (filter.parents) query = query.where('parent', 'in', filter.parents);
    const naming = (agencies: readonly string[]) =>
      db.selectFrom('directiveParties').select('directiveId').where('agency', 'in', agencies);
    if (filter.agency !== undefined)
      query = query.where('id', 'in', naming([filter.agency].flat()).where('party', '=', 'lead'));
    if (filter.anyPart !== undefined) query = query.where('id', 'in', naming(filter.anyPart));
    const { overdueAt } = filter;
    if (overdueAt !== undefined) query = query.where('dueAt', '<=', overdueAt).where('closedAt', 'is', null);
    let ordered = query
      .orderBy((eb) => eb.case().when('due', 'is', null).then(1).else(0).end())
      .orderBy('due')
      .orderBy('noticeId')
      .orderBy('spanStart')
      .orderBy('id');
    const { limit, offset = 0 } = filter;
    if (overdueAt !== undefined) {
      // What is late the rules say; a page is taken of what they leave.
      const late = (await ordered.execute()).filter((row) => isOverdue(timingOf(row), overdueAt));
      return late.slice(offset, limit === undefined ? undefined : offset + limit).map(directiveRecordOf);
    }
    if (limit !== undefined) ordered = ordered.limit(limit).offset(offset);
    return (await ordered.execute()).map(directiveRecordOf);
  });
}

/**
 * Open directives on which somebody may owe an answer: a result was handed in, more time was asked for, or
 * an explanation. Whether it
 * is still owed, and by whom, the rules say.
 */
export function awaitingWord(context: Context): Promise<DirectiveRecord[]> {
  return context.read(async (db) => {
    const asked = db.selectFrom('events').select('directiveId').where('actType', '=', sql.lit('ask-extension'));
    const toExplain = db.selectFrom('events').select('directiveId').where('actType', '=', sql.lit('ask-explanation'));
    const rows = await db
      .selectFrom('directives')
      .selectAll()
      .where('closedAt', 'is', null)
      .where((eb) => eb.or([eb('status', '=', 'submitted'), eb('id', 'in', asked), eb('id', 'in', toExplain)]))
      .orderBy((eb) => eb.case().when('due', 'is', null).then(1).else(0).end())
      .orderBy('due')
      .orderBy('id')
      .execute();
    return rows.map(directiveRecordOf);
  });
}

/** What being late hangs on, of a directive's row as it stands. */
export function timingOf({
  status,
  dueAt,
  submittedAt,
  closedAt,
}: Pick<Selectable<DirectiveTable>, 'status' | 'dueAt' | 'submittedAt' | 'closedAt'>): Timing {
  return {
    status: status as Status,
    dueAt: instantOrNull(dueAt),
    submittedAt: instantOrNull(submittedAt),
    closedAt: instantOrNull(closedAt),
  };
}

/** The directive with an id; undefined where there is none. */
export function findDirective(context: Context, id: string): Promise<DirectiveRecord | undefined> {
  return context.read(async (db) => {
    const row = await db.selectFrom('directives').selectAll().where('id', '=', id).executeTakeFirst();
    return row && directiveRecordOf(row);
  });
}

/** A directive with all that is known of it; undefined where there is none. */
export function showDirective(context: Context, id: string): Promise<DirectiveView | undefined> {
  return context.read(async (db) => {
    const row = await db.selectFrom('directives').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const notice = await db.selectFrom('notices').selectAll().where('id', '=', row.noticeId).executeTakeFirstOrThrow();
    const rows = await db.selectFrom('events').selectAll().where('directiveId', '=', id).orderBy('seq').execute();
    const events = rows.map(eventRecordOf);
    const messages = await db
      .selectFrom('messages')
      .selectAll()
      .where('directiveId', '=', id)
      .orderBy('at')
      .orderBy('seq')
      .orderBy('id')
      .execute();
    const histories = await db
      .selectFrom('messageEvents')
      .innerJoin('messages', 'messages.id', 'messageEvents.messageId')
      .selectAll('messageEvents')
      .where('messages.directiveId', '=', id)
      .orderBy('messageEvents.revision')
      .execute();
    return {
      directive: directiveRecordOf(row),
      notice: noticeOf(notice),
      events,
      operators: await operatorsOf(db, events),
      lineage: await lineageOf(db, id),
      messages: messages.map((message) => ({
        ...ledgerRowOf(message),
        history: histories.filter((h) => h.messageId === message.id).map(messageEventOf),
      })),
      overrides: await overridesIn(db, row.series === null ? [id] : [id, row.series]),
    };
  });
}

function messageEventOf(row: Selectable<MessageEventTable>): MessageEvent {
  const { revision, reason, providerId, owner } = row;
  return {
    revision,
    reason,
    providerId,
    owner,
    outcome: row.outcome as MessageOutcome,
    recordedAt: instantOf(row.recordedAt),
  };
}
