import type { Selectable } from 'kysely';
import { dueAt } from '../../dsl/rules/late.ts';
import { fromJson, instantOf, instantOrNull } from '../codec.ts';
import type { NamedParty } from '../records.ts';
import type { DirectiveCountTable, DirectiveTable } from '../schema.ts';

/** How a directive stands, as its row has it. */
export type Standable = Pick<Selectable<DirectiveTable>, 'dueAt' | 'status' | 'submittedAt' | 'closedAt'>;

/** A directive's row, as far as reports count by it. */
export type Countable = Pick<
  Selectable<DirectiveTable>,
  'id' | 'noticeId' | 'parent' | 'lead' | 'issuedAt' | 'originalDue' | 'dueTime'
> &
  Standable;

/** What reports count by, of a directive: narrow, because a report reads it of every one. */
export function countedOf(row: Countable): Selectable<DirectiveCountTable> {
  return {
    directiveId: row.id,
    noticeId: row.noticeId,
    parent: row.parent,
    firstLead: fromJson<readonly NamedParty[]>(row.lead)[0]?.name ?? null,
    issuedAt: instantOf(row.issuedAt),
    firstDueAt: dueAt(row.originalDue, row.dueTime),
    ...countedStanding(row),
  };
}

/** What of it changes with each act. */
export function countedStanding(row: Standable) {
  return {
    status: row.status,
    dueAt: instantOrNull(row.dueAt),
    submittedAt: instantOrNull(row.submittedAt),
    closedAt: instantOrNull(row.closedAt),
  };
}
