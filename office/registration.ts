import { present } from '../dsl/present.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { DatedNotice, DraftDirective, Name } from '../notices/index.ts';
import {
  type DirectiveDraft,
  type Directory,
  type NamedParty,
  type NoticeDraft,
  noticeIdOf,
  type SeriesDraft,
  type TextSpan,
} from '../register/index.ts';
import { directiveWorkflowId, recurringWorkflowId } from '../workflows/contract.ts';
import { agencyOfName } from './review/agencies.ts';
import type { Review } from './review/types.ts';
import { type Task, type TaskOptions, tasksOf, traitsGiven } from './task.ts';

/** One notice as a file holds it: its own text, and its directives with spans into that text. */
export interface ReadNotice {
  readonly id: string;
  readonly text: string;
  readonly fileName: string | null;
  readonly notice: DatedNotice;
  /** What people changed of the reading, where they did. */
  readonly review?: Review;
}

/** The notices of a file. A file that bundles several gives each its own text: each is registered by its own words. */
export function noticesOf(
  file: { text: string; notices: readonly (DatedNotice & { readonly review?: Review })[] },
  fileName: string | null,
): ReadNotice[] {
  return file.notices.map(({ review, ...notice }) => {
    const reviewed = review === undefined ? {} : { review };
    if (file.notices.length === 1) return { id: noticeIdOf(file.text), text: file.text, fileName, notice, ...reviewed };
    const [start, end] = notice.span;
    const text = file.text.slice(start, end);
    return { id: noticeIdOf(text), text, fileName, notice: shifted(notice, -start), ...reviewed };
  });
}

/** All tasks of a notice, in the order of its text; which policy each follows the rules choose. */
export function tasksOfNotice(read: ReadNotice, options: TaskOptions): Task[] {
  return read.notice.directives.flatMap((draft) => tasksOf(read.id, read.notice, draft, options));
}

/** The notice as the register takes it. */
export function noticeDraftOf({ notice, text, fileName }: ReadNotice): NoticeDraft {
  const { number, issued, anchor, issuer, signer, urgency = null } = notice;
  return { number, issued, anchor, issuer, signer, urgency, text, fileName };
}

/** A task as the register keeps it. `parties` says which agencies its names are. */
export function directiveDraftOf(
  task: Task,
  issuedAt: Instant,
  calendar: WorkCalendar,
  parties: (name: Name) => NamedParty,
): DirectiveDraft {
  const { draft, deadline, part } = task;
  return {
    id: task.id,
    localId: draft.id,
    ...present({
      parent: task.parent && { ...task.parent, lead: task.parent.lead.map(parties) },
      series: part !== undefined ? { id: task.id.slice(0, -part.length - 1), occurrence: part } : undefined,
    }),
    text: draft.text,
    span: draft.span,
    deadline: deadlineWords(deadline),
    lead: draft.lead.map(parties),
    ...present({ leads: task.leads }),
    cooperating: draft.cooperating.map(parties),
    supervisor: draft.supervisor.map(parties),
    issuedAt,
    ...present({ opensOn: task.opensOn }),
    due: task.due,
    ...present({ dueTime: task.dueTime }),
    policy: task.policy,
    traits: traitsGiven(task),
    calendar: { id: calendar.id, version: calendar.version },
    workflowId: directiveWorkflowId(task.id),
  };
}

/** The recurring directives among the tasks, by the first task of each: what its occurrences have in common. */
export function seriesDraftsOf(tasks: readonly Task[], draftOf: (task: Task) => DirectiveDraft): SeriesDraft[] {
  const firsts = new Map<string, Task>();
  for (const task of tasks) if (task.series && !firsts.has(task.series.id)) firsts.set(task.series.id, task);
  return [...firsts.values()].flatMap((task) => {
    if (!task.series) return [];
    const { deadlines, ...series } = task.series;
    const { localId, text, span, lead, cooperating, supervisor, issuedAt, policy, traits, calendar, parent } =
      draftOf(task);
    const whole = parent && { ...parent, id: parent.id.slice(0, -(task.part?.length ?? -1) - 1) };
    return {
      ...series,
      localId,
      deadlines: deadlines.map(deadlineWords),
      template: {
        ...present({ parent: whole }),
        text,
        span,
        lead,
        cooperating,
        supervisor,
        issuedAt,
        policy,
        ...present({ traits }),
        calendar,
      },
      workflowId: recurringWorkflowId(series.id),
    };
  });
}

/** A deadline that a person set, where the notice has no words for one, has no place in the text. */
function deadlineWords(deadline: Task['deadline']): DirectiveDraft['deadline'] {
  return deadline && deadline.phrase !== '' ? { phrase: deadline.phrase, span: deadline.span } : null;
}

/** Finds a name in the directory as it stood on the notice's day; an unknown name keeps its words and no agency. */
export function partyIn(directory: Directory, day: DatedNotice['anchor']): (name: Name) => NamedParty {
  return ({ name, agency }) => {
    if (agency !== undefined) return { name, agency };
    const match = agencyOfName(directory, name, day);
    return match ? { name, agency: match.agency.id } : { name };
  };
}

function shifted(notice: DatedNotice, by: number): DatedNotice {
  const move = ([start, end]: TextSpan): TextSpan => [start + by, end + by];
  const name = (n: Name): Name => ({ ...n, span: n.span && move(n.span) });
  const directive = (d: DraftDirective): DraftDirective => ({
    ...d,
    span: move(d.span),
    lead: d.lead.map(name),
    cooperating: d.cooperating.map(name),
    supervisor: d.supervisor.map(name),
    deadlines: d.deadlines.map((x) => ({ ...x, span: move(x.span) })),
  });
  return { ...notice, span: move(notice.span), directives: notice.directives.map(directive) };
}
