import type { Selectable } from 'kysely';
import type { Traits } from '../dsl/policy/policy.ts';
import { present } from '../dsl/present.ts';
import { partiesOf, type TakingPart } from '../dsl/rules/directive.ts';
import { dueAt } from '../dsl/rules/late.ts';
import type { Status } from '../dsl/rules/state.ts';
import type { PlanChange } from '../dsl/rules/wake.ts';
import { fromJson, instantOf, instantOrNull, sharedJson } from './codec.ts';
import { codeIn, memberIn } from './ids.ts';
import type {
  DirectiveDraft,
  DirectiveLine,
  DirectiveRecord,
  EventRecord,
  IssueState,
  NamedParty,
  NoticeRecord,
} from './records.ts';
import type { DirectiveTable, EventTable, NoticeTable } from './schema.ts';

/** Rows of the tables ↔ the records the rest of the program sees. */

export function noticeOf({ conclusion: _, ...row }: Selectable<NoticeTable>): NoticeRecord {
  return { ...row, registeredAt: instantOf(row.registeredAt) };
}

/** The columns of a line of a list: a row has five times as much, most of it its policy. */
export const LINE_COLUMNS = [
  'id',
  'noticeId',
  'localId',
  'parent',
  'parentLead',
  'series',
  'occurrence',
  'text',
  'lead',
  'due',
  'dueTime',
  'status',
  'nextWake',
  'acknowledgedAt',
  'submittedAt',
  'closedAt',
] as const satisfies readonly (keyof DirectiveTable)[];

/** A line of a list from its row. */
export function directiveLineOf(row: Pick<Selectable<DirectiveTable>, (typeof LINE_COLUMNS)[number]>): DirectiveLine {
  return {
    id: row.id,
    noticeId: row.noticeId,
    localId: codeIn(row.localId),
    ...present({
      parent:
        row.parent === null ? undefined : { id: row.parent, lead: fromJson<NamedParty[]>(row.parentLead ?? '[]') },
      series: row.series !== null ? { id: row.series, occurrence: row.occurrence } : undefined,
    }),
    text: row.text,
    lead: fromJson(row.lead),
    due: row.due,
    ...present({ dueTime: row.dueTime ?? undefined }),
    status: row.status as Status,
    nextWake: instantOrNull(row.nextWake),
    acknowledgedAt: instantOrNull(row.acknowledgedAt),
    submittedAt: instantOrNull(row.submittedAt),
    closedAt: instantOrNull(row.closedAt),
  };
}

/** A directive from its row. */
export function directiveRecordOf(row: Selectable<DirectiveTable>): DirectiveRecord {
  return {
    ...directiveLineOf(row),
    span: [row.spanStart, row.spanEnd],
    deadline:
      row.deadlinePhrase === null
        ? null
        : { phrase: row.deadlinePhrase, span: [row.deadlineStart ?? 0, row.deadlineEnd ?? 0] },
    ...present({ originalLead: row.originalLead !== null ? fromJson<NamedParty[]>(row.originalLead) : undefined }),
    contact: row.contact,
    cooperating: fromJson(row.cooperating),
    supervisor: fromJson(row.supervisor),
    issuedAt: instantOf(row.issuedAt),
    ...present({ opensOn: row.opensOn ?? undefined }),
    originalDue: row.originalDue,
    policy: sharedJson(row.policy),
    ...present({ traits: row.traits === null ? undefined : sharedJson<Traits>(row.traits) }),
    calendar: { id: row.calendarId, version: row.calendarVersion },
    workflowId: row.workflowId,
    issueState: row.issueState as IssueState,
    interpreter: row.interpreter,
    ...present({ partiesAtIssue: row.partiesAtIssue !== null ? fromJson<TakingPart>(row.partiesAtIssue) : undefined }),
  };
}

/** The row of a directive that is registered and not started yet; its life follows the rules of that version. */
export function directiveRow(noticeId: string, draft: DirectiveDraft, interpreter: number): Selectable<DirectiveTable> {
  return {
    id: draft.id,
    noticeId,
    // The members of a group have one place in the notice, and each a row.
    localId: draft.parent === undefined ? draft.localId : `${draft.localId}@${memberIn(draft.id)}`,
    parent: draft.parent?.id ?? null,
    parentLead: draft.parent === undefined ? null : JSON.stringify(draft.parent.lead),
    series: draft.series?.id ?? null,
    occurrence: draft.series?.occurrence ?? '',
    text: draft.text,
    spanStart: draft.span[0],
    spanEnd: draft.span[1],
    deadlinePhrase: draft.deadline?.phrase ?? null,
    deadlineStart: draft.deadline?.span[0] ?? null,
    deadlineEnd: draft.deadline?.span[1] ?? null,
    lead: JSON.stringify(draft.lead),
    originalLead: null,
    contact: null,
    cooperating: JSON.stringify(draft.cooperating),
    supervisor: JSON.stringify(draft.supervisor),
    issuedAt: draft.issuedAt,
    opensOn: draft.opensOn ?? null,
    due: draft.due,
    dueTime: draft.dueTime ?? null,
    dueAt: dueAt(draft.due, draft.dueTime),
    originalDue: draft.due,
    policyId: draft.policy.id,
    policy: JSON.stringify(draft.policy),
    traits: draft.traits === undefined ? null : JSON.stringify(draft.traits),
    calendarId: draft.calendar.id,
    calendarVersion: draft.calendar.version,
    workflowId: draft.workflowId,
    status: 'waiting' satisfies Status,
    nextWake: null,
    acknowledgedAt: null,
    submittedAt: null,
    closedAt: null,
    lastSeq: -1,
    issueState: 'drafted' satisfies IssueState,
    interpreter,
    partiesAtIssue: JSON.stringify(partiesOf({ ...draft, lead: draft.leads ?? draft.lead })),
  };
}

/** An event of the log from its row. */
export function eventRecordOf(row: Selectable<EventTable>): EventRecord {
  return {
    directiveId: row.directiveId,
    seq: row.seq,
    at: instantOf(row.at),
    act: row.actId === null || row.act === null ? null : { id: row.actId, act: fromJson(row.act) },
    posts: fromJson(row.posts),
    status: row.status as Status,
    due: row.due,
    dueTime: row.dueTime,
    nextWake: instantOrNull(row.nextWake),
    acknowledgedAt: instantOrNull(row.acknowledgedAt),
    submittedAt: instantOrNull(row.submittedAt),
    closedAt: instantOrNull(row.closedAt),
    recordedAt: instantOf(row.recordedAt),
    ...present({ plan: row.plan !== null ? fromJson<PlanChange>(row.plan) : undefined }),
  };
}
