import type { Selectable } from 'kysely';
import { present } from '../../dsl/present.ts';
import { type Clocks, clocksOf } from '../../dsl/rules/clocks.ts';
import type { Post } from '../../dsl/rules/post.ts';
import type { Lived } from '../../dsl/rules/relive.ts';
import type { State } from '../../dsl/rules/state.ts';
import { speaker } from '../../dsl/rules/still-asked.ts';
import type { Wake, WakeMark } from '../../dsl/rules/wake.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { overtakenText } from '../../texts/acts.ts';
import type { MessageContent } from '../../texts/messages/index.ts';
import { calendarsIn, newestCalendar } from '../calendars.ts';
import { fromJson, instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import { type AsIssued, asIssued, livesOfLog } from '../life-of-log.ts';
import type { EventRecord } from '../records.ts';
import { directiveRecordOf, eventRecordOf } from '../rows.ts';
import type { MessageTable } from '../schema.ts';
import { standingKept } from '../standing.ts';
import { commonFacts, conclusionFor, partiesTold, pastOf, type WakeFacts } from './facts.ts';
import { formerly } from './former.ts';
import { readersOf } from './readers.ts';

type Row = Selectable<MessageTable>;

/** A directive lived again up to now, for what of its messages waits. */
export interface LivedNow extends AsIssued {
  readonly log: readonly EventRecord[];
  readonly lives: readonly Lived<WakeMark & { readonly event: EventRecord }>[];
  readonly state: State;
}

/** Undefined where its log cannot be lived again: the auditor says so, and what was to be sent is sent as it was. */
export async function livedNow(context: Context, db: Db, directiveId: string): Promise<LivedNow | undefined> {
  const row = await db.selectFrom('directives').selectAll().where('id', '=', directiveId).executeTakeFirstOrThrow();
  const log = await logIn(db, directiveId);
  const find = await calendarsIn(db, context.calendar);
  try {
    const issued = asIssued(directiveRecordOf(row), log, find);
    const lives = [...livesOfLog(issued, log)];
    const last = lives.at(-1);
    return last && { ...issued, log, lives, state: last.woken.state };
  } catch {
    return undefined;
  }
}

export async function logIn(db: Db, directiveId: string): Promise<readonly EventRecord[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('directiveId', '=', directiveId)
    .orderBy('seq')
    .execute();
  return rows.map(eventRecordOf);
}

/** What becomes of a message that waits: what it says now, or why it stays. */
export type Fate = { readonly says: Post; readonly clocks: Clocks } | { readonly reason: string };

export function fateOf(life: LivedNow, row: Pick<Row, 'seq' | 'postKey'>, now: Instant): Fate | undefined {
  const { policy, directive, log, lives, state } = life;
  const event = log.find((e) => e.seq === row.seq);
  const post = event?.posts.find((p) => p.key === row.postKey);
  if (!event || !post) return undefined;
  const waiting = { post, saidAt: event.at };
  const says = speaker(policy, directive, state, waiting, now);
  if (says) return { says, clocks: clocksOf(policy, directive, state, now) };
  // The act since which it has held no more.
  let overtaking: EventRecord['act'] = null;
  for (const { mark, woken } of lives) {
    if (mark.event.seq <= row.seq) continue;
    if (speaker(policy, directive, woken.state, waiting, now)) overtaking = null;
    else overtaking ??= mark.event.act;
  }
  return overtaking === null ? undefined : { reason: overtakenText(overtaking.act) };
}

/** The words of a waiting message as things stand, to the reader it was written for; undefined where that is nobody now. */
export async function wordsNow(
  context: Context,
  db: Db,
  life: LivedNow,
  row: Row,
  { says, clocks }: Extract<Fate, { says: Post }>,
): Promise<MessageContent | undefined> {
  const told = await toldBy(context, db, life.log, row, clocks);
  if (!told || row.content === null) return undefined;
  const { facts, calendar } = told;
  const post = { ...says, at: instantOf(row.at) };
  const whose = partiesTold(facts, says);
  const { people } = readersOf(facts.directory, whose, post);
  const reader = people.find(({ person }) => person.id === row.personId);
  if (!reader) return undefined;
  const { link } = fromJson<MessageContent>(row.content);
  const common = commonFacts({ ...context, ...present({ calendar }) }, facts, await pastOf(db, facts), post);
  return context.compose({
    ...common,
    ...present({
      link: link ? { url: link.url, takesActs: await takesActs(db, row, facts.before.closedAt) } : undefined,
    }),
    recipient: present({
      name: reader.person.name,
      title: reader.position.title,
      agencyName: reader.agency.name,
      role: says.to,
    }),
  });
}

/** What the messages of an earlier wake are written from today. */
export async function toldBy(
  context: Context,
  db: Db,
  log: readonly EventRecord[],
  { directiveId, seq }: { readonly directiveId: string; readonly seq: number },
  clocks: Clocks,
) {
  const event = log.find((e) => e.seq === seq);
  const row = await db
    .selectFrom('directives as d')
    .innerJoin('notices as n', 'n.id', 'd.noticeId')
    .selectAll('d')
    .select(['n.number', 'n.issued', 'n.issuer', 'n.urgency'])
    .where('d.id', '=', directiveId)
    .executeTakeFirst();
  if (!event || !row) return undefined;
  const before = directiveRecordOf(row);
  const facts: WakeFacts = {
    wake: wakeOf(event, clocks),
    before,
    former: formerly(before, log, seq),
    notice: { ...row, ...(await conclusionFor(db, row.noticeId, event.posts)) },
    directory: await context.directories.current(db),
  };
  return { facts, calendar: context.calendar && (await newestCalendar(db, context.calendar)) };
}

function wakeOf({ directiveId, seq, at, act, posts, ...event }: EventRecord, clocks: Clocks): Wake {
  return present({
    directiveId,
    seq,
    at,
    posts,
    clocks,
    act: act ?? undefined,
    standing: standingKept(event),
  });
}

/** As it was when the link was made: word of the end asks for nothing more. */
async function takesActs(db: Db, { directiveId, postKey, personId }: Row, closedAt: Instant | null): Promise<boolean> {
  if (closedAt !== null) return false;
  const link = await db
    .selectFrom('links')
    .select('acts')
    .where('directiveId', '=', directiveId)
    .where('postKey', '=', postKey)
    .where('personId', '=', personId ?? '')
    .executeTakeFirst();
  return link !== undefined && fromJson<string[]>(link.acts).length > 0;
}
