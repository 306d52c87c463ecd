import type { Channel } from '../dsl/policy/channels.ts';
import { present } from '../dsl/present.ts';
import { type Actor, isClosed } from '../dsl/rules/index.ts';
import { type Day, dayOf, type Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { UserError } from '../dsl/user-error.ts';
import {
  type DirectiveDraft,
  type DirectiveRecord,
  type Directory,
  type HeldBefore,
  type NoticeRecord,
  noticeIdOf,
  type PolicyOverride,
  type Register,
  type SeriesDraft,
  type SeriesRecord,
} from '../register/index.ts';
import { atOnce } from '../system/at-once.ts';
import { SHIPPED_SOURCE } from '../texts/change.ts';
import { EDITION } from '../texts/edition.ts';
import { formatDay } from '../texts/format.ts';
import { ISSUE_REFUSALS } from '../texts/issue.ts';
import { runsOf } from './audit/index.ts';
import { knownCalendars } from './change/calendar-in-force.ts';
import { carryOutEdition, changesAnything, type Edition, planEdition, requirePossible } from './edition/index.ts';
import { type IssuePreview, issuePreviewOf } from './issue-preview.ts';
import { isNobody, shareDay, sharedTasks } from './members.ts';
import { requireAll } from './obstacles.ts';
import { barrenNotes } from './plan.ts';
import { type GateOptions, requireProved } from './proof/index.ts';
import {
  directiveDraftOf,
  noticeDraftOf,
  partyIn,
  type ReadNotice,
  seriesDraftsOf,
  tasksOfNotice,
} from './registration.ts';
import { withAgencies } from './review/agencies.ts';
import { type Confirmation, refuseUnconfirmed } from './review/confirm.ts';
import { correctionDraftsOf } from './review/records.ts';
import { sameNotice } from './same-notice.ts';
import { lostSeries, restartSeries } from './series/heal.ts';
import { type StartOptions, startRegistered, startSeries } from './start.ts';
import { opensWithIssue, type Task, type TaskOptions } from './task.ts';

export interface IssueOptions extends StartOptions, GateOptions, Omit<TaskOptions, 'calendar' | 'issuedOn'> {
  readonly register: Register;
  readonly calendar: WorkCalendar;
  readonly issuedAt: Instant;
  /** Issue what leads an agency the directory does not know: nobody will be told of it. Else it is refused. */
  readonly allowUnknown?: boolean;
  /** Issue what was due before the notice. Else it is refused: it is nearly always a misreading. */
  readonly allowPast?: boolean;
  /** Who issues, and what they confirm of what was read with doubt. Else any doubt is refused. */
  readonly confirmation?: Confirmation;
  /** Issue what the register holds another text of: the same number and day, or nearly the same words. Else it is refused. */
  readonly allowSame?: boolean;
  /** It is a corrected edition of this notice: what is the same goes on, the rest is changed, ended or given anew. */
  readonly replaces?: {
    readonly notice: NoticeRecord;
    readonly by: Actor;
    /** Sees what the edition changes before anything is; whoever throws here has nothing changed. */
    readonly onEdition?: (edition: Edition) => Promise<void>;
  };
  /** Channels that are set up; none unless told. */
  readonly ready?: ReadonlySet<Channel>;
  /** Sees what issuing will come to before anything is written; whoever throws here has nothing issued. */
  readonly onPreview?: (preview: IssuePreview) => Promise<void>;
  readonly onStarted?: (done: number, total: number) => void;
}

const STARTED_AT_ONCE = 8;

export interface Issued {
  readonly notice: NoticeRecord;
  /** Of a recurring directive the first occurrence; the others are opened as they come. */
  readonly directives: readonly DirectiveRecord[];
  readonly series: readonly SeriesRecord[];
  /** True where it had been begun before, by an attempt that was cut short or by somebody at the same time. */
  readonly resumed: boolean;
  /** How much of it there is, and how much this very call started; what recurs counts once, whatever it opens. */
  readonly tasks: { readonly total: number; readonly started: number };
  /** By directive, what its recurring rule comes to where that is nothing. */
  readonly barren: readonly { readonly localId: string; readonly note: string }[];
  /** What was put in the register of policies that are not proved. */
  readonly overridden: readonly PolicyOverride[];
  /** What it changed of the notice it replaces. */
  readonly edition?: Edition;
}

/**
 * Registers a notice with all its directives, then starts a workflow for each, and one for each that recurs. Cut short
 * anywhere, the same call again goes on where it stopped, and starts what recurs anew where that runs no longer; a
 * notice issued before of which nothing is missing is refused. Two calls at once share the work, and each says what was
 * its part.
 * @throws UserError naming what is wrong, before anything is written.
 */
export async function issueNotice(given: ReadNotice, options: IssueOptions): Promise<Issued> {
  const { register, issuedAt, confirmation } = options;
  const calendar = await register.calendars.newest(options.calendar);
  // Kept, so that what was issued by it can be told by it when a later one is in force.
  await register.calendars.save({ calendar, source: SHIPPED_SOURCE });
  const directory = await register.directory.current();
  const read = { ...given, notice: withAgencies(given.notice, directory) };
  const party = partyIn(directory, read.notice.anchor);
  const day = shareDay(read.notice.anchor, issuedAt);
  const whole = tasksOfNotice(read, { ...options, calendar, issuedOn: dayOf(issuedAt) });
  const tasks = sharedTasks(whole, read, directory, day);
  const draftOf = (task: Task) => directiveDraftOf(task, issuedAt, calendar, party);
  const drafts = tasks.filter(opensWithIssue).map(draftOf);
  const recurring = seriesDraftsOf(tasks, draftOf);
  if (tasks.length === 0) throw new UserError(`${nameOf(read)}: không có nhiệm vụ nào để giao`);
  const issuer = present({ issuedBy: confirmation?.by });
  const own = await register.notices.find(noticeIdOf(read.text));
  const isNew = own === undefined;
  const replaces = options.replaces && {
    ...options.replaces,
    notice: await replacedBy(register, read, own, options.replaces.notice),
  };
  const editions = replaces ? await register.notices.editions(replaces.notice.id) : [];
  const refuseHeld = (held: HeldBefore) => {
    if (replaces) refuseOvertaken(read, replaces.notice, editions, held.editions);
    if (!options.allowSame) refuseSame(read, held);
  };
  let overrides: Awaited<ReturnType<typeof requireProved>> = new Map();
  await requireAll([
    () => options.allowPast || refusePast(whole.filter(opensWithIssue).map(draftOf), read.notice.anchor),
    () => options.allowUnknown || refuseUnknown(drafts, directory, day),
    () => refuseUnconfirmed(read, confirmation),
    async () => isNew && refuseHeld({ like: await register.notices.like(noticeDraftOf(read)), editions }),
    async () => {
      overrides = await requireProved(register, new Set(tasks.map((t) => t.policy)), calendar, options);
    },
  ]);
  const edition = replaces && (await editionOf(read, { ...options, replaces }, drafts, recurring));
  if (isNew) {
    const { ready = new Set<Channel>() } = options;
    const fresh = edition ? tasks.filter(({ id }) => edition.added.some((one) => one.id === id)) : tasks;
    if (fresh.length > 0) {
      await options.onPreview?.(
        issuePreviewOf(read, { tasks: fresh, day, directory, calendar, issuedAt, ready, ...issuer }),
      );
    }
  }
  if (edition) await replaces?.onEdition?.(edition);
  const { outcome, notice, directives, series } = await register.notices.register(
    { ...noticeDraftOf(read), ...issuer, ...present({ replaces: replaces?.notice.id }) },
    edition?.added ?? drafts,
    correctionDraftsOf(read, confirmation),
    edition?.addedSeries ?? recurring,
    overrides,
    // Once more as it is written: somebody may have given out another text of it while this one was being looked at.
    refuseHeld,
  );
  const waiting = directives.filter((d) => d.issueState === 'drafted');
  const waitingSeries = series.filter((s) => s.issueState === 'drafted');
  const resumed = outcome === 'already-registered';
  const lost = resumed ? await lostSeries(register, await runsOf(options.client), series) : [];
  const changes = edition !== undefined && changesAnything(edition);
  if (resumed && waiting.length + waitingSeries.length + lost.length === 0 && !changes) {
    throw new UserError(ISSUE_REFUSALS.issuedBefore(nameOf(read), notice, directives.every(isClosed)));
  }
  const find = await knownCalendars(register);
  let done = 0;
  let started = 0;
  await atOnce(waiting, STARTED_AT_ONCE, async (directive) => {
    // What was cut short goes on by the edition it was registered with.
    const of = { ...options, calendar: find(directive.calendar) ?? calendar };
    if ((await startRegistered(of, notice, directive)) && directive.series === undefined) started++;
    options.onStarted?.(++done, waiting.length);
  });
  for (const one of waitingSeries) {
    if (await startSeries(options, notice, one)) started++;
    await register.series.markStarted(one.id);
  }
  await restartSeries(options, lost);
  if (edition && replaces) {
    await carryOutEdition({ ...options, calendar }, edition, editionGiven(read, replaces.by, issuedAt), notice.id);
  }
  const barren = read.notice.directives.flatMap(({ id: localId }) =>
    barrenNotes(whole.filter((t) => t.draft.id === localId)).map((note) => ({ localId, note })),
  );
  return present({
    notice,
    directives,
    series,
    resumed,
    tasks: {
      total: directives.filter((d) => d.series === undefined).length + series.length,
      started: started + lost.length,
    },
    barren,
    overridden: resumed ? [] : [...overrides.values()],
    edition,
  });
}

/** What the edition changes, all of which the rules would take. */
async function editionOf(
  read: ReadNotice,
  { register, replaces, issuedAt }: IssueOptions & Required<Pick<IssueOptions, 'replaces'>>,
  drafts: readonly DirectiveDraft[],
  recurring: readonly SeriesDraft[],
): Promise<Edition> {
  const { notice, by } = replaces;
  const edition = await planEdition(register, notice, drafts, recurring);
  await requirePossible(register, edition, editionGiven(read, by, issuedAt));
  return edition;
}

function editionGiven({ notice: { number, issued, anchor } }: ReadNotice, by: Actor, now: Instant) {
  return { by, now, name: EDITION.name(number, issued ?? anchor) };
}

/**
 * The notice an edition is held against: the one that was named, or the one it was registered against where it was cut
 * short; its number then means the edition itself.
 */
async function replacedBy(
  register: Register,
  read: ReadNotice,
  own: NoticeRecord | undefined,
  named: NoticeRecord,
): Promise<NoticeRecord> {
  if (own === undefined) return named;
  const editions = await register.notices.editions(own.id);
  const before = editions.find(({ id }) => id === own.replaces);
  if (before === undefined || editions.at(-1)?.id !== own.id) throw new UserError(EDITION.itself(nameOf(read)));
  return before;
}

/** What an edition changes was worked out against these editions: one more, and it would change the wrong one. */
function refuseOvertaken(
  read: ReadNotice,
  replaced: NoticeRecord,
  seen: readonly NoticeRecord[],
  now: readonly NoticeRecord[],
): void {
  const newer = now.find(({ id }) => !seen.some((one) => one.id === id));
  if (newer) throw new UserError(EDITION.overtaken(nameOf(read), replaced.number ?? replaced.id, newer.id));
}

function refuseSame(read: ReadNotice, { like, editions }: HeldBefore): void {
  const draft = noticeDraftOf(read);
  const others = like.filter(({ id }) => !editions.some((one) => one.id === id));
  const same = sameNotice(draft, others);
  if (same === undefined) return;
  const { id, number, issued, anchor } = same.notice;
  const held = { id, number, day: formatDay(issued ?? anchor) };
  throw new UserError(ISSUE_REFUSALS.sameNotice(nameOf(read), held, same.by, same.differences));
}

function refusePast(drafts: readonly DirectiveDraft[], anchor: Day): void {
  const past = drafts.filter((d) => d.due !== null && d.due < anchor);
  if (past.length === 0) return;
  const list = past.map((d) => `${d.localId} (“${d.deadline?.phrase ?? ''}” = ${formatDay(d.due)})`).join(', ');
  throw new UserError(
    `hạn trước ngày ban hành ${formatDay(anchor)}: ${list}; sửa thông báo, hoặc thêm --allow-past nếu đúng là như vậy`,
  );
}

/** Nobody is told of what an agency leads that the directory does not have, or a group in which it has no agency. */
function refuseUnknown(drafts: readonly DirectiveDraft[], directory: Directory, day: Day): void {
  const unknown = drafts.flatMap((d) =>
    d.lead.length === 0
      ? [ISSUE_REFUSALS.leadless(d.localId)]
      : d.lead.filter((l) => isNobody(l, directory, day)).map((l) => `${d.localId} “${l.name}”`),
  );
  if (unknown.length === 0) return;
  throw new UserError(ISSUE_REFUSALS.unknownLeads([...new Set(unknown)]));
}

function nameOf({ notice, fileName, id }: ReadNotice): string {
  return notice.number ?? fileName ?? id;
}
