import type { Instant } from '../dsl/time/day.ts';
import { batchesOf } from '../system/batches.ts';
import { instantOf } from './codec.ts';
import type { Context } from './context.ts';
import { type Contradiction, openContradictions } from './ledger/contradictions.ts';
import { type LedgerRow, ledgerRowOf } from './ledger/row.ts';
import type { DirectiveRecord, EventRecord } from './records.ts';
import { directiveRecordOf, eventRecordOf } from './rows.ts';

/** A message without its words. */
export type AuditRow = Omit<LedgerRow, 'content'> & {
  /** What its channel told against the ledger, as far as nobody has looked at it. */
  readonly contradictions: readonly Contradiction[];
};

/** All the register holds of a directive that an audit looks at. */
export interface AuditedDirective {
  readonly directive: DirectiveRecord;
  /** Clock of the machine. */
  readonly registeredAt: Instant;
  readonly log: readonly EventRecord[];
  /** How many ledger rows each wake wrote, by seq, where that was counted. */
  readonly written: ReadonlyMap<number, number>;
  readonly rows: readonly AuditRow[];
}

/** Databases bound the parameters of a statement. */
const AT_ONCE = 200;

/** Directives that are open, or closed with messages whose fate is open, some at a time. */
export async function* auditFacts(context: Context): AsyncGenerator<readonly AuditedDirective[]> {
  const ids = await openIds(context);
  for (const some of batchesOf(ids, AT_ONCE)) yield await factsOf(context, some);
}

function openIds(context: Context): Promise<string[]> {
  return context.read(async (db) => {
    const restless = db
      .selectFrom('messages')
      .select('directiveId')
      .where((eb) =>
        eb.or([
          eb('outcome', 'in', ['planned', 'queued', 'sending', 'unknown']),
          eb('id', 'in', eb.selectFrom('contradictions').select('messageId').where('settledAt', 'is', null)),
        ]),
      );
    const rows = await db
      .selectFrom('directives')
      .select('id')
      .where((eb) => eb.or([eb('closedAt', 'is', null), eb('id', 'in', restless)]))
      .orderBy('id')
      .execute();
    return rows.map((row) => row.id);
  });
}

/** All but the words, which are most of a message. */
const STUB = [
  ...(['id', 'directiveId', 'seq', 'postKey', 'stage', 'kind', 'role', 'recipient', 'personId', 'personName'] as const),
  ...([
    'agencyId',
    'channel',
    'address',
    'at',
    'leaveAt',
    'gathered',
    'windowFrom',
    'windowTo',
    'shipment',
    'dispatch',
    'dispatchedAs',
    'fallbackOf',
    'messageId',
    'threadRoot',
    'outcome',
    'reason',
    'providerId',
  ] as const),
  ...(['attempts', 'nextAttemptAt', 'claimedBy', 'claimedAt', 'settledAt', 'recordedAt'] as const),
  'revision' as const,
];

/** Of one and the same moment: a wake's event and its messages are both there, or neither. */
function factsOf(context: Context, ids: readonly string[]): Promise<AuditedDirective[]> {
  return context.read(async (db) => {
    const directives = await db
      .selectFrom('directives')
      .innerJoin('notices', 'notices.id', 'directives.noticeId')
      .selectAll('directives')
      .select('notices.registeredAt')
      .where('directives.id', 'in', ids)
      .orderBy('directives.id')
      .execute();
    const events = await db.selectFrom('events').selectAll().where('directiveId', 'in', ids).orderBy('seq').execute();
    const messages = await db
      .selectFrom('messages')
      .select(STUB)
      .where('directiveId', 'in', ids)
      .orderBy('id')
      .execute();
    const against = await openContradictions(db, ids);
    const eventsOf = byDirective(events);
    const messagesOf = byDirective(messages);
    return directives.map(({ registeredAt, ...row }) => ({
      directive: directiveRecordOf(row),
      registeredAt: instantOf(registeredAt),
      log: eventsOf(row.id).map(eventRecordOf),
      written: new Map(eventsOf(row.id).flatMap((e) => (e.messages === null ? [] : [[e.seq, e.messages] as const]))),
      rows: messagesOf(row.id).map((message) => {
        const { content: _none, ...stub } = ledgerRowOf({ ...message, content: null });
        const contradictions = against.filter((c) => c.messageId === message.id);
        return { ...stub, contradictions };
      }),
    }));
  });
}

function byDirective<T extends { readonly directiveId: string }>(rows: readonly T[]): (id: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.directiveId);
    if (group) group.push(row);
    else groups.set(row.directiveId, [row]);
  }
  return (id) => groups.get(id) ?? [];
}
