import type { Context } from 'hono';
import { itemOf } from '../../../office/page-address.ts';
import { POLICY_FORM, MIGRATE_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';
import { policyNamed } from './known.ts';

/** What became of one directive. */
export interface MigratedRow {
  readonly id: string;
  readonly outcome: 'changed' | 'already' | 'closed' | 'failed';
  /** It is one that recurs: what it opens from now on. */
  readonly isSeries?: boolean;
  readonly reason?: string;
}

/** How far it is; then a result for each. */
export async function showMigrating(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const policy = await policyNamed(c.req.param('policy') ?? '', context);
  if (!policy) return problemPage(c, context, 'notFound');
  const job = context.migrations.of(policy.id);
  const here = `${visit.top}/quy-tac/${policy.id}`;
  if (!job) return c.redirect(`${here}/chuyen`, 303);
  const rows = job.result ?? [];
  const count = (outcome: MigratedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return staffPage(
    c,
    context,
    visit,
    {
      title: say.title(policy.name),
      at: 'policies',
      ...(job.state === 'running' ? { refresh: { seconds: 1 } } : {}),
    },
    <section class="card wide">
      <p class="back">
        <a href={here}>{POLICY_FORM.back}</a>
      </p>
      <h1>{job.state === 'running' ? say.running : say.title(policy.name)}</h1>
      {job.state === 'running' ? (
        <>
          <p role="status">{say.progress(job.done, job.total)}</p>
          <progress value={job.done} max={Math.max(1, job.total)} aria-label={say.running} />
        </>
      ) : null}
      {job.state === 'failed' ? <p class="fault">{job.fault}</p> : null}
      {job.state === 'done' ? (
        <>
          <p role="status">{say.done(count('changed'), rows.length)}</p>
          <TableView
            columns={say.resultHead.map((name) => ({ name }))}
            rows={rows.map(({ id, outcome, isSeries, reason }) => [
              isSeries ? say.series(id) : <a href={`${visit.top}/nhiem-vu/${itemOf(id)}`}>{id}</a>,
              outcome === 'failed' ? (
                <span class="missing">{say.outcomes.failed(reason ?? '')}</span>
              ) : (
                say.outcomes[outcome]
              ),
            ])}
          />
          {count('failed') === 0 ? null : (
            <p>
              <a class="go" href={`${here}/chuyen`}>
                {say.again}
              </a>
            </p>
          )}
        </>
      ) : null}
    </section>,
  );
}
