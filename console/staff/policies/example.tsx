import type { Context } from 'hono';
import type { Policy } from '../../../dsl/policy/index.ts';
import { addDays, type Day, dayOf, daysBetween, type Instant } from '../../../dsl/time/day.ts';
import { typedDay } from '../../../dsl/time/typed-day.ts';
import type { WorkCalendar } from '../../../dsl/time/work-calendar.ts';
import { stepLine } from '../../../office/plan.ts';
import { type Example, exampleOf } from '../../../office/policies/example.ts';
import { formatDay, formatMoment } from '../../../texts/format.ts';
import { oneLine } from '../../../texts/messages/index.ts';
import { POLICY_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { TimelineView } from '../../timeline/document.tsx';
import { FieldView } from '../field-view.tsx';
import { TableView } from '../table.tsx';

/** Most days of an example. */
const LONGEST = 3_653;
const USUAL_TERM = 30;

/** The days somebody asked to see, as typed, or why there are none. */
export interface AskedExample {
  readonly issued: string;
  readonly due: string;
  readonly example: Example | { readonly fault: string };
}

/** What the address asks for; else a directive of today that is due in a month. */
export function exampleAsked(c: Context<Env>, now: Instant): AskedExample {
  const today = dayOf(now);
  const issued = oneLine(c.req.query('giao') ?? formatDay(today));
  const first = typedDay(issued);
  const due = oneLine(c.req.query('han') ?? formatDay(addDays(first ?? today, USUAL_TERM)));
  return { issued, due, example: exampleIn(first, issued, due) };
}

function exampleIn(first: Day | undefined, issued: string, due: string): AskedExample['example'] {
  if (first === undefined) return { fault: say.badDay(issued) };
  if (/^không/i.test(due.normalize('NFC'))) return { issued: first, due: null };
  const last = typedDay(due);
  if (last === undefined) return { fault: say.badDay(due) };
  return Math.abs(daysBetween(first, last)) > LONGEST ? { fault: say.tooFar } : { issued: first, due: last };
}

/** What would be told of one directive, as a picture and as a table; the days are the reader's. */
export function ExampleView({
  policy,
  example: { issued, due, example },
  calendar,
  here,
}: {
  readonly policy: Policy;
  readonly example: AskedExample;
  readonly calendar: WorkCalendar;
  readonly here: string;
}) {
  return (
    <section class="card" id="vi-du">
      <h2>{say.example}</h2>
      <p class="hint">{say.exampleAbout}</p>
      <form method="get" action={`${here}#vi-du`}>
        <div class="row">
          <FieldView id="giao" name="giao" label={say.issued} value={issued} />
          <FieldView id="han" name="han" label={say.due} hint={say.dueHint} value={due} />
          <button type="submit" class="quiet">
            {say.show}
          </button>
        </div>
      </form>
      {'fault' in example ? (
        <p class="fault" role="alert">
          {example.fault}
        </p>
      ) : (
        <ExamplePicture policy={policy} example={example} calendar={calendar} />
      )}
    </section>
  );
}

/** The picture, and the table that says the same. */
export function ExamplePicture({
  policy,
  example,
  calendar,
}: {
  readonly policy: Policy;
  readonly example: Example;
  readonly calendar: WorkCalendar;
}) {
  const { planned, timeline } = exampleOf(policy, example, calendar);
  if (planned.steps.length === 0) return <p>{say.noSteps}</p>;
  return (
    <>
      <TimelineView timeline={timeline} id="vi-du-hinh" label={say.example} />
      <details class="more">
        <summary>{say.steps}</summary>
        <TableView
          columns={say.stepsHead.map((name) => ({ name }))}
          rows={planned.steps.map((step) => [formatMoment(Date.parse(step.at)), stepLine(step)])}
        />
      </details>
      {planned.notes.map((note) => (
        <p class="hint">{note}</p>
      ))}
    </>
  );
}
