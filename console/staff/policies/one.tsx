import type { Context } from 'hono';
import type { Policy } from '../../../dsl/policy/index.ts';
import { present } from '../../../dsl/present.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import { versionOf } from '../../../office/proof/index.ts';
import { reportDocx } from '../../../office/report/document.ts';
import { hasRight } from '../../../office/staff/index.ts';
import { policyPage } from '../../../texts/policy-page.ts';
import {
  COMPARE_PAGE,
  MIGRATE_PAGE,
  POLICIES_PAGE,
  POLICY_FORM,
  POLICY_PAGE as say,
  YEAR_PAGE,
} from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';
import { yearPath } from '../year/path.ts';
import { CasesView, casesRead } from './cases.tsx';
import { ExampleView, exampleAsked } from './example.tsx';
import { ownFileOf, policyNamed } from './known.ts';
import { ProofsView } from './proofs.tsx';

/** One policy: in words, as a picture, what is proved of it, its cases. */
export async function showPolicy(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const policy = await policyNamed(c.req.param('policy') ?? '', context);
  if (!policy) return problemPage(c, context, 'notFound');
  const proofs = await context.checks.proofsOf(policy);
  const cases = await casesRead(policy, context, proofs);
  const calendar = await calendarInForce(context.register);
  const here = `${visit.top}/quy-tac/${policy.id}`;
  const isOwn = (await ownFileOf(policy.id, context)) !== undefined;
  const said = c.req.query('da') === undefined ? undefined : ({ kind: 'done', text: POLICY_FORM.saved } as const);
  const running = (await context.register.policies.running()).get(policy.id) ?? 0;
  return staffPage(
    c,
    context,
    visit,
    {
      title: policy.name,
      at: 'policies',
      ...present({ said, refresh: proofs.state === 'running' ? { seconds: 3 } : undefined }),
    },
    <>
      <section class="card">
        <p class="back">
          <a href={`${visit.top}/quy-tac`}>{POLICIES_PAGE.back}</a>
        </p>
        <h1>{policy.name}</h1>
        <p>{say.version(policy.id, versionOf(policy))}</p>
        <p>{say.running(running)}</p>
        <p class="buttons">
          <a class="go" href={`${here}/quy-tac.docx`}>
            {say.docx}
          </a>
          <a class="go" href={`${visit.top}/so-sanh?a=${policy.id}`}>
            {COMPARE_PAGE.open}
          </a>
          {context.year === undefined ? null : (
            <a class="go" href={`${yearPath(visit.top)}?quy-tac=${policy.id}`}>
              {YEAR_PAGE.open}
            </a>
          )}
          {hasRight(visit.session.role, 'set-up') ? (
            <a class="go" href={`${here}/chuyen`}>
              {MIGRATE_PAGE.open}
            </a>
          ) : null}
          {isOwn && hasRight(visit.session.role, 'set-up') ? (
            <a class="go" href={`${here}/sua`}>
              {POLICY_FORM.open}
            </a>
          ) : null}
        </p>
      </section>
      <WordsView policy={policy} />
      <ExampleView policy={policy} example={exampleAsked(c, context.now())} calendar={calendar} here={here} />
      <ProofsView policy={policy} proofs={proofs} calendar={calendar} />
      <CasesView policy={policy} cases={cases} folder={context.policiesFolder} />
    </>,
  );
}

/** Each rule beside where it comes from, as on the page people sign. */
function WordsView({ policy }: { readonly policy: Policy }) {
  const { tables, notes } = policyPage(policy, versionOf(policy));
  const [steps] = tables;
  return (
    <section class="card wide">
      <h2>{say.words}</h2>
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      {steps === undefined ? null : <TableView columns={steps.head.map((name) => ({ name }))} rows={steps.rows} />}
    </section>
  );
}

/** The page people sign, as a file. */
export async function servePolicyDocx(c: Context<Env>, context: StaffContext): Promise<Response> {
  const policy = await policyNamed(c.req.param('policy') ?? '', context);
  if (!policy) return problemPage(c, context, 'notFound');
  const bytes = await reportDocx(policyPage(policy, versionOf(policy)));
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'Content-Disposition': `attachment; filename="quy-tac-${policy.id}.docx"`,
  });
}
