import type { Context } from 'hono';
import { present } from '../../../dsl/present.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import type { DraftDesk } from '../../../office/drafts/index.ts';
import { issueInstant } from '../../../office/issue-instant.ts';
import { offeredOf, ownPolicies } from '../../../office/policies/index.ts';
import { BEHAVIOURS, sampleNotice, type YearAsked } from '../../../office/year/index.ts';
import { YEAR_PAGE as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { FieldView } from '../field-view.tsx';
import { type SentFields, sentFields } from '../fields.ts';
import { type Said, staffPage } from '../frame.tsx';
import { ChoiceView } from '../policies/form-parts.tsx';
import { policyNamed } from '../policies/known.ts';
import { yearPath } from './path.ts';

const SAMPLE = 'mau';
const SEED = '7';
const MOST_SEED = 999_999_999;

/** What is chosen, as it was sent. */
interface Chosen {
  readonly notice: string;
  readonly policy: string;
  readonly behaviour: string;
  readonly seed: string;
}

/** Where a year is chosen: a notice, a policy, and how people behave. */
export function showYearForm(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const chosen = { notice: c.req.query('van-ban') ?? SAMPLE, policy: c.req.query('quy-tac') ?? '' };
  return formPage(c, context, visit, { ...chosen, behaviour: 'late', seed: SEED });
}

/** Begins to play it; the page that follows shows how far it is. */
export async function startYear(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { year } = context;
  if (!year) return problemPage(c, context, 'notFound');
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const chosen = chosenIn(sent);
  try {
    const { asked, notice } = await askedFor(chosen, context);
    const behaviour = say.behaviours[asked.behaviour];
    const started = year.start(asked, {
      notice,
      policy: asked.policy?.name ?? say.byRule,
      behaviour: asked.behaviour === 'random' ? say.withSeed(behaviour, asked.seed) : behaviour,
    });
    if (!started) throw new UserError(say.busy);
    return c.redirect(yearPath(visit.top, 'ket-qua'), 303);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return formPage(c, context, visit, chosen, { kind: 'refused', text: error.message });
  }
}

function chosenIn(sent: SentFields): Chosen {
  return {
    notice: sent.line('van-ban') || SAMPLE,
    policy: sent.line('quy-tac'),
    behaviour: sent.line('nguoi'),
    seed: sent.line('hat-giong') || SEED,
  };
}

async function askedFor(
  { notice, policy: policyId, behaviour: named, seed: typed }: Chosen,
  context: StaffContext,
): Promise<{ readonly asked: YearAsked; readonly notice: string }> {
  const seed = /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
  if (seed === undefined || seed > MOST_SEED) throw new UserError(say.badSeed(typed));
  const calendar = await calendarInForce(context.register);
  const chosen = notice === SAMPLE ? await sampleNotice(calendar) : await draftNamed(notice, context.desk);
  const [first] = chosen.reads;
  if (!first) throw new UserError(say.noNotice);
  return {
    notice: first.notice.number ?? first.fileName ?? say.sample,
    asked: {
      ...chosen,
      calendar,
      issuedAt: issueInstant(first.notice.anchor),
      behaviour: BEHAVIOURS.find((one) => one === named) ?? 'late',
      seed,
      ...present({ policy: policyId === '' ? undefined : await policyNamed(policyId, context) }),
    },
  };
}

async function draftNamed(id: string, desk: DraftDesk) {
  const draft = await desk.open(id);
  if (!draft) throw new UserError(say.noNotice);
  return { reads: desk.readyNotices(draft), directory: draft.directory };
}

async function formPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  chosen: Chosen,
  said?: Said,
): Promise<Response> {
  const { year, register, policiesFolder } = context;
  if (!year) return problemPage(c, context, 'notFound');
  const drafts = await register.drafts.open();
  const policies = offeredOf(await ownPolicies(policiesFolder));
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'policies', ...(said === undefined ? {} : { said, status: 422 as const }) },
    <section class="card">
      <h1>{say.title}</h1>
      <p class="hint">{say.about}</p>
      {year.job === undefined ? null : (
        <p>
          <a class="go" href={yearPath(visit.top, 'ket-qua')}>
            {year.job.state === 'running' ? say.running : say.last}
          </a>
        </p>
      )}
      <form method="post" action={yearPath(visit.top)}>
        <ChoiceView
          name="van-ban"
          label={say.notice}
          value={chosen.notice}
          choices={[
            { value: SAMPLE, words: say.sample },
            ...drafts.map(({ id, fileName }) => ({ value: id, words: fileName })),
          ]}
        />
        {drafts.length === 0 ? <p class="hint">{say.noDrafts}</p> : null}
        <ChoiceView
          name="quy-tac"
          label={say.policy}
          value={chosen.policy}
          choices={[{ value: '', words: say.byRule }, ...policies.map(({ id, name }) => ({ value: id, words: name }))]}
        />
        <ChoiceView
          name="nguoi"
          label={say.behaviour}
          value={chosen.behaviour}
          choices={BEHAVIOURS.map((one) => ({ value: one, words: say.behaviours[one] }))}
        />
        <FieldView id="hat-giong" name="hat-giong" label={say.seed} hint={say.seedHint} value={chosen.seed} />
        <button type="submit" class="main">
          {say.start}
        </button>
      </form>
    </section>,
  );
}
