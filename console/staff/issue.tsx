import type { Context } from 'hono';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type IssueChoices, issueRead, type OpenDraft, type Outlook, outlookOf } from '../../office/drafts/index.ts';
import { offeredOf, ownPolicies } from '../../office/policies/index.ts';
import type { ReadNotice } from '../../office/registration.ts';
import { hasRight } from '../../office/staff/index.ts';
import { oneLine } from '../../texts/messages/index.ts';
import { dueText } from '../../texts/review/index.ts';
import { REVIEW, ISSUE_PAGE as say, YEAR_PAGE } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import { doubtful, itemsOf } from '../review/items.ts';
import { closedDraft } from './closed-draft.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { type Said, staffPage } from './frame.tsx';
import { shortened } from './home.tsx';
import { OutlookView } from './outlook-view.tsx';
import { policyNamed } from './policies/known.ts';
import { REVISION } from './review/as-shown.ts';
import { TableView } from './table.tsx';
import { yearPath } from './year/path.ts';

/** The longest a proof may take beside the pages. */
const PROOF_MS = 600_000;

const BOXES = ['allowUnknown', 'allowPast', 'allowSame'] as const;

/** What will happen, counted, before anything is issued. */
export async function showIssue(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const draft = await context.desk.open(c.req.param('draft') ?? '');
  if (!draft) return closedDraft(c, context, visit);
  return lookPage(
    c,
    context,
    visit,
    draft,
    choicesOf(visit, (name) => c.req.query(name)),
  );
}

async function lookPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  draft: OpenDraft,
  choices: IssueChoices,
  said?: Said,
): Promise<Response> {
  let looks: { read: ReadNotice; outlook: Outlook }[] = [];
  let fault: string | undefined;
  try {
    const doubts = doubtful(itemsOf(draft.file));
    if (doubts.length > 0) throw new UserError(say.needsConfirm(doubts.join(', ')));
    const reads = context.desk.readyNotices(draft);
    looks = await Promise.all(
      reads.map(async (read) => ({ read, outlook: await outlookOf(read, officeOf(context), choices) })),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fault = error.message;
  }
  return issuePage(c, context, visit, draft, choices, looks, fault, said);
}

/** Begins to issue; the page that follows says how far it is. */
export async function issueNow(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const id = c.req.param('draft') ?? '';
  const draft = await context.desk.open(id);
  const form = await c.req.formData().catch(() => undefined);
  if (!draft && context.jobs.of(id)) return c.redirect(`${visit.top}/van-ban/${id}/dang-giao`, 303);
  if (!draft) return closedDraft(c, context, visit);
  if (!form) return problemPage(c, context, 'badForm');
  const choices = choicesOf(visit, (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  });
  const seen = form.get(REVISION);
  // What goes out is what was looked at, unless it goes out already.
  if (seen !== null && seen !== String(draft.record.revision) && context.jobs.of(id)?.state !== 'running')
    return lookPage(c, context, visit, draft, choices, { kind: 'refused', text: say.changedSince });
  context.jobs.start(id, async (note) => {
    const reads = context.desk.readyNotices(draft);
    const chosen = choices.policy === undefined ? undefined : await policyNamed(choices.policy, context);
    // Beside the pages first: the gate then remembers, and holds up nobody.
    if (chosen) await context.checks.proofsOf(chosen, PROOF_MS);
    const issued: IssuedNotice[] = [];
    for (const read of reads) {
      const one = await issueRead(read, officeOf(context), choices, (done, total) => note({ done, total }));
      issued.push({
        name: one.notice.number ?? draft.record.fileName,
        noticeId: one.notice.id,
        count: one.directives.length + one.series.length,
      });
      note({ result: [...issued] });
    }
    await context.register.drafts.close(
      id,
      issued.map(({ noticeId }) => noticeId),
    );
    return issued;
  });
  return c.redirect(`${visit.top}/van-ban/${id}/dang-giao`, 303);
}

/** A notice of a draft that was given out, a line of the page. */
export interface IssuedNotice {
  readonly name: string;
  readonly noticeId: string;
  readonly count: number;
}

export async function showIssuing(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const id = c.req.param('draft') ?? '';
  const job = context.jobs.of(id);
  const back = `${visit.top}/van-ban/${id}/giao`;
  if (!job) return c.redirect(back, 303);
  const issued = job.result ?? [];
  const title = job.state === 'done' ? say.doneTitle : say.starting;
  return staffPage(
    c,
    context,
    visit,
    { title, at: 'notices', ...present({ refresh: job.state === 'running' ? { seconds: 1 } : undefined }) },
    <section class="card">
      <h1>{job.state === 'failed' ? say.failed : title}</h1>
      {job.state === 'running' ? (
        <>
          <p role="status">{job.total === 0 ? say.starting : say.running(job.done, job.total)}</p>
          {job.total === 0 ? null : <progress value={job.done} max={job.total} aria-label={say.starting} />}
          <p class="hint">{say.runningHint}</p>
        </>
      ) : null}
      {issued.map(({ name, count }) => (
        <p>{say.issued(name, count)}</p>
      ))}
      {job.state === 'failed' ? (
        <>
          <p class="fault">{job.fault}</p>
          <p>{say.failedHint}</p>
          <p>
            <a class="go" href={back}>
              {say.goOn}
            </a>
          </p>
        </>
      ) : null}
      {job.state === 'done' ? (
        <p>
          <a class="go" href={`${visit.top}/nhiem-vu?van-ban=${issued.map(({ noticeId }) => noticeId).join(',')}`}>
            {say.seeList}
          </a>
        </p>
      ) : null}
    </section>,
  );
}

function officeOf({ client, register, calendar, now, ready, policiesFolder }: StaffContext) {
  return { client, register, calendar, now: now(), ready, policiesFolder };
}

function choicesOf({ session }: StaffVisit, field: (name: string) => string | undefined): IssueChoices {
  const policy = oneLine(field('policy') ?? '');
  const ticked = (name: (typeof BOXES)[number]) => field(name) !== undefined;
  return {
    by: session.name,
    ...present({ policy: policy === '' ? undefined : policy }),
    allowUnknown: ticked('allowUnknown'),
    allowPast: ticked('allowPast'),
    allowSame: ticked('allowSame'),
  };
}

async function issuePage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  draft: OpenDraft,
  choices: IssueChoices,
  looks: readonly { readonly read: ReadNotice; readonly outlook: Outlook }[],
  fault: string | undefined,
  said: Said | undefined,
): Promise<Response> {
  const own = await ownPolicies(context.policiesFolder);
  const here = `${visit.top}/van-ban/${draft.record.id}`;
  const refused = fault !== undefined || looks.some(({ outlook }) => outlook.kind === 'refused');
  const isIssued = looks.some(({ outlook }) => outlook.kind === 'issued');
  const goesOn = looks.length > 0 && looks.every(({ outlook }) => outlook.kind === 'goes-on');
  const tasks = looks.reduce((sum, { outlook }) => sum + (outlook.kind === 'ready' ? outlook.preview.tasks : 0), 0);
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'notices', ...present({ said, status: said === undefined ? undefined : 409 }) },
    <>
      <section class="card">
        <h1>{say.title}</h1>
        {fault === undefined ? null : <p class="fault">{fault}</p>}
        {looks.map(({ read, outlook }) => (
          <OutlookView
            name={read.notice.number ?? draft.record.fileName}
            outlook={outlook}
            ready={context.ready}
            top={visit.top}
          />
        ))}
        {refused || isIssued || !hasRight(visit.session.role, 'work') ? null : (
          <form method="post" action={`${here}/giao`}>
            <input type="hidden" name={REVISION} value={String(draft.record.revision)} />
            {choices.policy === undefined ? null : <input type="hidden" name="policy" value={choices.policy} />}
            {BOXES.filter((box) => choices[box]).map((box) => (
              <input type="hidden" name={box} value="1" />
            ))}
            <button type="submit" class="main">
              {goesOn ? say.goOn : say.issue(tasks)}
            </button>
          </form>
        )}
        <p class="buttons">
          <a class="go" href={here}>
            {say.back}
          </a>
          {context.year === undefined ? null : (
            <a class="go" href={`${yearPath(visit.top)}?van-ban=${draft.record.id}`}>
              {YEAR_PAGE.open}
            </a>
          )}
        </p>
        <details open={refused}>
          <summary>{say.options}</summary>
          <form method="get" action={`${here}/giao`}>
            <div class="field">
              <label for="policy">{say.policy}</label>
              <select id="policy" name="policy">
                <option value="">{say.byRule}</option>
                {offeredOf(own).map(({ id, name }) => (
                  <option value={id} selected={id === choices.policy}>
                    {name}
                  </option>
                ))}
              </select>
              {own.faults.map(({ text }) => (
                <p class="fault">{text}</p>
              ))}
            </div>
            {BOXES.map((box) => (
              <label class="tick">
                <input type="checkbox" name={box} value="1" checked={choices[box]} />
                {say[box]}
              </label>
            ))}
            <button type="submit" class="quiet">
              {say.again}
            </button>
          </form>
        </details>
      </section>
      <section class="card wide">
        <TableView
          caption={say.caption}
          columns={[say.code, say.words, REVIEW.lead, REVIEW.due].map((name) => ({ name }))}
          rows={draft.file.notices.flatMap(({ directives }) =>
            directives.map(({ id, text, lead, deadlines }) => [
              id,
              shortened(text),
              lead.map((one) => oneLine(one.name)).join('; '),
              deadlines.map(dueText).join('; '),
            ]),
          )}
        />
      </section>
    </>,
  );
}
