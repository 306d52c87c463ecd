import type { Context } from 'hono';
import { present } from '../../../dsl/present.ts';
import { type Day, dayOf } from '../../../dsl/time/day.ts';
import { typedDay } from '../../../dsl/time/typed-day.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { type DirectoryEdit, editedDirectory } from '../../../office/directory/edits.ts';
import { entryShown, unlessChanged } from '../../../office/directory/shown.ts';
import {
  type Agency,
  agencyById,
  type Directory,
  FUNCTIONS,
  holdersOn,
  isMany,
  membersOn,
} from '../../../register/index.ts';
import { formatPhone } from '../../../texts/format.ts';
import { DIRECTORY as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { type SentFields, sentFields } from '../fields.ts';
import { type Said, staffPage } from '../frame.tsx';
import { AppointForm, EndForm, MembersForm, NameForm, PersonForm } from './agency-forms.tsx';

export async function showAgencyEntry(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const said = c.req.query('da') === undefined ? undefined : ({ kind: 'done', text: say.saved } as const);
  return agencyPage(c, context, visit, said);
}

/** Takes one edit; one that cannot be is told and changes nothing. */
export async function changeAgencyEntry(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const id = c.req.param('agency') ?? '';
  const today = dayOf(context.now());
  try {
    const edit = editOf(id, sent, today);
    if (edit === undefined) return problemPage(c, context, 'badForm');
    const shown = sent.line('thay');
    await context.register.directory.change((directory) =>
      unlessChanged(directory, editedDirectory(directory, edit, today), edit, shown),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return agencyPage(c, context, visit, { kind: 'refused', text: error.message }, 422);
  }
  return c.redirect(`${visit.top}/danh-ba/don-vi/${encodeURIComponent(id)}?da`, 303);
}

function editOf(agency: string, sent: SentFields, today: Day): DirectoryEdit | undefined {
  const entry = { name: sent.line('ten'), email: sent.line('thu'), phone: sent.line('so') };
  const as = FUNCTIONS.find((one) => one === sent.line('vai-tro'));
  switch (sent.line('lam')) {
    case 'ten':
      return { kind: 'name', agency, name: sent.line('ten'), aliases: namesOf(sent.line('ten-khac')) };
    case 'nguoi':
      return { kind: 'person', person: sent.line('nguoi'), entry };
    case 'thoi':
      return as && { kind: 'leave', agency, person: sent.line('nguoi'), as, from: today };
    case 'them': {
      const [title, acting, from] = [sent.line('chuc-vu'), sent.has('phu-trach'), dayOfField(sent, today)];
      return as && { kind: 'appoint', agency, entry, as, title, acting, from };
    }
    case 'het':
      return { kind: 'end', agency, into: sent.line('nhan'), from: dayOfField(sent, today) };
    case 'nhom':
      return { kind: 'members', agency, names: namesOf(sent.line('thanh-vien')) };
    default:
      return undefined;
  }
}

function dayOfField(sent: SentFields, today: Day): Day {
  const typed = sent.line('tu-ngay');
  if (typed === '') return today;
  const day = typedDay(typed);
  if (day === undefined) throw new UserError(say.badDay(typed));
  return day;
}

function namesOf(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

async function agencyPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  said?: Said,
  status: 200 | 422 = 200,
): Promise<Response> {
  const directory = await context.register.directory.current();
  const agency = agencyById(directory, c.req.param('agency') ?? '');
  if (!agency) return problemPage(c, context, 'notFound');
  const day = dayOf(context.now());
  const here = `${visit.top}/danh-ba/don-vi/${agency.id}`;
  return staffPage(
    c,
    context,
    visit,
    { title: agency.name, at: 'directory', status, ...present({ said }) },
    <>
      <p class="back">
        <a href={`${visit.top}/danh-ba`}>{say.back}</a>
      </p>
      <section class="card">
        <h1>{agency.name}</h1>
        <NameForm here={here} agency={agency} shown={entryShown(directory, { kind: 'name', agency: agency.id })} />
      </section>
      {isMany(agency, day) ? (
        <MembersForm
          here={here}
          agency={agency}
          names={membersOn(directory, agency, day).map(({ name }) => name)}
          shown={entryShown(directory, { kind: 'members', agency: agency.id })}
        />
      ) : (
        <Staffing directory={directory} agency={agency} day={day} here={here} />
      )}
      <EndForm here={here} directory={directory} />
    </>,
  );
}

function Staffing({
  directory,
  agency,
  day,
  here,
}: {
  readonly directory: Directory;
  readonly agency: Agency;
  readonly day: Day;
  readonly here: string;
}) {
  const held = FUNCTIONS.flatMap((as) => holdersOn(directory, agency.id, as, day));
  return (
    <>
      <section class="card">
        <h2>{say.people}</h2>
        {held.length === 0 ? <p class="missing">{say.nobody}</p> : null}
        {held.map(({ person, position }, n) => (
          <PersonForm
            here={here}
            n={n}
            person={{ ...person, phone: person.phone === undefined ? '' : formatPhone(person.phone) }}
            position={position}
            shown={entryShown(directory, { kind: 'person', person: person.id })}
          />
        ))}
      </section>
      <AppointForm here={here} />
    </>
  );
}
