import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Policy } from '../../../dsl/policy/index.ts';
import { present } from '../../../dsl/present.ts';
import type { WorkCalendar } from '../../../dsl/time/work-calendar.ts';
import type { Affected } from '../../../office/change/affected.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import {
  applyMigration,
  type Migration,
  planMigration,
  previewMigration,
  runningEditions,
} from '../../../office/change/migrate-policy.ts';
import { itemOf } from '../../../office/page-address.ts';
import { GONE_STEP, MIGRATION_NOTES, NEW_STEP, whenText } from '../../../texts/change.ts';
import { COMPARE_LINES } from '../../../texts/policy-compare.ts';
import { stepText } from '../../../texts/rules.ts';
import { POLICY_FORM, MIGRATE_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { FieldView } from '../field-view.tsx';
import { sentFields } from '../fields.ts';
import { type Said, staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';
import { ComparedView } from './compared.tsx';
import { ChoiceView } from './form-parts.tsx';
import { policyNamed } from './known.ts';
import type { MigratedRow } from './migrated.tsx';

/** Directives whose steps are lived again for the preview: the first of them, so that a page is never long in coming. */
const MOST_PREVIEWED = 100;
/** How long the page waits for each comparison, and the form for the proofs. */
const WAIT_MS = 4_000;
const PROOF_MS = 90_000;

/** What would change for directives that run if they followed this policy; changes nothing. */
export async function showMigration(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const policy = await policyNamed(c.req.param('policy') ?? '', context);
  if (!policy) return problemPage(c, context, 'notFound');
  return migrationPage(c, context, visit, policy, c.req.query('tu') ?? policy.id);
}

/** Has them follow it; what is not proved is refused before anything is changed. */
export async function migrateNow(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const policy = await policyNamed(c.req.param('policy') ?? '', context);
  if (!policy) return problemPage(c, context, 'notFound');
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const [from, reason] = [sent.line('tu') || policy.id, sent.line('ly-do')];
  const refusal = await refusalOf(policy, reason, context);
  if (refusal !== undefined) return migrationPage(c, context, visit, policy, from, { kind: 'refused', text: refusal });
  const { register, client, migrations } = context;
  const operator = await register.operators.idOf(visit.session.name);
  migrations.start(policy.id, async (note) => {
    const onDone = (done: number, total: number) => note({ done, total });
    const planned = await planMigration(register, policy, { from });
    const by = { party: 'secretariat', operator, door: 'page' } as const;
    const applied = await applyMigration(client, register, planned, { by, reason, onDone });
    return rowsOf(planned, applied);
  });
  return c.redirect(`${visit.top}/quy-tac/${policy.id}/dang-chuyen`, 303);
}

async function refusalOf(policy: Policy, reason: string, { checks }: StaffContext): Promise<string | undefined> {
  if (reason === '') return say.needsReason;
  // Asked here first, beside the pages: the gate then remembers, and holds up nobody.
  const proofs = await checks.proofsOf(policy, PROOF_MS);
  if (proofs.state === 'running') return POLICY_FORM.stillChecking;
  if (proofs.state === 'failed') return proofs.fault;
  return proofs.value === 'proved' ? undefined : say.unproved;
}

function rowsOf(
  { directives }: Migration,
  { changed, already, closed, failed }: Awaited<ReturnType<typeof applyMigration>>,
): MigratedRow[] {
  const known = new Set(directives.map(({ id }) => id));
  const row = (outcome: MigratedRow['outcome']) => (id: string) =>
    present({ id, outcome, isSeries: known.has(id) ? undefined : true });
  return [
    ...failed.map(({ id, reason }) => ({ ...row('failed')(id), reason })),
    ...changed.map(row('changed')),
    ...already.map(row('already')),
    ...closed.map(row('closed')),
  ];
}

async function migrationPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  policy: Policy,
  from: string,
  said?: Said,
): Promise<Response> {
  const { register, checks, now } = context;
  const planned = await planMigration(register, policy, { from });
  const first = { ...planned, directives: planned.directives.slice(0, MOST_PREVIEWED) };
  const affected = await previewMigration(register, first, now());
  const editions = await Promise.all(
    runningEditions(planned).map(async (one) => ({
      ...one,
      compared: await checks.compared(one.policy, policy, WAIT_MS),
    })),
  );
  const calendar = await calendarInForce(register);
  const running = [...(await register.policies.running()).keys()];
  const isComparing = said === undefined && editions.some(({ compared }) => compared.state === 'running');
  const count = planned.directives.length + planned.series.length;
  const here = `${visit.top}/quy-tac/${policy.id}`;
  return staffPage(
    c,
    context,
    visit,
    {
      title: say.title(policy.name),
      at: 'policies',
      ...(said === undefined ? {} : { said, status: 422 as const }),
      ...present({ refresh: isComparing ? { seconds: 2 } : undefined }),
    },
    <>
      <section class="card">
        <p class="back">
          <a href={here}>{POLICY_FORM.back}</a>
        </p>
        <h1>{say.title(policy.name)}</h1>
        <p class="hint">{say.about}</p>
        <form method="get" action={`${here}/chuyen`}>
          <div class="row">
            <ChoiceView
              name="tu"
              label={say.from}
              value={from}
              choices={[...new Set([policy.id, ...running])].map((id) => ({ value: id, words: id }))}
            />
            <button type="submit" class="quiet">
              {say.show}
            </button>
          </div>
        </form>
        <p>{say.count(planned.directives.length, planned.series.length)}</p>
        {planned.notStarted.length === 0 ? null : <p>{MIGRATION_NOTES.notStarted(planned.notStarted.length)}</p>}
      </section>
      {editions.map((one) => (
        <section class="card wide">
          <h2>{COMPARE_LINES.running(one.policy.id, one.directives)}</h2>
          <ComparedView
            a={COMPARE_LINES.was}
            b={COMPARE_LINES.becomes}
            compared={one.compared}
            calendar={calendar satisfies WorkCalendar}
          />
        </section>
      ))}
      <MovedView affected={affected} total={planned.directives.length} top={visit.top} />
      {count === 0 ? null : (
        <section class="card">
          <form method="post" action={`${here}/chuyen`}>
            <input type="hidden" name="tu" value={from} />
            <FieldView id="ly-do" name="ly-do" label={say.reason} hint={say.reasonHint} isRequired />
            <button type="submit">{say.migrate(count)}</button>
          </form>
        </section>
      )}
    </>,
  );
}

/** The steps that would move, come or go, directive by directive. */
function MovedView({
  affected,
  total,
  top,
}: {
  readonly affected: readonly Affected[];
  readonly total: number;
  readonly top: string;
}) {
  const moving = affected.filter(({ moved }) => moved.length > 0);
  const unknown = affected.filter((one) => one.unknown !== undefined);
  if (affected.length === 0) return null;
  return (
    <section class="card wide">
      <h2>{say.moved}</h2>
      <p>{say.moving(moving.length, affected.length, total)}</p>
      {moving.length === 0 ? null : (
        <TableView
          columns={say.movedHead.map((name) => ({ name }))}
          rows={moving.flatMap(({ directive, moved }) =>
            moved.map((step, i): Child[] => [
              i === 0 ? <a href={`${top}/nhiem-vu/${itemOf(directive.id)}`}>{directive.id}</a> : '',
              stepText(step),
              whenText(step.before, NEW_STEP),
              whenText(step.after, GONE_STEP),
            ]),
          )}
        />
      )}
      {unknown.map(({ directive, unknown: reason }) => (
        <p class="fault">{say.unknown(directive.id, reason ?? '')}</p>
      ))}
    </section>
  );
}
