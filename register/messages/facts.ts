import type { Role } from '../../dsl/policy/policy.ts';
import { roleParts } from '../../dsl/policy/roles.ts';
import { sourceOfStep } from '../../dsl/policy/sources.ts';
import { present } from '../../dsl/present.ts';
import type { Act } from '../../dsl/rules/act.ts';
import type { Clocks } from '../../dsl/rules/clocks.ts';
import type { Post, PostKind } from '../../dsl/rules/post.ts';
import type { Wake } from '../../dsl/rules/wake.ts';
import { type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import type { EarlierMessage, MessageFacts, Progress, WholeFacts } from '../../texts/messages/index.ts';
import { fromJson, instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import type { Conclusion } from '../directory/concluder.ts';
import type { Directory } from '../directory/directory.ts';
import { agencyById, agencyOn, personById } from '../directory/lookup.ts';
import { type Parties, partners } from '../directory/resolve.ts';
import { originOf } from '../lineage.ts';
import type { MessageOutcome } from '../outcome.ts';
import type { DirectiveRecord, NoticeRecord } from '../records.ts';
import { rootsAmong } from './thread-roots.ts';
import { wholeIn } from './whole.ts';

/** What the messages of one wake are written from. */
export interface WakeFacts {
  readonly wake: Wake;
  /** The directive as it stood before the wake. */
  readonly before: DirectiveRecord;
  /** The same with the agencies that led it before this wake's act, and lead it no more. */
  readonly former: DirectiveRecord;
  /** Of its text what says who concluded, where a post goes to them: the rest may be long, and no message quotes it. */
  readonly notice: Pick<NoticeRecord, 'number' | 'issued' | 'issuer' | 'urgency'> & Partial<Conclusion>;
  readonly directory: Directory;
}

/** The part of a message's facts that is the same for everybody the post goes to. */
export type CommonFacts = Omit<MessageFacts, 'recipient'>;

/** The parties a post is for: whoever led before the act where it says so. */
export function partiesTold({ before, former, notice }: WakeFacts, post: Pick<Post, 'former'>): Parties {
  const { signer = null, text, issuedBy } = notice;
  return {
    ...(post.former ? former : before),
    ...present({ notice: text === undefined ? undefined : { signer, text, ...present({ issuedBy }) } }),
  };
}

/** What `concluder` and `clerk` are found by, where a post goes to them. */
export async function conclusionFor(
  db: Db,
  noticeId: string,
  posts: readonly Pick<Post, 'to'>[],
): Promise<Partial<Conclusion>> {
  if (!posts.some(({ to }) => ['concluder', 'clerk'].includes(roleParts(to).who))) return {};
  const found = db
    .selectFrom('notices')
    .select(['signer', 'issuedBy', 'conclusion as text'])
    .where('id', '=', noticeId);
  return found.executeTakeFirstOrThrow();
}

/** The past of a directive, as far as messages speak of it. */
export interface Past {
  /** The present lead's last report of progress. */
  readonly progress?: Progress;
  /** What the last request for an explanation asks. */
  readonly explainWhat?: string;
  /** The deadline of which people had last been told before the act; undefined where there was no act. */
  readonly toldDue?: Day | null;
  /** Agencies (ids) that have acted as cooperating. */
  readonly heardFrom: ReadonlySet<string>;
  readonly earlier: readonly EarlierMessage[];
  /** As `threadRoots`. */
  readonly roots: ReadonlyMap<string, string>;
  readonly origin: MessageFacts['directive']['origin'] | undefined;
  /** Of a member's share, how far the whole is. */
  readonly whole?: WholeFacts;
}

const OFFICE = 'Văn phòng';

/** As it was when a wake was recorded, whatever came later. */
export async function pastOf(db: Db, { wake, before }: Pick<WakeFacts, 'wake' | 'before'>): Promise<Past> {
  const { directiveId, seq, clocks } = wake;
  const act = wake.act?.act;
  const messages = await db
    .selectFrom('messages')
    .select(['seq', 'at', 'kind', 'outcome', 'personName', 'recipient', 'role', 'personId', 'messageId', 'threadRoot'])
    .where('directiveId', '=', directiveId)
    .where('seq', '<', seq)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const events = await db
    .selectFrom('events')
    .select(['seq', 'at', 'act', 'due'])
    .where('directiveId', '=', directiveId)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .execute();
  const acts = events.flatMap(({ at, act }) => (act === null ? [] : [{ at: instantOf(at), act: fromJson<Act>(act) }]));
  const report = acts.find(({ act, at }) => {
    return act.type === 'report-progress' && act.by.party === 'lead' && at >= (clocks.leadSince ?? 0);
  });
  const asked = acts.find(({ act }) => act.type === 'ask-explanation')?.act;
  return {
    ...present({
      explainWhat: asked?.type === 'ask-explanation' ? asked.text : undefined,
      progress: report?.act.type === 'report-progress' ? progressOf(report.at, report.act) : undefined,
      toldDue: act === undefined ? undefined : toldDue(messages, events, before),
      whole: before.parent === undefined ? undefined : await wholeIn(db, before.parent),
    }),
    heardFrom: new Set(
      acts.flatMap(({ act }) => (act.by.party === 'cooperating' && act.by.agency ? [act.by.agency] : [])),
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

/** Outcomes of a message that has told nobody, or not yet. */
const UNTOLD: ReadonlySet<string> = new Set(['planned', 'skipped'] satisfies MessageOutcome[]);

/** Every message names the deadline: people know the one in force when the last of them left. */
function toldDue(
  messages: readonly { readonly seq: number; readonly outcome: string }[],
  events: readonly { readonly seq: number; readonly due: Day | null }[],
  { due }: Pick<DirectiveRecord, 'due'>,
): Day | null {
  const last = Math.max(-1, ...messages.filter((m) => !UNTOLD.has(m.outcome)).map((m) => m.seq));
  const then = events.find((event) => event.seq === last);
  return then === undefined ? due : then.due;
}

function progressOf(at: Instant, { text, percent, blockedBy }: Extract<Act, { type: 'report-progress' }>): Progress {
  return present({ at, text, percent, blockedBy });
}

/** Cooperating agencies of whom nothing was heard; one the directory does not know could not have been heard. */
function silentPartners(directive: DirectiveRecord, heardFrom: ReadonlySet<string>): string[] {
  return partners(directive).flatMap((c) => (c.agency !== undefined && !heardFrom.has(c.agency) ? [c.name] : []));
}

export function commonFacts(context: Context, facts: WakeFacts, past: Past, post: Post): CommonFacts {
  const { wake, before, notice, directory } = facts;
  const { clocks } = wake;
  const office = directory.offices.secretariat;
  const act = wake.act?.act;
  const actBy = act && nameOfActor(facts, act, dayOf(wake.at));
  return {
    kind: post.kind,
    stage: post.stage,
    cause: post.cause,
    ...present({ source: sourceOfStep(before.policy, post.key) }),
    at: post.at,
    directive: present({
      id: before.id,
      localId: before.localId,
      text: before.text,
      phrase: before.deadline?.phrase,
      due: clocks.due,
      dueTime: clocks.dueTime,
      originalDue: clocks.due === before.originalDue ? undefined : before.originalDue,
      urgency: notice.urgency ?? undefined,
      noticeNumber: notice.number,
      noticeIssued: notice.issued ?? undefined,
      issuer: notice.issuer ?? agencyById(directory, directory.offices.issuer ?? '')?.name ?? '',
      leadNames: before.lead.filter((p) => !post.except?.includes(p.agency ?? '')).map((p) => p.name),
      cooperatingNames: partners(before).map((p) => p.name),
      supervisorNames: before.supervisor.map((p) => p.name),
      origin: past.origin,
      whole: past.whole,
    }),
    officeName: (office === undefined ? undefined : agencyOn(directory, office, dayOf(post.at))?.name) ?? OFFICE,
    ...present({ calendar: context.calendar }),
    ...datesOf(clocks),
    ...present({ explanation: explanationOf(clocks, past) }),
    ...present({ progress: past.progress }),
    silentPartners: silentPartners(before, past.heardFrom),
    ...present({ previousDue: past.toldDue, act, actBy }),
    earlier: past.earlier,
  };
}

/** What a message says of dates stands in the clocks, and nowhere else. */
function datesOf({ leadSince, acknowledgeBy, lastSignAt, submittedAt, dueCounts }: Clocks) {
  return present({ dueCounts, assignedAt: leadSince, acknowledgeBy, lastSignAt, submittedAt });
}

/** The request that still has no answer. */
function explanationOf({ explanation }: Clocks, { explainWhat }: Past): MessageFacts['explanation'] {
  if (explanation === undefined || explanation.answeredAt !== undefined) return undefined;
  return { due: explanation.due, ...present({ text: explainWhat }) };
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
