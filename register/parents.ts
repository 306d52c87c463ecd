import { present } from '../dsl/present.ts';
import { dueAt, endedWithoutResult, isOverdue } from '../dsl/rules/late.ts';
import type { Status } from '../dsl/rules/state.ts';
import type { Day, Instant } from '../dsl/time/day.ts';

import type { DirectiveLine, DirectiveRecord, NamedParty } from './records.ts';

/** What the shares of a whole come to. Those that ended without a result are in no figure. */
export interface MemberSums {
  readonly total: number;
  readonly acknowledged: number;
  readonly done: number;
  readonly late: number;
}

/** What a group was given, as one: nothing but what its shares say together. */
export interface ParentRecord<Share extends DirectiveLine = DirectiveRecord>
  extends Pick<DirectiveLine, 'id' | 'noticeId' | 'localId' | 'text' | 'series'> {
  /** As the notice names it. */
  readonly lead: readonly NamedParty[];
  /** The first of the shares' deadlines that still counts. */
  readonly due: Day | null;
  /** Of the share that is least far. */
  readonly status: Status;
  readonly nextWake: Instant | null;
  /** In the order of their agencies' names. */
  readonly members: readonly Share[];
  readonly sums: MemberSums;
  /** Names of the agencies that are late. */
  readonly late: readonly string[];
}

/** So many shares of one status, whose leads have acknowledged (or not). */
interface SharesAlike {
  readonly status: Status;
  readonly heard: boolean;
  readonly shares: number;
}

/** What shares come to; one that was approved was acknowledged, by whatever words. */
export function whatSharesComeTo(shares: readonly SharesAlike[]): Omit<MemberSums, 'late'> {
  const counted = shares.filter(({ status }) => !endedWithoutResult(status));
  const sum = (is: (one: SharesAlike) => boolean) => counted.reduce((n, one) => n + (is(one) ? one.shares : 0), 0);
  return {
    total: sum(() => true),
    acknowledged: sum(({ status, heard }) => heard || status === 'approved'),
    done: sum(({ status }) => status === 'approved'),
  };
}

/** Is it open and late at an instant? The rules say. */
export function isLateAt(d: DirectiveLine, at: Instant): boolean {
  return isOverdue({ ...d, dueAt: dueAt(d.due, d.dueTime) }, at);
}

const BY_NAME = new Intl.Collator('vi');

/** The whole of these shares. */
export function parentOf<Share extends DirectiveLine>(shares: readonly Share[], at: Instant): ParentRecord<Share> {
  const members = [...shares].sort((a, b) => BY_NAME.compare(nameOf(a), nameOf(b)) || a.id.localeCompare(b.id));
  const [first] = members;
  if (!first?.parent) throw new RangeError('a whole of no shares');
  const counted = members.filter((one) => !endedWithoutResult(one.status));
  const open = counted.filter((one) => one.closedAt === null);
  const late = counted.filter((one) => isLateAt(one, at));
  const still = open.length > 0 ? open : counted.length > 0 ? counted : members;
  const wakes = open.flatMap((one) => one.nextWake ?? []);
  const { noticeId, localId, text, series, parent } = first;
  return present({
    id: parent.id,
    noticeId,
    localId,
    text,
    lead: parent.lead,
    members,
    series,
    due: still.reduce<Day | null>((due, one) => earlier(due, one.due), null),
    status: still.reduce(
      (least, one) => (FAR[one.status] < FAR[least] ? one.status : least),
      still[0]?.status ?? 'waiting',
    ),
    nextWake: wakes.length === 0 ? null : Math.min(...wakes),
    sums: {
      ...whatSharesComeTo(
        members.map((one) => ({ status: one.status, heard: one.acknowledgedAt !== null, shares: 1 })),
      ),
      late: late.length,
    },
    late: late.map(nameOf),
  });
}

/** Shares as their wholes, each at the place of its first; `all` holds every share of the wholes that are there. */
export function folded<Line extends DirectiveLine>(
  directives: readonly Line[],
  all: readonly Line[],
  at: Instant,
): (Line | ParentRecord<Line>)[] {
  const shares = new Map<string, Line[]>();
  for (const one of all) {
    if (one.parent === undefined) continue;
    const those = shares.get(one.parent.id);
    if (those) those.push(one);
    else shares.set(one.parent.id, [one]);
  }
  const seen = new Set<string>();
  return directives.flatMap((one): (Line | ParentRecord<Line>)[] => {
    if (!one.parent) return [one];
    if (seen.has(one.parent.id)) return [];
    seen.add(one.parent.id);
    return [parentOf(shares.get(one.parent.id) ?? [one], at)];
  });
}

const FAR: Readonly<Record<Status, number>> = {
  waiting: 0,
  assigned: 1,
  acknowledged: 2,
  suspended: 3,
  submitted: 4,
  approved: 5,
  cancelled: 6,
  superseded: 6,
  split: 6,
  merged: 6,
};

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function nameOf({ lead }: DirectiveLine): string {
  return lead.map(({ name }) => name).join(', ');
}
