import { dueAt, isOverdue } from '../dsl/rules/index.ts';
import { formatInstant, type Instant } from '../dsl/time/day.ts';
import { type DirectiveRecord, NOBODY_TOLD, type Told } from '../register/index.ts';

/** What stands beside a directive in a list. */
export interface Around {
  /** The notice's number, else its id. */
  readonly notice: string;
  readonly told: Told | undefined;
  readonly now: Instant;
}

/** Is it late and still open? */
export function lateNow(d: DirectiveRecord, now: Instant): boolean {
  return isOverdue({ ...d, dueAt: dueAt(d.due, d.dueTime) }, now);
}

/** A directive of the register as programs read it. */
export function directiveJson(d: DirectiveRecord, { notice, told = NOBODY_TOLD, now }: Around) {
  const instant = (at: number | null) => (at === null ? null : formatInstant(at));
  return {
    id: d.id,
    notice,
    noticeId: d.noticeId,
    code: d.localId,
    localId: d.localId,
    text: d.text,
    lead: d.lead,
    agency: d.lead[0]?.agency ?? null,
    cooperating: d.cooperating,
    supervisor: d.supervisor,
    contact: d.contact,
    due: d.due,
    originalDue: d.originalDue,
    status: d.status,
    late: lateNow(d, now),
    told,
    policy: d.policy.id,
    issuedAt: instant(d.issuedAt),
    nextWake: instant(d.nextWake),
    acknowledgedAt: instant(d.acknowledgedAt),
    submittedAt: instant(d.submittedAt),
    closedAt: instant(d.closedAt),
    workflowId: d.workflowId,
  };
}
