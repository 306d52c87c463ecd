import { present } from '../../dsl/present.ts';
import type { Directive, Post } from '../../dsl/rules/index.ts';
import type { PlanChange } from '../../dsl/rules/wake.ts';
import { type Day, dayOf, type Instant, instantAt, minutesOf } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { DirectiveView, ReplyRecord } from '../../register/index.ts';
import { cooperatedAtIssue } from '../../register/life-of-log.ts';
import { actName, actWords } from '../../texts/acts.ts';
import { kindName } from '../../texts/names.ts';
import { overrideText } from '../../texts/proof-gate.ts';
import { causeText } from '../../texts/rules.ts';
import { lineageTexts } from '../../texts/succession.ts';
import {
  calendarNote,
  laterReviewsNote,
  messageSentence,
  noticeLine,
  partiesLine,
  policyLine,
  replyNote,
  titleText,
} from '../../texts/timeline.ts';
import { stepsAhead } from './ahead.ts';
import { assemble, flagOf } from './assemble.ts';
import { stateOfStep } from './message-state.ts';
import type { Flag, Mark, MarkState, Timeline, Track } from './types.ts';

export interface ViewPictureOptions {
  /** The one the directive counts by; where its version differs from the directive's, the picture says so. */
  readonly calendar: WorkCalendar;
  readonly today?: Day;
  /** Answers by mail that nobody has confirmed: told beside the picture, for nothing has happened yet. */
  readonly replies?: readonly Pick<ReplyRecord, 'id' | 'recordedAt' | 'fromAddress'>[];
}

/**
 * A directive that was issued: what was planned on that day, what happened to it since, and what is still to come as
 * things stand. The plan is the preview of the policy's snapshot, so a later edition of the policy changes nothing.
 */
export function timelineOfView(view: DirectiveView, options: ViewPictureOptions): Timeline {
  const { directive: d, notice } = view;
  const { calendar, today, replies = [] } = options;
  const changes = view.events.flatMap(planChange);
  const policy = changes.find((c) => c.previousPolicy)?.previousPolicy ?? d.policy;
  const calendarAtIssue = changes.find((c) => c.previousCalendar)?.previousCalendar ?? d.calendar;
  const issued = asIssued(view, changes, calendar);
  const planned = stepsAhead(policy, issued, entered(view));
  const { coming, left } = stillToCome(view, stepsAhead(policy, issued, view.events));
  const ran = view.events.flatMap((e) => e.posts);
  const known = new Set([...ran, ...coming].flatMap((post) => [post.key, ...(post.merges ?? [])]));
  const marks: Mark[] = [
    ...planned.map((post) => markOf(post, 'plan', known.has(post.key) ? 'planned' : 'dropped')),
    ...ran.map((post) => ranMark(post, view)),
    ...coming.map((post) => markOf(post, 'run', 'planned')),
    ...view.events.flatMap(actMark),
  ];
  const names = (parties: readonly { name: string }[]) => parties.map((p) => p.name);
  return assemble({
    title: titleText(d.series ? `${d.localId} (${d.series.occurrence})` : d.localId, d.due),
    about: [
      `${noticeLine(notice.number, notice.issued ?? notice.anchor)}. ${policyLine(d.policy.name)}`,
      partiesLine(names(d.lead), names(d.cooperating)),
      ...lineageTexts(view.lineage, ({ other }) => other.localId),
    ],
    tracks: ['plan', 'run'],
    marks,
    flags: [flagOf('notice', dayOf(d.issuedAt), d.issuedAt), ...deadlines(view)],
    suspensions: suspensionsOf(view),
    calendar,
    ...present({ today }),
    notes: [
      ...view.overrides.map(overrideText),
      ...(left > 0 ? [laterReviewsNote(left)] : []),
      ...calendarNotes(calendarAtIssue.version, calendar.version),
      ...replies.map(replyNote),
    ],
  });
}

/** The directive as the rules saw it on its first day. */
function asIssued({ directive: d }: DirectiveView, changes: readonly PlanChange[], calendar: WorkCalendar): Directive {
  return {
    id: d.id,
    issuedAt: d.issuedAt,
    due: d.originalDue,
    calendar,
    ...present({ opensOn: d.opensOn }),
    interpreter: d.interpreter,
    ...present({ parent: d.parent?.id }),
    hasCooperating: cooperatedAtIssue(d, changes),
    ...present({ parties: d.partiesAtIssue, traits: d.traits }),
  };
}

/** The policy a directive has now may not be the one it was issued with: the change keeps the old one. */
function planChange({ plan }: { readonly at: Instant; readonly plan?: PlanChange }): PlanChange[] {
  return plan === undefined ? [] : [plan];
}

/** Old work begins with its entry into the register, in the state it had; all other work with nothing. */
function entered({ events }: DirectiveView) {
  return events.slice(0, 1).filter((e) => e.act?.act.type === 'import');
}

function calendarNotes(issued: Day, drawn: Day): string[] {
  return issued === drawn ? [] : [calendarNote(issued, drawn)];
}

/** The office is asked about a suspension for two years: so many of these times say enough. */
const REVIEWS_SHOWN = 2;

/** Of the steps ahead those that are not told. `left` = how many of a suspension's reviews are not shown. */
function stillToCome({ events }: DirectiveView, ahead: readonly Post[]): { coming: Post[]; left: number } {
  const last = events.at(-1);
  if (last?.closedAt) return { coming: [], left: 0 };
  const told = new Set(events.flatMap((e) => e.posts).flatMap((post) => [post.key, ...(post.merges ?? [])]));
  const all = ahead.filter((post) => !told.has(post.key));
  const reviews = all.filter((post) => post.kind === 'suspension-review');
  const left = reviews.slice(REVIEWS_SHOWN);
  return { coming: all.filter((post) => !left.includes(post)), left: left.length };
}

function markOf(post: Post, track: Track, state: MarkState, details: readonly string[] = []): Mark {
  const { key: id, to: role, at, stage, kind, cause } = post;
  return {
    id,
    track,
    role,
    at,
    day: dayOf(at),
    stage,
    kind,
    state,
    details,
    label: kindName(kind, role),
    rule: causeText(cause),
  };
}

function ranMark(post: Post, { messages }: DirectiveView): Mark {
  const own = messages.filter((m) => m.postKey === post.key);
  return markOf(post, 'run', stateOfStep(own), own.map(messageSentence));
}

function actMark({ seq, at, act: done }: DirectiveView['events'][number]): Mark[] {
  if (!done) return [];
  const { act } = done;
  return [
    {
      id: `act.${seq}`,
      track: 'run',
      at,
      day: dayOf(at),
      stage: 'act',
      kind: act.type,
      state: 'act',
      role: act.by.head ? `headOf(${act.by.party})` : act.by.party,
      label: actName(act),
      rule: actWords(act),
      details: [],
    },
  ];
}

/** Every deadline that was in force, each day once; the one in force stands out. */
function deadlines({ directive: d, events }: DirectiveView): Flag[] {
  const days = new Set([d.originalDue, ...events.map((e) => e.due)]);
  days.delete(d.due);
  const old = [...days].flatMap((day) => (day === null ? [] : [flagOf('due-replaced', day)]));
  if (d.due === null) return old;
  const at = d.dueTime === undefined ? undefined : instantAt(d.due, minutesOf(d.dueTime));
  return [...old, flagOf('due', d.due, at)];
}

function suspensionsOf({ events }: DirectiveView): { from: Day; to: Day | null }[] {
  const spans: { from: Day; to: Day | null }[] = [];
  let since: Day | null = null;
  for (const { at, status } of events) {
    if (status === 'suspended') since ??= dayOf(at);
    else if (since !== null) {
      spans.push({ from: since, to: dayOf(at) });
      since = null;
    }
  }
  return since === null ? spans : [...spans, { from: since, to: null }];
}
