import { present } from '../dsl/present.ts';
import { formatInstant, type Instant } from '../dsl/time/day.ts';
import { type DirectiveRecord, isLateAt, NOBODY_TOLD, type ParentRecord, type Told } from '../register/index.ts';

/** What stands beside a directive in a list. */
export interface Around {
  /** The notice's number, else its id. */
  readonly notice: string;
  readonly told: Told | undefined;
  readonly now: Instant;
}

/** Is it what a group was given, as one? */
export function isParent(item: DirectiveRecord | ParentRecord): item is ParentRecord {
  return 'members' in item;
}

/** A directive of the register as programs read it. */
export function directiveJson(d: DirectiveRecord, { notice, told = NOBODY_TOLD, now }: Around) {
  const instant = (at: number | null) => (at === null ? null : formatInstant(at));
  return present({
    id: d.id,
    parent: d.parent?.id,
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
    late: isLateAt(d, now),
    told,
    policy: d.policy.id,
    issuedAt: instant(d.issuedAt),
    nextWake: instant(d.nextWake),
    acknowledgedAt: instant(d.acknowledgedAt),
    submittedAt: instant(d.submittedAt),
    closedAt: instant(d.closedAt),
    workflowId: d.workflowId,
  });
}

/** What a group was given, as programs read it: the fields of a directive as far as all of its shares have them. */
export function parentJson(p: ParentRecord, { notice, told = NOBODY_TOLD }: Omit<Around, 'now'>) {
  return {
    id: p.id,
    parent: p.id,
    notice,
    noticeId: p.noticeId,
    code: p.localId,
    localId: p.localId,
    text: p.text,
    lead: p.lead,
    agency: p.lead[0]?.agency ?? null,
    due: p.due,
    status: p.status,
    late: p.sums.late > 0,
    told,
    members: p.sums,
    nextWake: p.nextWake === null ? null : formatInstant(p.nextWake),
  };
}

/** The messages of several directives together. */
export function toldTogether(told: readonly (Told | undefined)[]): Told {
  const sum = (key: keyof Told) => told.reduce((total, one) => total + (one?.[key] ?? 0), 0);
  return {
    planned: sum('planned'),
    held: sum('held'),
    accepted: sum('accepted'),
    refused: sum('refused'),
    unknown: sum('unknown'),
  };
}
