import type { Context } from 'hono';
import { present } from '../../../dsl/present.ts';
import { type Day, dayOf } from '../../../dsl/time/day.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { agenciesOn } from '../../../office/directory/edits.ts';
import { addAgencyEntries } from '../../../office/directory/entry.ts';
import { hasRight } from '../../../office/staff/index.ts';
import {
  type Agency,
  type Directory,
  type Holder,
  holdersOn,
  isMany,
  isReachable,
  membersOn,
} from '../../../register/index.ts';
import { formatPhone } from '../../../texts/format.ts';
import { oneLine } from '../../../texts/messages/index.ts';
import { DIRECTORY as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { sentFields } from '../fields.ts';
import { type Said, staffPage } from '../frame.tsx';
import { TableView } from '../table.tsx';

const FIELDS = [
  ['ten', say.name, 'text'],
  ['thu-truong', say.headName, 'text'],
  ['thu-truong-thu', say.headEmail, 'email'],
  ['dau-moi', say.contactName, 'text'],
  ['dau-moi-thu', say.contactEmail, 'email'],
  ['dau-moi-so', say.contactPhone, 'tel'],
] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number][0], string>> & { readonly isOffice: boolean };

const NOTHING: Typed = {
  ten: '',
  'thu-truong': '',
  'thu-truong-thu': '',
  'dau-moi': '',
  'dau-moi-thu': '',
  'dau-moi-so': '',
  isOffice: false,
};

export async function showDirectory(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const [added, many, loaded] = [c.req.query('them'), c.req.query('so'), c.req.query('nap')];
  const directory = await context.register.directory.current();
  const counted = () => say.loaded(agenciesOn(directory, dayOf(context.now())).length, directory.people.length);
  const text =
    added !== undefined
      ? say.added(oneLine(added))
      : many !== undefined
        ? say.addedMany(Number.parseInt(many, 10) || 0)
        : loaded !== undefined
          ? counted()
          : undefined;
  const said = text === undefined ? undefined : ({ kind: 'done', text } as const);
  return directoryPage(c, context, visit, { said });
}

export async function addAgency(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const typed: Typed = {
    ...NOTHING,
    ...Object.fromEntries(FIELDS.map(([name]) => [name, sent.line(name)])),
    isOffice: sent.has('van-phong'),
  };
  const { ten: name, isOffice } = typed;
  const head = { name: typed['thu-truong'], email: typed['thu-truong-thu'], phone: '' };
  const contact = { name: typed['dau-moi'], email: typed['dau-moi-thu'], phone: typed['dau-moi-so'] };
  try {
    await addAgencyEntries(context.register, [{ name, head, contact, isOffice }], context.now());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return directoryPage(c, context, visit, { typed, said: { kind: 'refused', text: error.message }, status: 422 });
  }
  return c.redirect(`${visit.top}/danh-ba?them=${encodeURIComponent(name)}`, 303);
}

export async function directoryPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  shown: { readonly typed?: Typed; readonly said?: Said | undefined; readonly status?: 200 | 422 },
): Promise<Response> {
  const { typed = NOTHING, said, status = 200 } = shown;
  const directory = await context.register.directory.current();
  const day = dayOf(context.now());
  const agencies = agenciesOn(directory, day);
  const silent = agencies.filter((agency) => isSilent(directory, agency, day));
  const mayManage = hasRight(visit.session.role, 'manage');
  const here = `${visit.top}/danh-ba`;
  return staffPage(
    c,
    context,
    visit,
    present({ title: say.title, at: 'directory', status, said }),
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <p>{agencies.length === 0 ? say.empty : say.count(agencies.length, directory.people.length)}</p>
        {silent.length === 0 ? null : <p class="missing">{say.silent(silent.length)}</p>}
        {mayManage ? <ImportForm here={here} /> : null}
      </section>
      {mayManage ? <AddForm here={here} typed={typed} isOpen={agencies.length === 0 || status === 422} /> : null}
      {agencies.length === 0 ? null : (
        <section class="card wide">
          <TableView
            columns={say.head.map((name) => ({ name }))}
            rows={agencies.map((agency) => [
              mayManage ? <a href={`${here}/don-vi/${agency.id}`}>{agency.name}</a> : agency.name,
              ...peopleCells(directory, agency, day),
            ])}
          />
        </section>
      )}
    </>,
  );
}

function ImportForm({ here }: { readonly here: string }) {
  return (
    <form method="post" enctype="multipart/form-data" action={`${here}/nap`} class="row">
      <div class="field">
        <label for="tep">{say.file}</label>
        <p class="hint" id="tep-ghi-chu">
          {say.importHint}
        </p>
        <input type="file" id="tep" name="tep" required accept=".xlsx,.csv,.yaml,.yml" aria-describedby="tep-ghi-chu" />
      </div>
      <button type="submit" class="quiet">
        {say.load}
      </button>
    </form>
  );
}

function AddForm({ here, typed, isOpen }: { readonly here: string; readonly typed: Typed; readonly isOpen: boolean }) {
  return (
    <section class="card" id="them">
      <details open={isOpen}>
        <summary>{say.add}</summary>
        <form method="post" action={`${here}/them`}>
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
      </details>
    </section>
  );
}

/** Of whom a message to the agency reaches nobody. */
function isSilent(directory: Directory, agency: Agency, day: Day): boolean {
  if (isMany(agency, day)) return false;
  return !(['head', 'contact', 'secretariat'] as const).some((as) =>
    holdersOn(directory, agency.id, as, day).some(({ person }) => isReachable(person)),
  );
}

/** Head and contact; a group says how many it is. What is missing is red only where nobody takes its place. */
function peopleCells(directory: Directory, agency: Agency, day: Day) {
  if (isMany(agency, day)) return [say.group(membersOn(directory, agency, day).length), ''];
  const heads = holdersOn(directory, agency.id, 'head', day);
  const contacts = [
    ...holdersOn(directory, agency.id, 'contact', day),
    ...holdersOn(directory, agency.id, 'secretariat', day),
  ];
  const isHeadTold = heads.some(({ person }) => isReachable(person));
  return [
    <People holders={heads} />,
    contacts.length === 0 && isHeadTold ? <span class="when">{say.byHead}</span> : <People holders={contacts} />,
  ];
}

function People({ holders }: { readonly holders: readonly Holder[] }) {
  if (holders.length === 0) return <span class="missing">{say.missing}</span>;
  return (
    <>
      {holders.map(({ person, position }) => (
        <p>
          {position.acting ? `${person.name} (${say.acting})` : person.name}
          <br />
          {isReachable(person) ? (
            <span class="when">
              {[person.email, person.phone === undefined ? undefined : formatPhone(person.phone)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          ) : (
            <span class="missing">{say.noAddress}</span>
          )}
        </p>
      ))}
    </>
  );
}
