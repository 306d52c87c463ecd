import { type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import type { DirectiveRecord, Register } from '../../register/index.ts';
import { knownCalendars } from '../change/calendar-in-force.ts';
import { explain, rolesOf, type WhyAnswer } from './explain.ts';
import { type Subject, subjectOf } from './subject.ts';

export interface Why {
  readonly subject: Subject;
  readonly day: Day;
  /** Of each directive in which the subject has a role or a message; the told first. */
  readonly answers: readonly WhyAnswer[];
}

/**
 * Why somebody was told, or was not told, something on a day: from the ledger, the policy's snapshot, the edition of
 * the calendar and the directory as of that day. Reads only.
 * @throws UserError where nobody of that name is in the directory.
 */
export async function why(
  register: Register,
  name: string,
  day: Day,
  { only, now = Date.now() }: { readonly only?: DirectiveRecord; readonly now?: Instant } = {},
): Promise<Why> {
  const directory = await register.directory.current();
  const subject = subjectOf(directory, name, day);
  const find = await knownCalendars(register);
  const told = new Set(await register.ledger.directivesOf(subject));
  const candidates = only ? [only] : await register.directives.list();
  const answers: WhyAnswer[] = [];
  for (const directive of candidates) {
    // What has changed hands is looked into: only its log says who led it that day.
    const concerned = told.has(directive.id) || directive.originalLead !== undefined || directive.contact !== null;
    if (!concerned && rolesOf(directive, directory, subject, day).length === 0) continue;
    const view = await register.directives.show(directive.id);
    if (view) answers.push(...explain(view, directory, find, subject, day, now));
  }
  const isNews = (a: WhyAnswer) => a.verdict !== 'no-step' && a.verdict !== 'closed' && a.verdict !== 'no-role';
  const sorted = [...answers.filter(isNews), ...answers.filter((a) => !isNews(a))];
  // Asked about one, it says so even where there is nothing; asked about all, what closed long ago is no answer.
  const shown = only ? sorted : sorted.filter((a) => a.verdict !== 'closed' || (a.at !== null && dayOf(a.at) >= day));
  return { subject, day, answers: shown };
}
