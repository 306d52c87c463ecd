import type { Context } from 'hono';
import { present } from '../../../dsl/present.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { addAgencyEntries } from '../../../office/directory/entry.ts';
import { unknownNames } from '../../../office/drafts/index.ts';
import { DIRECTORY as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import { closedDraft } from '../closed-draft.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { FieldView } from '../field-view.tsx';
import { type SentFields, sentFields } from '../fields.ts';
import { type Said, staffPage } from '../frame.tsx';

interface MissingRow {
  readonly name: string;
  readonly contact: string;
  readonly email: string;
  readonly phone: string;
  readonly isTaken: boolean;
}

/** The names of a notice that nobody has yet, a line each to fill in. */
export async function showMissing(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const draft = await context.desk.open(c.req.param('draft') ?? '');
  if (!draft) return closedDraft(c, context, visit);
  const rows = unknownNames(draft).map((name) => ({ name, contact: '', email: '', phone: '', isTaken: true }));
  return missingPage(c, context, visit, rows);
}

/** Adds those that were chosen: all of them, or none where one cannot be. */
export async function addMissing(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const rows = rowsOf(sent);
  const taken = rows.filter(({ isTaken }) => isTaken);
  try {
    if (taken.length === 0) throw new UserError(say.noneTaken);
    const nobody = { name: '', email: '', phone: '' };
    const entries = taken.map(({ name, contact, email, phone }) => ({
      name,
      head: nobody,
      contact: { name: contact, email, phone },
      isOffice: false,
    }));
    await addAgencyEntries(context.register, entries, context.now());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return missingPage(c, context, visit, rows, { kind: 'refused', text: error.message });
  }
  return c.redirect(`${visit.top}/van-ban/${c.req.param('draft')}?da`, 303);
}

/** More lines than any notice names agencies: a form is never read beyond. */
const MOST_ROWS = 500;

function rowsOf(sent: SentFields): MissingRow[] {
  const rows: MissingRow[] = [];
  for (let n = 0; n < MOST_ROWS && sent.has(`ten-${n}`); n++) {
    const line = (field: string) => sent.line(`${field}-${n}`);
    rows.push({
      name: line('ten'),
      contact: line('dau-moi'),
      email: line('thu'),
      phone: line('so'),
      isTaken: sent.has(`lay-${n}`),
    });
  }
  return rows;
}

function missingPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  rows: readonly MissingRow[],
  said?: Said,
): Response | Promise<Response> {
  const draft = `${visit.top}/van-ban/${c.req.param('draft')}`;
  const title = say.missingTitle(rows.length);
  return staffPage(
    c,
    context,
    visit,
    present({ title, at: 'notices', status: said === undefined ? 200 : 422, said }),
    <>
      <p class="back">
        <a href={draft}>{say.backToNotice}</a>
      </p>
      <section class="card">
        <h1>{title}</h1>
        <p>{rows.length === 0 ? say.noneMissing : say.missingHint}</p>
        {rows.length === 0 ? null : (
          <form method="post" action={`${draft}/danh-ba`}>
            {rows.map((row, n) => (
              <MissingFields row={row} n={n} />
            ))}
            <button type="submit" class="main">
              {say.missingButton}
            </button>
          </form>
        )}
      </section>
    </>,
  );
}

function MissingFields({ row, n }: { readonly row: MissingRow; readonly n: number }) {
  return (
    <fieldset class="person">
      <legend>{row.name}</legend>
      <label class="tick">
        <input type="checkbox" name={`lay-${n}`} value="1" checked={row.isTaken} />
        {say.missingTake}
      </label>
      <div class="row">
        <FieldView id={`ten-${n}`} name={`ten-${n}`} label={say.name} value={row.name} />
        <FieldView id={`dau-moi-${n}`} name={`dau-moi-${n}`} label={say.contactName} value={row.contact} />
        <FieldView id={`thu-${n}`} name={`thu-${n}`} type="email" label={say.email} value={row.email} />
        <FieldView id={`so-${n}`} name={`so-${n}`} type="tel" label={say.phone} value={row.phone} />
      </div>
    </fieldset>
  );
}
