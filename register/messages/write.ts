import type { Insertable } from 'kysely';
import { addressFields, fallbackOrder } from '../../dsl/policy/channels.ts';
import { present } from '../../dsl/present.ts';
import type { Post } from '../../dsl/rules/post.ts';
import { type Hours, isGathered, roundFor, withdrawalFor } from '../../dsl/rules/rounds.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { batchesOf } from '../../system/batches.ts';
import { noAddress } from '../../texts/names.ts';
import { saidInOneLetter } from '../../texts/outcomes.ts';
import { instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import type { PassedOver } from '../directory/own-contact.ts';
import type { RolePerson } from '../directory/resolve.ts';
import { messageRowId } from '../ids.ts';
import { insertLinks, linkRow } from '../links.ts';
import { type Names, secretNames } from '../names.ts';
import type { MessageOutcome } from '../outcome.ts';
import type { LinkTable, MessageTable } from '../schema.ts';
import { waysTo } from './channels.ts';
import { dispatchOf } from './dispatch.ts';
import { appendMessageEvents } from './events.ts';
import { type CommonFacts, commonFacts, type Past, partiesTold, pastOf, type WakeFacts } from './facts.ts';
import { type AddressedPost, spokenFor } from './one-letter.ts';
import { readersOf } from './readers.ts';

type Row = Insertable<MessageTable>;

export const NO_CHANNEL = 'none';

/** Databases bound the parameters of a statement; a group of all communes has hundreds of rows. */
const ROWS_AT_ONCE = 100;

/** How many rows were added: that wait to be sent, and that tell why somebody is not told. */
export interface Written {
  readonly planned: number;
  readonly skipped: number;
  /** When what was added leaves, and in which dispatch: each dispatch once. */
  readonly leaves: readonly Leaves[];
}

export interface Leaves {
  readonly channel: string;
  readonly dispatch: string;
  readonly leaveAt: Instant;
}

export const NOTHING: Written = { planned: 0, skipped: 0, leaves: [] };

export function bothOf(a: Written, b: Written): Written {
  const leaves = [...new Map([...a.leaves, ...b.leaves].map((one) => [one.dispatch, one])).values()];
  return { planned: a.planned + b.planned, skipped: a.skipped + b.skipped, leaves };
}

/** Makes ledger rows of a wake's posts: one for each person and channel, one for each reason why nobody is told. */
export async function writeMessages(context: Context, db: Db, facts: WakeFacts): Promise<Written> {
  const past = await pastOf(db, facts);
  // Grows with the mails of this wake.
  const roots = new Map(past.roots);
  const links: Insertable<LinkTable>[] = [];
  const growing = { roots, links, names: await secretNames(context, db) };
  const readings = facts.wake.posts.map((post): AddressedPost => {
    const whose = partiesTold(facts, post);
    return { post, resolution: readersOf(facts.directory, whose, post) };
  });
  const others = spokenFor(readings, (post, reader) => departure(context, facts, post, reader).gathered === 1);
  const rows = readings.flatMap((reading) => rowsOf(context, facts, past, growing, reading, others.get(reading.post)));
  if (rows.length === 0) return NOTHING;
  for (const some of batchesOf(links, ROWS_AT_ONCE)) await insertLinks(db, some);
  let written = NOTHING;
  for (const some of batchesOf(rows, ROWS_AT_ONCE)) {
    const added = await db
      .insertInto('messages')
      .values(some)
      .onConflict((c) => c.columns(['directiveId', 'postKey', 'recipient', 'channel']).doNothing())
      .returning(['id', 'revision', 'outcome', 'reason', 'providerId', 'claimedBy'])
      .returning(['channel', 'dispatch', 'leaveAt'])
      .execute();
    await appendMessageEvents(db, context.now(), added);
    const leaving = added.filter((row) => row.outcome !== 'skipped');
    const leaves = leaving.map(({ channel, dispatch, leaveAt }) => ({
      channel,
      dispatch,
      leaveAt: instantOf(leaveAt),
    }));
    written = bothOf(written, { planned: leaving.length, skipped: added.length - leaving.length, leaves });
  }
  return written;
}

/** What grows while the rows of a wake are made. */
interface Growing {
  /** Message-IDs of the mail threads, by person. */
  readonly roots: Map<string, string>;
  readonly links: Insertable<LinkTable>[];
  readonly names: Names;
}

function rowsOf(
  context: Context,
  facts: WakeFacts,
  past: Past,
  growing: Growing,
  { post, resolution }: AddressedPost,
  elsewhere: ReadonlyMap<string, Post> = TOLD_NOWHERE_ELSE,
): Row[] {
  const { people, unresolved, passedOver } = resolution;
  const common = commonFacts(context, facts, past, post);
  const { names } = growing;
  const base = (recipient: string, channel: string): Row => blank(context, facts, names, post, recipient, channel);
  const told = people.flatMap((found) => {
    const speaker = elsewhere.get(found.person.id);
    return speaker === undefined
      ? rowsForPerson(context, facts, common, growing, post, found)
      : [saidBy(speaker, found, base(found.person.id, facts.before.policy.channels[0] ?? NO_CHANNEL))];
  });
  const missed = unresolved.map((gap) => ({
    ...skip(base(`?${gap.name}`, NO_CHANNEL), gap.reason),
    agencyId: gap.agency ?? null,
  }));
  if (passedOver) told.push(passed(facts, passedOver, base));
  if (told.length + missed.length > 0) return [...told, ...missed];
  return [skip(base('?', NO_CHANNEL), 'Thông báo không nêu cơ quan nào cho vai trò này')];
}

const TOLD_NOWHERE_ELSE: ReadonlyMap<string, Post> = new Map();

/** They read it in the letter of another rung, and nobody has to call them: so the row bears a channel it would go by. */
function saidBy(speaker: Post, { person, agency }: RolePerson, row: Row): Row {
  const told = skip(row, saidInOneLetter(person.name, speaker.to));
  return { ...told, personId: person.id, personName: person.name, agencyId: agency.id };
}

/** Nobody has to call them: another is told. So the row bears the channel it would have gone by. */
function passed(
  { before }: WakeFacts,
  { personId, personName, reason }: PassedOver,
  base: (recipient: string, channel: string) => Row,
): Row {
  const [channel = NO_CHANNEL] = before.policy.channels;
  return { ...skip(base(personId, channel), `${personName}: ${reason}`), personId, personName };
}

function rowsForPerson(
  context: Context,
  facts: WakeFacts,
  common: CommonFacts,
  { roots, links, names }: Growing,
  post: Post,
  { person, position: held, agency }: RolePerson,
): Row[] {
  const who = { personId: person.id, personName: person.name, agencyId: agency.id };
  const wanted = waysTo(person, facts.before.policy.channels, context.channels);
  // Whom the policy's channels do not reach is told by another, once, before anybody has to call.
  const channels =
    wanted.length > 0 ? wanted : waysTo(person, fallbackOrder(context.channels), context.channels).slice(0, 1);
  if (channels.length === 0) {
    const reason = noAddress(person.name, addressFields(context.channels));
    return [{ ...skip(blank(context, facts, names, post, person.id, NO_CHANNEL), reason), ...who }];
  }
  const request = {
    directiveId: facts.before.id,
    postKey: post.key,
    role: post.to,
    at: post.at,
    personId: person.id,
    agencyId: agency.id,
    due: facts.wake.clocks.due,
    policy: facts.before.policy,
  };
  // Who leads no more has nothing to do by a link.
  const link = post.former ? undefined : context.linker?.(request);
  if (link) links.push(linkRow(link, request, context.now()));
  // Word of the end asks for nothing more.
  const takesActs = link !== undefined && link.grant.acts.length > 0 && facts.wake.standing.closedAt === undefined;
  const content = context.compose({
    ...common,
    ...present({ link: link === undefined ? undefined : { url: link.url, takesActs } }),
    recipient: present({ name: person.name, title: held.title, agencyName: agency.name, role: post.to }),
  });
  return channels.map(({ channel, address }) => {
    const row = {
      ...blank(context, facts, names, post, person.id, channel),
      ...who,
      address,
      content: JSON.stringify(content),
    };
    if (!context.channels[channel]?.threads) return row;
    const messageId = names.mail(row.id);
    const threadRoot = roots.get(person.id) ?? null;
    // The first mail a person gets about a directive is the root of their thread.
    if (threadRoot === null) roots.set(person.id, messageId);
    return { ...row, messageId, threadRoot };
  });
}

function blank(context: Context, facts: WakeFacts, names: Names, post: Post, recipient: string, channel: string): Row {
  const { wake } = facts;
  const id = messageRowId(wake.directiveId, post.key, recipient, channel);
  const leaving = departure(context, facts, post, recipient);
  return {
    id,
    directiveId: wake.directiveId,
    seq: wake.seq,
    postKey: post.key,
    stage: post.stage,
    kind: post.kind,
    role: post.to,
    recipient,
    personId: null,
    personName: null,
    agencyId: null,
    channel,
    address: null,
    at: post.at,
    ...leaving,
    shipment: null,
    dispatch: dispatchOf(names, { id, recipient, channel, ...leaving }),
    dispatchedAs: null,
    fallbackOf: null,
    content: null,
    messageId: null,
    threadRoot: null,
    outcome: 'planned' satisfies MessageOutcome,
    reason: null,
    providerId: null,
    attempts: 0,
    nextAttemptAt: null,
    claimedBy: null,
    claimedAt: null,
    settledAt: null,
    recordedAt: context.now(),
    revision: 0,
  };
}

/** When it may leave: a step that presses waits for its reader's round, everything else leaves at its own instant. */
function departure({ calendar }: Context, { wake, before, notice }: WakeFacts, post: Post, reader: string) {
  const { window } = before.policy;
  const about = present({ urgent: notice.urgency !== null, parent: before.parent?.id });
  // Whoever took part in several directives of a notice hears once that it is withdrawn, urgent or not.
  const act = wake.act?.act;
  const withdrawn = act?.type === 'cancel' && act.notice === true && post.kind === 'cancelled';
  const gathered = calendar !== undefined && (withdrawn || isGathered(before.policy, post, about));
  const round = (hours: Hours) =>
    withdrawn ? withdrawalFor(hours, reader, wake.at, post.at) : roundFor(hours, reader, post.at);
  return {
    leaveAt: gathered ? round({ window, calendar }) : post.at,
    gathered: gathered ? 1 : 0,
    windowFrom: window.from,
    windowTo: window.to,
  };
}

function skip(row: Row, reason: string): Row {
  return { ...row, outcome: 'skipped' satisfies MessageOutcome, reason, settledAt: row.recordedAt };
}
