import type { Channel } from '../../dsl/policy/channels.ts';
import type { Ledger, LedgerRow } from '../../register/index.ts';

export interface DueOptions {
  /** Domain time. */
  readonly before: number;
  readonly channel?: Channel;
  /** Messages at most; a digest counts as one. */
  readonly limit?: number;
}

const CARRIER = { activity: null, owner: 'a' };

/** The messages that may leave until then, as they would leave, each with its rows. What need not leave is skipped. */
export async function dueMessages(ledger: Ledger, options: DueOptions): Promise<LedgerRow[][]> {
  const { before, channel, limit = Number.POSITIVE_INFINITY } = options;
  const found: LedgerRow[][] = [];
  const seen = new Set<string>();
  for (const departure of await ledger.departures({ closing: before, limit: 10_000 })) {
    if (departure.leaveAt > before || (channel !== undefined && departure.channel !== channel)) continue;
    if (found.length >= limit) break;
    const { rows } = await ledger.collect(departure.dispatch, before);
    if (rows.length > 0 && !rows.some((row) => seen.has(row.id))) found.push(rows);
    for (const row of rows) seen.add(row.id);
  }
  return found;
}

/** The same, row by row. */
export async function dueRows(ledger: Ledger, options: DueOptions): Promise<LedgerRow[]> {
  return (await dueMessages(ledger, options)).flat();
}

/** Marks the rows of one message as begun, as its sender does; null where one of them is not as it was. */
export function begin(
  ledger: Ledger,
  rows: readonly LedgerRow[],
  { owner = CARRIER.owner, text = null }: { readonly owner?: string; readonly text?: SentText | null } = {},
): Promise<LedgerRow[] | null> {
  return ledger.begin(rows, { ...CARRIER, owner, dispatch: rows[0]?.dispatch ?? '' }, text);
}

type SentText = NonNullable<Parameters<Ledger['begin']>[2]>;

/** Begins all that may leave until then; the rows as they are under way. */
export async function beginDue(
  ledger: Ledger,
  options: DueOptions & { readonly owner?: string },
): Promise<LedgerRow[]> {
  const begun: LedgerRow[] = [];
  for (const rows of await dueMessages(ledger, options)) begun.push(...((await begin(ledger, rows, options)) ?? []));
  return begun;
}
