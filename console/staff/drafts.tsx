import type { Context } from 'hono';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { formatMoment } from '../../texts/format.ts';
import { manyLines, oneLine } from '../../texts/messages/index.ts';
import { READING, DRAFTS as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import { closedDraft } from './closed-draft.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { DraftLine } from './draft-line.tsx';
import { type Said, staffPage } from './frame.tsx';
import type { Brought } from './reading-jobs.ts';

const FILE_KINDS = '.docx,.doc,.rtf,.pdf,.txt,.md';

export async function showDrafts(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const put = c.req.query('bo');
  const text = put === 'da-giao' ? say.putAwayBegun : say.wasPutAway;
  return draftsPage(c, context, visit, put === undefined ? undefined : { kind: 'done', text });
}

/** Reads each file that was sent. What can be read is kept; of the others it is said why not. */
export async function bringIn(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const form = await c.req.formData().catch(() => undefined);
  if (!form) return problemPage(c, context, 'badForm');
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const value of form.getAll('tep')) {
    if (typeof value === 'string' || (value.name === '' && value.size === 0)) continue;
    const name = oneLine(value.name.replace(/^.*[\\/]/s, '')) || 'van-ban.txt';
    files.push({ name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const pasted = form.get('loi');
  if (typeof pasted === 'string' && pasted.trim() !== '') {
    const name = say.pasteName(formatMoment(context.now()).replace(/[/:]/g, '-'));
    files.push({ name, bytes: new TextEncoder().encode(manyLines(pasted)) });
  }
  const brought = await context.readings.run((onPage) => takeAll(files, context, visit, onPage));
  if (typeof brought === 'string') return c.redirect(`${visit.top}/van-ban/dang-doc/${brought}`, 303);
  return outcomePage(c, context, visit, brought);
}

async function takeAll(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  { desk }: StaffContext,
  { session }: StaffVisit,
  onPage: (done: number, total: number) => void,
): Promise<Brought> {
  const drafts: string[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      drafts.push(await desk.bringIn(file, session.name, onPage));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(error.message.startsWith(file.name) ? error.message : say.failed(file.name, error.message));
    }
  }
  return { drafts, faults };
}

function outcomePage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  { drafts, faults }: Brought,
): Response | Promise<Response> {
  const [only] = drafts;
  if (faults.length === 0 && drafts.length === 1) return c.redirect(`${visit.top}/van-ban/${only}`, 303);
  if (faults.length === 0 && drafts.length > 1) return c.redirect(`${visit.top}/van-ban`, 303);
  const text = faults.length === 0 ? say.nothingSent : faults.join(' ');
  return draftsPage(c, context, visit, { kind: 'refused', text }, 422);
}

/** How far the pages of scans have been looked at; once that is done, what came of it. */
export async function showReading(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const job = context.readings.of(c.req.param('job') ?? '');
  if (!job) return c.redirect(`${visit.top}/van-ban`, 303);
  const { done, total, drafts, faults } = job;
  if (drafts && faults) return outcomePage(c, context, visit, { drafts, faults });
  return staffPage(
    c,
    context,
    visit,
    { title: READING.title, at: 'notices', refresh: { seconds: 1 } },
    <section class="card">
      <h1>{READING.title}</h1>
      <p role="status">{READING.pages(done, total)}</p>
      <progress value={done} max={total} aria-label={READING.title} />
      <p class="hint">{READING.hint}</p>
    </section>,
  );
}

export async function putAway(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const id = c.req.param('draft') ?? '';
  // A colleague gives it out at this moment: then it is not to be put away.
  if (context.jobs.of(id)?.state === 'running') return c.redirect(`${visit.top}/van-ban/${id}/dang-giao`, 303);
  const draft = await context.desk.open(id);
  const put = draft && (await context.desk.putAway(draft));
  if (!put) return closedDraft(c, context, visit);
  return c.redirect(`${visit.top}/van-ban?bo${put.isBegun ? '=da-giao' : ''}`, 303);
}

async function draftsPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  said?: Said,
  status: 200 | 422 = 200,
): Promise<Response> {
  const drafts = await context.register.drafts.open();
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'notices', status, ...present({ said }) },
    <>
      <section class="card">
        <h1>{say.bringIn}</h1>
        <form method="post" enctype="multipart/form-data" action={`${visit.top}/van-ban`}>
          <div class="field">
            <label for="tep">{say.files}</label>
            <p class="hint" id="tep-ghi-chu">
              {say.filesHint}
            </p>
            <input type="file" id="tep" name="tep" multiple accept={FILE_KINDS} aria-describedby="tep-ghi-chu" />
          </div>
          <div class="field">
            <label for="loi">{say.paste}</label>
            <textarea id="loi" name="loi" rows={4} />
          </div>
          <button type="submit" class="main">
            {say.read}
          </button>
        </form>
      </section>
      <section class="card">
        <h2>{say.open(drafts.length)}</h2>
        {drafts.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <ul class="plain">
            {drafts.map((draft) => (
              <li>
                <DraftLine draft={draft} top={visit.top} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>,
  );
}
