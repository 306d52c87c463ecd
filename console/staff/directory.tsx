import type { Context } from 'hono';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { addAgencyEntry, importDirectoryFile } from '../../office/directory-entry.ts';
import { hasRight } from '../../office/staff/index.ts';
import { type Agency, type Directory, isReachable, type Person, type PositionFunction } from '../../register/index.ts';
import { oneLine } from '../../texts/messages/index.ts';
import { DIRECTORY as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { type Said, staffPage } from './frame.tsx';

const FIELDS = [
  ['ten', say.name, 'text'],
  ['thu-truong', say.headName, 'text'],
  ['thu-truong-thu', say.headEmail, 'email'],
  ['dau-moi', say.contactName, 'text'],
  ['dau-moi-thu', say.contactEmail, 'email'],
  ['dau-moi-so', say.contactPhone, 'tel'],
] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number][0], string>> & { readonly isOffice: boolean };

export async function showDirectory(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const [added, loaded] = [c.req.query('them'), c.req.query('nap')];
  const directory = await context.register.directory.current();
  const text =
    added !== undefined
      ? say.added(oneLine(added))
      : loaded !== undefined
        ? say.loaded(agenciesOn(directory, dayOf(context.now())).length, directory.people.length)
        : undefined;
  const typed = { ...nothingTyped(), ten: oneLine(c.req.query('ten') ?? '') };
  return directoryPage(c, context, visit, typed, text === undefined ? undefined : { kind: 'done', text });
}

export async function importDirectory(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const form = await c.req.formData().catch(() => undefined);
  if (!form) return problemPage(c, context, 'badForm');
  const file = form.get('tep');
  if (file === null || typeof file === 'string' || file.size === 0)
    return directoryPage(c, context, visit, nothingTyped(), { kind: 'refused', text: say.noFile }, 422);
  try {
    await importDirectoryFile(context.register, {
      name: oneLine(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return directoryPage(c, context, visit, nothingTyped(), { kind: 'refused', text: error.message }, 422);
  }
  return c.redirect(`${visit.top}/danh-ba?nap`, 303);
}

export async function addAgency(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const form = await c.req.formData().catch(() => undefined);
  if (!form) return problemPage(c, context, 'badForm');
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? oneLine(value) : '';
  };
  const typed: Typed = {
    ...nothingTyped(),
    ...Object.fromEntries(FIELDS.map(([name]) => [name, field(name)])),
    isOffice: form.get('van-phong') !== null,
  };
  const { ten: name, isOffice } = typed;
  const head = { name: typed['thu-truong'], email: typed['thu-truong-thu'] };
  const contact = { name: typed['dau-moi'], email: typed['dau-moi-thu'], phone: typed['dau-moi-so'] };
  try {
    await addAgencyEntry(context.register, { name, head, contact, isOffice }, context.now());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return directoryPage(c, context, visit, typed, { kind: 'refused', text: error.message }, 422);
  }
  return c.redirect(`${visit.top}/danh-ba?them=${encodeURIComponent(name)}`, 303);
}

function nothingTyped(): Typed {
  return {
    ...{ ten: '', 'thu-truong': '', 'thu-truong-thu': '' },
    ...{ 'dau-moi': '', 'dau-moi-thu': '', 'dau-moi-so': '', isOffice: false },
  };
}

async function directoryPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  typed: Typed,
  said?: Said,
  status: 200 | 422 = 200,
): Promise<Response> {
  const directory = await context.register.directory.current();
  const day = dayOf(context.now());
  const agencies = agenciesOn(directory, day);
  const mayManage = hasRight(visit.session.role, 'manage');
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'directory', status, ...(said === undefined ? {} : { said }) },
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <p>{agencies.length === 0 ? say.empty : say.count(agencies.length, directory.people.length)}</p>
        {mayManage ? (
          <form method="post" enctype="multipart/form-data" action={`${visit.top}/danh-ba/nap`} class="row">
            <div class="field">
              <label for="tep">{say.file}</label>
              <p class="hint" id="tep-ghi-chu">
                {say.importHint}
              </p>
              <input type="file" id="tep" name="tep" required aria-describedby="tep-ghi-chu" />
            </div>
            <button type="submit" class="quiet">
              {say.load}
            </button>
          </form>
        ) : null}
      </section>
      {mayManage ? (
        <section class="card" id="them">
          <h2>{say.add}</h2>
          <form method="post" action={`${visit.top}/danh-ba/them`}>
            <div class="row">
              {FIELDS.map(([name, label, type]) => (
                <div class="field">
                  <label for={name}>{label}</label>
                  <input type={type} id={name} name={name} value={typed[name]} required={name === 'ten'} />
                </div>
              ))}
            </div>
            <label class="tick">
              <input type="checkbox" name="van-phong" value="1" checked={typed.isOffice} />
              {say.isOffice}
            </label>
            <button type="submit">{say.addButton}</button>
          </form>
        </section>
      ) : null}
      {agencies.length === 0 ? null : (
        <section class="card wide">
          <table>
            <thead>
              <tr>
                {say.head.map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {agencies.map((agency) => (
                <tr>
                  <td>{agency.name}</td>
                  <td>
                    <People people={holders(directory, agency, 'head', day)} />
                  </td>
                  <td>
                    <People people={holders(directory, agency, 'contact', day)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>,
  );
}

/** Those there are on a day: what was dissolved before is only looked up. */
function agenciesOn({ agencies }: Directory, day: string): readonly Agency[] {
  return agencies.filter(({ to }) => to === undefined || to >= day);
}

function holders(directory: Directory, agency: Agency, as: PositionFunction, day: string): Person[] {
  return directory.positions
    .filter(
      (position) =>
        position.agency === agency.id && position.function === as && (position.to === undefined || position.to >= day),
    )
    .flatMap((position) => directory.people.filter((person) => person.id === position.person));
}

function People({ people }: { readonly people: readonly Person[] }) {
  if (people.length === 0) return <span class="missing">{say.missing}</span>;
  return (
    <>
      {people.map((person) => (
        <p>
          {person.name}
          <br />
          {isReachable(person) ? (
            <span class="when">{[person.email, person.phone].filter(Boolean).join(' · ')}</span>
          ) : (
            <span class="missing">{say.noAddress}</span>
          )}
        </p>
      ))}
    </>
  );
}
