import type { Role } from '../../dsl/policy/policy.ts';
import type { Act, ActType } from '../../dsl/rules/act.ts';
import type { Post, PostKind } from '../../dsl/rules/post.ts';
import type { Wake } from '../../dsl/rules/wake.ts';
import { addDays, type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import { addWorkingDays, workingDayOnOrAfter } from '../../dsl/time/work-calendar.ts';
import type { EarlierMessage, MessageFacts, Progress } from '../../texts/messages/index.ts';
import { fromJson, instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import type { Directory } from '../directory/directory.ts';
import { agencyById, agencyOn, personById } from '../directory/lookup.ts';
import { originOf } from '../lineage.ts';
import type { MessageOutcome } from '../outcome.ts';
import type { DirectiveRecord, NoticeRecord } from '../records.ts';
import { rootsAmong } from './thread-roots.ts';

/** What the messages of one wake are written from. */
export interface WakeFacts {
  readonly wake: Wake;
  /** The directive as it stood before the wake. */
  readonly before: DirectiveRecord;
  /** A notice's text may be long, and no message quotes it whole. */
  readonly notice: Pick<NoticeRecord, 'number' | 'issued' | 'issuer' | 'urgency'>;
  readonly directory: Directory;
}

/** The part of a message's facts that is the same for everybody the post goes to. */
export type CommonFacts = Omit<MessageFacts, 'recipient'>;

/** The past of a directive, as far as messages speak of it. */
export interface Past {
  readonly assignedAt?: Instant;
  readonly lastSignAt?: Instant;
  /** The lead's last report of progress. */
  readonly progress?: Progress;
  /** Agencies (ids) that have acted as cooperating. */
  readonly heardFrom: ReadonlySet<string>;
  readonly earlier: readonly EarlierMessage[];
  /** As `threadRoots`. */
  readonly roots: ReadonlyMap<string, string>;
  readonly origin: MessageFacts['directive']['origin'] | undefined;
}

const OFFICE = 'Văn phòng';

const MOVES_DEADLINE: ReadonlySet<ActType> = new Set([
  'change-deadline',
  'grant-extension',
  'accept-offer',
  'resume',
  'correct',
]);

export async function pastOf(db: Db, directiveId: string, act?: Act): Promise<Past> {
  const messages = await db
    .selectFrom('messages')
    .select(['at', 'kind', 'outcome', 'personName', 'recipient', 'role', 'personId', 'messageId', 'threadRoot'])
    .where('directiveId', '=', directiveId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const acts = await db
    .selectFrom('events')
    .select(['at', 'act'])
    .where('directiveId', '=', directiveId)
    .where('actType', 'in', ['acknowledge', 'report-progress', 'submit-result'])
    .orderBy('seq', 'desc')
    .execute();
  const parsed = acts.flatMap(({ at, act }) => (act === null ? [] : [{ at: instantOf(at), act: fromJson<Act>(act) }]));
  const sign = parsed.find(({ act }) => act.by.party === 'lead');
  const report = parsed.find(({ act }) => act.type === 'report-progress' && act.by.party === 'lead');
  const assigned = messages.find((m) => m.kind === ('assignment' satisfies PostKind));
  return {
    ...(assigned ? { assignedAt: instantOf(assigned.at) } : {}),
    ...(sign ? { lastSignAt: sign.at } : {}),
    ...(report?.act.type === 'report-progress' ? { progress: progressOf(report.at, report.act) } : {}),
    heardFrom: new Set(
      parsed.flatMap(({ act }) => (act.by.party === 'cooperating' && act.by.agency ? [act.by.agency] : [])),
    ),
    roots: rootsAmong(messages),
    earlier: messages.map((m) => ({
      at: instantOf(m.at),
      to: m.personName ?? m.recipient.replace(/^\?/, ''),
      kind: m.kind as PostKind,
      role: m.role as Role,
      outcome: m.outcome as MessageOutcome,
    })),
    origin: await originOf(db, directiveId, act),
  };
}

function progressOf(at: Instant, { text, percent, blockedBy }: Extract<Act, { type: 'report-progress' }>): Progress {
  return {
    ...{ at, text },
    ...(percent === undefined ? {} : { percent }),
    ...(blockedBy === undefined ? {} : { blockedBy }),
  };
}

/** Cooperating agencies of whom nothing was heard; one the directory does not know could not have been heard. */
function silentPartners({ cooperating }: DirectiveRecord, heardFrom: ReadonlySet<string>): string[] {
  return cooperating.flatMap((c) => (c.agency !== undefined && !heardFrom.has(c.agency) ? [c.name] : []));
}

export function commonFacts(context: Context, facts: WakeFacts, past: Past, post: Post): CommonFacts {
  const { wake, before, notice, directory } = facts;
  const { standing } = wake;
  const office = directory.offices.secretariat;
  const act = wake.act?.act;
  const actBy = act && nameOfActor(facts, act, dayOf(wake.at));
  const acknowledgeBy = acknowledgeDay(context, before, dayOf(past.assignedAt ?? post.at));
  return {
    kind: post.kind,
    stage: post.stage,
    cause: post.cause,
    at: post.at,
    directive: {
      id: before.id,
      localId: before.localId,
      text: before.text,
      ...(before.deadline === null ? {} : { phrase: before.deadline.phrase }),
      due: standing.due,
      ...(standing.dueTime === undefined ? {} : { dueTime: standing.dueTime }),
      ...(standing.due === before.originalDue ? {} : { originalDue: before.originalDue }),
      ...(notice.urgency === null ? {} : { urgency: notice.urgency }),
      noticeNumber: notice.number,
      ...(notice.issued === null ? {} : { noticeIssued: notice.issued }),
      issuer: notice.issuer ?? agencyById(directory, directory.offices.issuer ?? '')?.name ?? '',
      leadNames: before.lead.map((p) => p.name),
      cooperatingNames: before.cooperating.map((p) => p.name),
      supervisorNames: before.supervisor.map((p) => p.name),
      ...(past.origin === undefined ? {} : { origin: past.origin }),
    },
    officeName: (office === undefined ? undefined : agencyOn(directory, office, dayOf(post.at))?.name) ?? OFFICE,
    ...(context.calendar === undefined ? {} : { calendar: context.calendar }),
    ...(past.assignedAt === undefined ? {} : { assignedAt: past.assignedAt }),
    ...(acknowledgeBy === undefined ? {} : { acknowledgeBy }),
    ...(past.lastSignAt === undefined ? {} : { lastSignAt: past.lastSignAt }),
    ...(past.progress === undefined ? {} : { progress: past.progress }),
    silentPartners: silentPartners(before, past.heardFrom),
    ...(standing.submittedAt === undefined ? {} : { submittedAt: standing.submittedAt }),
    ...(act !== undefined && MOVES_DEADLINE.has(act.type) ? { previousDue: before.due } : {}),
    ...(act === undefined ? {} : { act }),
    ...(actBy === undefined ? {} : { actBy }),
    earlier: past.earlier,
  };
}

function acknowledgeDay({ calendar }: Context, { policy }: DirectiveRecord, from: Day): Day | undefined {
  const within = policy.assign.acknowledgeWithin;
  if (!within || !calendar) return undefined;
  return 'days' in within
    ? workingDayOnOrAfter(calendar, addDays(from, within.days))
    : addWorkingDays(calendar, from, within.workingDays);
}

/** Who acted: the person, else the agency, else the agency the notice names for the party. */
function nameOfActor({ directory, before }: WakeFacts, { by }: Act, day: Day): string | undefined {
  const person = by.person === undefined ? undefined : personById(directory, by.person)?.name;
  const agency = by.agency === undefined ? undefined : agencyById(directory, by.agency)?.name;
  if (person !== undefined || agency !== undefined) return [person, agency].filter(Boolean).join(', ');
  switch (by.party) {
    case 'lead':
    case 'cooperating':
    case 'supervisor':
      return before[by.party].map((p) => p.name).join(', ') || undefined;
    case 'issuer':
    case 'secretariat':
      return agencyOn(directory, directory.offices[by.party] ?? '', day)?.name;
  }
}
