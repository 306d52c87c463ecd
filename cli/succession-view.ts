import { present } from '../dsl/present.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { UserError } from '../dsl/user-error.ts';
import { knownCalendars } from '../office/change/calendar-in-force.ts';
import { notesOf, stepLine, stepOf } from '../office/plan.ts';
import { type Absorption, type SuccessionPlan, stepsOfDraft } from '../office/succession/index.ts';
import type { DirectiveDraft, DirectiveRecord, Register } from '../register/index.ts';
import { formatDay, formatMoment } from '../texts/format.ts';
import { stepText } from '../texts/rules.ts';
import { SUCCESSION_LINES as lines, SUCCESSION_REFUSALS as refuse } from '../texts/succession.ts';
import { requireDirective } from './find-directive.ts';
import { printJson, printLine } from './output.ts';
import { findSeries } from './series-view.ts';
import { tableOf } from './table.ts';

type Format = 'table' | 'json';

/** What closes and what opens, with every step the rules will take of it; `find`: the calendars. */
export function printPlan(plan: SuccessionPlan, calendarOf: (d: DirectiveDraft) => WorkCalendar, format: Format): void {
  const opens = plan.opens.map((draft) => {
    const { steps, collapsed } = stepsOfDraft(draft, calendarOf(draft));
    return {
      draft,
      steps: steps.map((s) => stepOf(s, draft)),
      notes: notesOf(collapsed, draft.due, calendarOf(draft)),
    };
  });
  if (format === 'json') {
    printJson({
      preview: true,
      closes: plan.closes.map(({ directive: d, act, asked, tells }) => ({
        id: d.id,
        due: d.due,
        how: act.succession?.how,
        successor: act.successor,
        unansweredExtension: asked,
        steps: tells.map((post) => stepOf(post, d)),
      })),
      ...present({ goesOn: plan.absorbs ? absorptionJson(plan.absorbs) : undefined }),
      notes: plan.notes,
      opens: opens.map(({ draft, steps, notes }) => ({ ...draftJson(draft), steps, notes })),
    });
    return;
  }
  for (const { directive, act, asked, tells } of plan.closes) {
    printLine(lines.closes(directive.id, directive, act.succession?.how ?? 'split'));
    for (const post of tells) printLine(`  ${formatMoment(post.at)}  ${stepText(post)}`);
    if (asked !== null) printLine(`  * ${lines.extensionEnds(asked)}`);
  }
  if (plan.absorbs) {
    const { directive, act, tells } = plan.absorbs;
    printLine(`\n${lines.goesOn(directive.id, directive)}`);
    printLine(lines.cooperating([...directive.cooperating, ...act.joining].map((p) => p.name)));
    for (const post of tells) printLine(`  ${formatMoment(post.at)}  ${stepText(post)}`);
  }
  for (const note of plan.notes) printLine(`  * ${note}`);
  for (const { draft, steps, notes } of opens) {
    printLine(`\n${lines.opens(draft.id, draft.policy.id, draft.due)}`);
    printLine(partyLine(draft));
    printLine(`“${draft.text}”`);
    const rows = steps.map((s) => [formatMoment(Date.parse(s.at)), stepLine(s)]);
    printLine(tableOf(['Thời điểm', 'Bước'], rows));
    for (const note of notes) printLine(`  * ${note}`);
  }
  printLine(`\n${lines.nothingDone}`);
}

/** One directive, not a recurring one as such. */
export async function findSingle(register: Register, id: string): Promise<DirectiveRecord> {
  const series = (await register.directives.find(id)) ? undefined : await findSeries(register, id);
  if (series) throw new UserError(refuse.series(series.series.id, series.occurrences.at(-1)?.id ?? '…'));
  return requireDirective(register, id);
}

/** The edition of the working calendar a directive counts by. */
export async function calendarsOf(register: Register): Promise<(d: DirectiveDraft) => WorkCalendar> {
  const find = await knownCalendars(register);
  return ({ calendar: wanted }) => {
    const calendar = find(wanted);
    if (!calendar) throw new Error(`calendar ${wanted.id} ${wanted.version} is not known`);
    return calendar;
  };
}

/** The directives that go on from now. */
export function printOpened(directives: readonly DirectiveRecord[]): void {
  printLine(
    tableOf(
      ['Mã', 'Chủ trì', 'Phối hợp', 'Hạn'],
      directives.map((d) => [d.id, names(d.lead), names(d.cooperating), formatDay(d.due)]),
      [null, 34, 34],
    ),
  );
}

function absorptionJson({ directive, act, tells }: Absorption) {
  const { from, joining, text } = act;
  const steps = tells.map((post) => stepOf(post, directive));
  return { id: directive.id, due: directive.due, from, joining, ...present({ text }), steps };
}

function draftJson({ id, localId, text, lead, cooperating, due, dueTime, policy }: DirectiveDraft) {
  return {
    id,
    localId,
    text,
    lead,
    cooperating,
    due,
    ...present({ dueTime }),
    policy: policy.id,
  };
}

function partyLine({ lead, cooperating }: DirectiveDraft): string {
  return `Chủ trì: ${names(lead)}${cooperating.length === 0 ? '' : `; phối hợp: ${names(cooperating)}`}`;
}

function names(parties: DirectiveDraft['lead']): string {
  return parties.map((p) => p.name).join(', ');
}
