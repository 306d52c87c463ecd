import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Policy } from '../../../dsl/policy/index.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import { makePolicy, offeredOf, ownPolicies } from '../../../office/policies/index.ts';
import { knownUnproved } from '../../../office/proof/index.ts';
import { hasRight } from '../../../office/staff/index.ts';
import { NEW_POLICY, POLICIES_PAGE as say, YEAR_PAGE } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { FieldView } from '../field-view.tsx';
import { sentFields } from '../fields.ts';
import { type Said, staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';
import { yearPath } from '../year/path.ts';
import { ChoiceView } from './form-parts.tsx';
import { isPolicyId, policyNamed, withoutFolder } from './known.ts';

/** Every policy there is to choose from, and the files that hold none. */
export async function showPolicies(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  return policiesPage(c, context, visit);
}

/** A new policy of the office's own, copied from one there is, to be changed. */
export async function copyPolicy(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const [id, name] = [sent.line('ma'), sent.line('ten')];
  const from = await policyNamed(sent.line('theo'), context);
  try {
    if (!isPolicyId(id) || !from) throw new UserError(NEW_POLICY.needsId);
    await makePolicy(context.policiesFolder, { ...from, id, name: name === '' ? id : name }, 'yaml');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const text = withoutFolder(error.message, context.policiesFolder);
    return policiesPage(c, context, visit, { kind: 'refused', text });
  }
  return c.redirect(`${visit.top}/quy-tac/${id}/sua?da=chep`, 303);
}

async function policiesPage(c: Context<Env>, context: StaffContext, visit: StaffVisit, said?: Said): Promise<Response> {
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
    { title: say.title, at: 'policies', ...(said === undefined ? {} : { said, status: 422 as const }) },
    <>
      <section class="card wide">
        <h1>{say.title}</h1>
        <p class="hint">{say.about}</p>
        {context.year === undefined ? null : (
          <p class="buttons">
            <a class="go" href={yearPath(visit.top)}>
              {YEAR_PAGE.open}
            </a>
          </p>
        )}
        <TableView columns={say.head.map((name, i) => ({ name, isNumber: i === 4 }))} rows={rows} />
      </section>
      {hasRight(visit.session.role, 'set-up') ? <NewPolicyForm top={visit.top} policies={offeredOf(own)} /> : null}
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

function NewPolicyForm({ top, policies }: { readonly top: string; readonly policies: readonly Policy[] }) {
  return (
    <section class="card">
      <h2>{NEW_POLICY.title}</h2>
      <p class="hint">{NEW_POLICY.about}</p>
      <form method="post" action={`${top}/quy-tac`}>
        <div class="row">
          <FieldView id="ma" name="ma" label={NEW_POLICY.id} hint={NEW_POLICY.idHint} isRequired />
          <FieldView id="ten" name="ten" label={NEW_POLICY.name} />
          <ChoiceView
            name="theo"
            label={NEW_POLICY.from}
            value=""
            choices={policies.map(({ id, name }) => ({ value: id, words: name }))}
          />
        </div>
        <button type="submit">{NEW_POLICY.make}</button>
      </form>
    </section>
  );
}
