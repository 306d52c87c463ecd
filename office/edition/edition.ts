import type { Act, Actor } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DirectiveDraft, NoticeRecord, Register, SeriesDraft, SeriesRecord } from '../../register/index.ts';
import { EDITION } from '../../texts/edition.ts';
import { refusalText } from '../../texts/refusals.ts';
import { ActRefused, actOn, type OfficeAtWork } from '../act.ts';
import { cancelSeries } from '../series/act.ts';
import { SeriesRefused } from '../series/update.ts';
import type { StartOptions } from '../start.ts';
import { lifeNow, requireTaken } from '../succession/succession.ts';
import { type Adjusted, type Comparison, compareEditions } from './compare.ts';
import { directivesUnder, editionActId, saidBy } from './said.ts';

/** A corrected edition of a notice that has been issued, and what it changes. */
export interface Edition extends Comparison {
  readonly replaces: NoticeRecord;
  /** Recurring ones that go on as they are. */
  readonly sameSeries: readonly SeriesRecord[];
  readonly droppedSeries: readonly SeriesRecord[];
  readonly addedSeries: readonly SeriesDraft[];
}

/** The words and the hand by which an edition takes effect. */
export interface EditionGiven {
  readonly by: Actor;
  /** What the edition is called: “31/TB-VP ngày 26/02/2025”. */
  readonly name: string;
  readonly now: Instant;
}

/** What the edition comes to; nothing is changed. */
export async function planEdition(
  register: Register,
  replaces: NoticeRecord,
  drafts: readonly DirectiveDraft[],
  recurring: readonly SeriesDraft[],
): Promise<Edition> {
  const editions = await register.notices.editions(replaces.id);
  const all = await directivesUnder(register, editions);
  const isOfIt = (s: SeriesRecord) => editions.some(({ id }) => id === s.noticeId);
  const running = (await register.series.list()).filter((s) => isOfIt(s) && s.end === null);
  const goesOn = (one: SeriesDraft) => running.find((held) => sameSeries(held, one));
  const sameOnes = recurring.flatMap((one) => goesOn(one) ?? []);
  // An occurrence goes or stays with its series.
  const ofSeries = new Set([...running, ...recurring].map(({ id }) => id));
  const single = (one: DirectiveDraft) => one.series === undefined || !ofSeries.has(one.series.id);
  const droppedSeries = running.filter((held) => !sameOnes.includes(held));
  const addedSeries = recurring.filter((one) => !goesOn(one));
  const said = await saidBy(register, editions, all);
  const comparison = compareEditions(said, all.filter(single), drafts.filter(single));
  const first = drafts.filter((d) => addedSeries.some(({ id }) => id === d.series?.id));
  const occurrences = all.filter((d) => d.closedAt === null && droppedSeries.some(({ id }) => id === d.series?.id));
  return {
    replaces,
    ...comparison,
    sameSeries: sameOnes,
    droppedSeries,
    addedSeries,
    added: [...comparison.added, ...first],
    dropped: [...comparison.dropped, ...occurrences],
  };
}

/** Is there anything in it that is not done yet? */
export function changesAnything({ adjusted, dropped, droppedSeries }: Edition): boolean {
  return adjusted.length + dropped.length + droppedSeries.length > 0;
}

/** @throws UserError with the first reason the rules have against what the edition asks, before anything is changed */
export async function requirePossible(register: Register, edition: Edition, given: EditionGiven): Promise<void> {
  for (const { directive, acts } of actsOf(edition, given)) {
    const life = await lifeNow(register, directive);
    for (const { act } of acts) requireTaken(life, act, given.now);
  }
}

/** Does what the edition asks of the directives there are. Cut short anywhere, the same call goes on. */
export async function carryOutEdition(
  { client, register }: StartOptions & { readonly register: Register },
  edition: Edition,
  given: EditionGiven,
  id: string,
): Promise<void> {
  const said = { by: given.by.party, reason: EDITION.reason(given.name) };
  for (const series of edition.droppedSeries) {
    try {
      await cancelSeries({ client, register }, series.id, said, editionActId(id));
    } catch (error) {
      if (!(error instanceof SeriesRefused)) throw error;
    }
  }
  for (const { directive, acts } of actsOf(edition, given)) {
    for (const { act, key } of acts) await actOnce({ client, register }, directive.id, act, editionActId(id, key));
  }
}

async function actOnce(office: OfficeAtWork, id: string, act: Act, actId: string): Promise<void> {
  try {
    await actOn(office, id, act, actId);
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    // Done by an attempt that was cut short, or ended in the meantime: then it stays as it is.
    if (error.refusal.code === 'closed' || error.refusal.code === 'lead-same') return;
    throw new UserError(EDITION.refused(id, refusalText(error.refusal)));
  }
}

interface Acts {
  readonly directive: Adjusted['directive'];
  readonly acts: readonly { readonly act: Act; readonly key: string }[];
}

function actsOf({ adjusted, dropped }: Edition, { by, name }: EditionGiven): Acts[] {
  const reason = EDITION.reason(name);
  return [
    ...adjusted.map(({ directive, text, due, lead }) => ({
      directive,
      // The new lead first: what is put right is said to whoever leads now, and to the former one only that it leads no more.
      acts: [
        ...(lead === undefined ? [] : [{ act: { type: 'reassign', by, reason, lead } as const, key: '/lead' }]),
        ...(text === undefined && due === undefined
          ? []
          : [{ act: { type: 'correct', by, reason, ...textOf(text), ...dueOf(due) } as const, key: '' }]),
      ],
    })),
    ...dropped.map((directive) => ({
      directive,
      acts: [{ act: { type: 'supersede', by, reason, successor: EDITION.successor(name) } as const, key: '' }],
    })),
  ];
}

function textOf(text: string | undefined) {
  return text === undefined ? {} : { text };
}

function dueOf(due: Adjusted['due']) {
  return due === undefined ? {} : { due };
}

function sameSeries(a: SeriesRecord, b: SeriesDraft): boolean {
  const rules = (one: SeriesDraft) => JSON.stringify(one.rules.map(({ rule, dueTime }) => [rule, dueTime ?? null]));
  return (
    a.localId === b.localId &&
    rules(a) === rules(b) &&
    a.template.text.replace(/\s+/gu, ' ') === b.template.text.replace(/\s+/gu, ' ') &&
    JSON.stringify(names(a)) === JSON.stringify(names(b))
  );
}

function names({ template: { lead, cooperating } }: SeriesDraft) {
  return [lead, cooperating].map((list) => list.map((one) => one.agency ?? one.name));
}
