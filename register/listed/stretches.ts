import type { Selectable } from 'kysely';
import { dueAt } from '../../dsl/rules/late.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { fromJson, instantOf, instantOrNull } from '../codec.ts';
import type { NamedParty } from '../records.ts';
import type { DirectiveStandingTable, DirectiveTable, EventTable } from '../schema.ts';

/** How a directive stands, as its row has it. */
export type Standable = Pick<Selectable<DirectiveTable>, 'dueAt' | 'status' | 'submittedAt' | 'closedAt'>;

/** A directive's row, as far as reports count by it. */
export type Countable = Pick<
  Selectable<DirectiveTable>,
  'id' | 'noticeId' | 'parent' | 'lead' | 'issuedAt' | 'originalDue' | 'dueTime'
>;

/** One of its events, as far as it says how the directive stood after it. */
export type StandingEvent = Pick<Selectable<EventTable>, 'seq' | 'at' | 'actType'> & Standable;

/** No instant lies beyond: the last one a `Date` can hold. */
export const EVER: Instant = 8_640_000_000_000_000;

/**
 * The stretches of time in which a directive stood alike, without a gap: first it waits for its assignment, then it
 * stands as the last of its events up to an instant left it. Old work that was entered later is not there before.
 */
export function stretchesOf(row: Countable, events: readonly StandingEvent[]): Selectable<DirectiveStandingTable>[] {
  const said = {
    directiveId: row.id,
    noticeId: row.noticeId,
    parent: row.parent,
    firstLead: fromJson<readonly NamedParty[]>(row.lead)[0]?.name ?? null,
  };
  const ordered = events.map((event) => ({ ...event, at: instantOf(event.at) })).sort((a, b) => a.seq - b.seq);
  const stretches: Selectable<DirectiveStandingTable>[] = [];
  const begin = (since: Instant, stands: ReturnType<typeof standsAs>) => {
    const last = stretches.at(-1);
    if (last !== undefined && isAlike(last, stands)) return;
    if (last !== undefined) last.until = since;
    if (last?.since === since) stretches.pop();
    stretches.push({ ...said, since, until: EVER, ...stands });
  };
  const issuedAt = instantOf(row.issuedAt);
  const wasEntered = ordered[0]?.seq === 0 && ordered[0].actType === 'import';
  const firstAt = ordered.reduce((least, { at }) => Math.min(least, at), EVER);
  if (!wasEntered && issuedAt < firstAt) begin(issuedAt, waiting(row));
  for (const event of lastOfEachInstant(ordered)) begin(event.at, standsAs(event));
  return stretches;
}

/** Of two events the later in the log counts from its instant on, even where the other one names a later instant. */
function lastOfEachInstant<T extends { readonly at: Instant }>(ordered: readonly T[]): T[] {
  const counted: T[] = [];
  let earliest = EVER;
  for (const event of [...ordered].reverse()) {
    if (event.at >= earliest) continue;
    counted.push(event);
    earliest = event.at;
  }
  return counted.reverse();
}

/** How it stands before its first event. */
export function waiting(row: Pick<Countable, 'originalDue' | 'dueTime'>): ReturnType<typeof standsAs> {
  return { status: 'waiting', dueAt: dueAt(row.originalDue, row.dueTime), submittedAt: null, closedAt: null };
}

export function standsAs(row: Standable) {
  return {
    status: row.status,
    dueAt: instantOrNull(row.dueAt),
    submittedAt: instantOrNull(row.submittedAt),
    closedAt: instantOrNull(row.closedAt),
  };
}

export function isAlike(a: Standable, b: Standable): boolean {
  const [x, y] = [standsAs(a), standsAs(b)];
  return x.status === y.status && x.dueAt === y.dueAt && x.submittedAt === y.submittedAt && x.closedAt === y.closedAt;
}
