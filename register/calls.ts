import { notUsed } from '../texts/outcomes.ts';
import { instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import { type LedgerRow, ledgerRowOf } from './ledger/row.ts';
import { NOT_FAILED } from './messages/fall-back.ts';

/** A message that reached its reader by no channel: the office has to call. */
export interface MissedMessage {
  readonly row: LedgerRow;
  readonly phone: string | null;
  readonly agencyName: string | null;
}

/** Whom no channel reached: the office has to call. */
export class CallList {
  constructor(private readonly context: Context) {}

  /** What reached nobody by any channel, of directives that are open, and that nobody has called about. Oldest first. */
  missed(): Promise<readonly MissedMessage[]> {
    return this.context.read(missed);
  }

  /** A call that was made about these messages; the first one stays. */
  note(messageIds: readonly string[], said: { readonly by: string; readonly note: string }): Promise<void> {
    return this.context.transact(async (db) => {
      const recordedAt = instantOf(this.context.now());
      for (const messageId of messageIds) {
        await db
          .insertInto('calls')
          .values({ messageId, ...said, recordedAt })
          .onConflict((c) => c.column('messageId').doNothing())
          .execute();
      }
    });
  }
}

async function missed(db: Db): Promise<MissedMessage[]> {
  const rows = await db
    .selectFrom('messages as m')
    .innerJoin('directives as d', 'd.id', 'm.directiveId')
    .leftJoin('people as p', 'p.id', 'm.personId')
    .leftJoin('agencies as a', 'a.id', 'm.agencyId')
    .selectAll('m')
    .select(['p.phone as phone', 'a.name as agencyName'])
    .where('d.closedAt', 'is', null)
    // A role that no agency was named for has nobody to call.
    .where('m.recipient', '!=', '?')
    .where((eb) =>
      eb.or([
        eb('m.channel', '=', 'none'),
        eb('m.outcome', 'in', ['refused', 'bounced']),
        eb.and([eb('m.outcome', '=', 'skipped'), eb('m.reason', 'like', notUsed('%'))]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('messages as o')
            .select('o.id')
            .whereRef('o.directiveId', '=', 'm.directiveId')
            .whereRef('o.postKey', '=', 'm.postKey')
            // Whom a step was resent to is the same person under another mark.
            .where((same) =>
              same.or([
                same('o.recipient', '=', same.ref('m.recipient')),
                same('o.personId', '=', same.ref('m.personId')),
                same.and([
                  same('m.personId', 'is', null),
                  same('o.agencyId', '=', same.ref('m.agencyId')),
                  same('o.at', '>', same.ref('m.at')),
                ]),
              ]),
            )
            .where('o.outcome', 'in', NOT_FAILED),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('calls as c').select('c.messageId').whereRef('c.messageId', '=', 'm.id'))),
    )
    .orderBy('m.at')
    .orderBy('m.id')
    .execute();
  return rows.map(({ phone, agencyName, ...row }) => ({ row: ledgerRowOf(row), phone, agencyName }));
}
