import type { Context } from 'hono';
import { dayOf } from '../../../dsl/time/day.ts';
import { UserError } from '../../../dsl/user-error.ts';
import type { ImportLook } from '../../../office/directory/import-file.ts';
import { DIRECTORY as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { sentFields } from '../fields.ts';
import { staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';
import { directoryPage } from './list.tsx';

/** Shows what a file would change; nothing is written. */
export async function lookAtDirectory(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const file = await sent.file('tep');
  if (!file) return refused(c, context, visit, say.noFile);
  try {
    const look = await context.directoryImport.look(file, dayOf(context.now()));
    return lookPage(c, context, visit, file.name, look);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refused(c, context, visit, error.message);
  }
}

/** Takes the file that was looked at. */
export async function takeDirectory(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  try {
    await context.directoryImport.take({
      name: sent.line('ten'),
      sha256: sent.line('tep'),
      seen: sent.line('da-xem'),
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refused(c, context, visit, error.message);
  }
  return c.redirect(`${visit.top}/danh-ba?nap`, 303);
}

function refused(c: Context<Env>, context: StaffContext, visit: StaffVisit, text: string): Promise<Response> {
  return directoryPage(c, context, visit, { said: { kind: 'refused', text }, status: 422 });
}

function lookPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  name: string,
  { changes, notes, file, seen }: ImportLook,
): Response | Promise<Response> {
  const here = `${visit.top}/danh-ba`;
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  return staffPage(
    c,
    context,
    visit,
    { title: say.look(name), at: 'directory' },
    <>
      <section class="card">
        <p class="back">
          <a href={here}>{say.back}</a>
        </p>
        <h1>{say.look(name)}</h1>
        <p>
          {changes.length === 0 ? say.nothingChanges : say.lookCount(count('added'), count('changed'), count('gone'))}
        </p>
        {notes.map((note) => (
          <p class="hint">{note}</p>
        ))}
        <form method="post" action={`${here}/nap/ghi`}>
          <input type="hidden" name="ten" value={name} />
          <input type="hidden" name="tep" value={file} />
          <input type="hidden" name="da-xem" value={seen} />
          <button type="submit" class="main">
            {say.take}
          </button>
        </form>
      </section>
      {changes.length === 0 ? null : (
        <section class="card wide">
          <TableView
            columns={say.lookHead.map((heading) => ({ name: heading }))}
            rows={changes.map(({ kind, about, words }) => [
              about,
              kind === 'gone' ? <span class="missing">{words}</span> : words,
            ])}
          />
        </section>
      )}
    </>,
  );
}
