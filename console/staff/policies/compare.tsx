import type { Context } from 'hono';
import { present } from '../../../dsl/present.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import { offeredOf, ownPolicies } from '../../../office/policies/index.ts';
import { COMPARE_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import type { StaffContext, StaffVisit } from '../context.ts';
import { staffPage } from '../frame.tsx';
import { ComparedView } from './compared.tsx';
import { ChoiceView } from './form-parts.tsx';
import { policyNamed } from './known.ts';

/** How long the page waits before it says that it is still comparing. */
const WAIT_MS = 4_000;

/** Two policies, and whether the second falls behind the first. */
export async function showComparison(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const [first, second] = [c.req.query('a') ?? '', c.req.query('b') ?? ''];
  const [a, b] = await Promise.all([policyNamed(first, context), policyNamed(second, context)]);
  const compared = a && b ? await context.checks.compared(a, b, WAIT_MS) : undefined;
  const choices = offeredOf(await ownPolicies(context.policiesFolder)).map(({ id, name }) => ({
    value: id,
    words: name,
  }));
  const here = `${visit.top}/so-sanh`;
  return staffPage(
    c,
    context,
    visit,
    {
      title: say.title,
      at: 'policies',
      ...present({ refresh: compared?.state === 'running' ? { seconds: 2 } : undefined }),
    },
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <p class="hint">{say.about}</p>
        <form method="get" action={here}>
          <div class="row">
            <ChoiceView name="a" label={say.first} value={first} choices={choices} />
            <ChoiceView name="b" label={say.second} value={second} choices={choices} />
            <button type="submit">{say.compare}</button>
          </div>
        </form>
      </section>
      {a && b && compared ? (
        <section class="card wide" id="ket-qua">
          <h2>{say.pair(a.name, b.name)}</h2>
          <ComparedView a={a.id} b={b.id} compared={compared} calendar={await calendarInForce(context.register)} />
          <p>
            <a href={`${here}?a=${b.id}&b=${a.id}`}>{say.other}</a>
          </p>
        </section>
      ) : null}
    </>,
  );
}
