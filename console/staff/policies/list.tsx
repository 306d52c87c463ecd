import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Policy } from '../../../dsl/policy/index.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import { offeredOf, ownPolicies } from '../../../office/policies/index.ts';
import { knownUnproved } from '../../../office/proof/index.ts';
import { POLICIES_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import type { StaffContext, StaffVisit } from '../context.ts';
import { staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';
import { withoutFolder } from './known.ts';

/** Every policy there is to choose from, and the files that hold none. */
export async function showPolicies(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { register, policiesFolder } = context;
  const own = await ownPolicies(policiesFolder);
  const running = await register.policies.running();
  const verdict = await verdictsIn(context);
  const rows = await Promise.all(
    offeredOf(own).map(async (policy) => {
      const file = own.policies.find((one) => one.policy === policy)?.file;
      const link = <a href={`${visit.top}/quy-tac/${policy.id}`}>{policy.name}</a>;
      const from = file === undefined ? say.ships : say.own(withoutFolder(file, policiesFolder));
      return [link, policy.id, from, await verdict(policy), say.running(running.get(policy.id) ?? 0)];
    }),
  );
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'policies' },
    <>
      <section class="card wide">
        <h1>{say.title}</h1>
        <p class="hint">{say.about}</p>
        <TableView columns={say.head.map((name, i) => ({ name, isNumber: i === 4 }))} rows={rows} />
      </section>
      {own.faults.length === 0 ? null : (
        <section class="card">
          <h2>{say.broken(own.faults.length)}</h2>
          <ul class="plain">
            {own.faults.map(({ text }) => (
              <li class="fault">{withoutFolder(text, policiesFolder)}</li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

/** In a word what is known of a policy; what nobody has checked is begun, and told when the page is next opened. */
async function verdictsIn({ register, checks }: StaffContext): Promise<(policy: Policy) => Promise<Child>> {
  const calendar = await calendarInForce(register);
  return async (policy) => {
    const unproved = await knownUnproved(policy, calendar, register);
    if (unproved === undefined) {
      await checks.proofsOf(policy);
      return say.unchecked;
    }
    const refuted = unproved.filter((one) => one.verdict === 'refuted').length;
    if (refuted > 0) return <span class="missing">{say.refuted(refuted)}</span>;
    return unproved.length > 0 ? say.undecided(unproved.length) : say.proved;
  };
}
