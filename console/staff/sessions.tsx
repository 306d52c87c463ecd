import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { present } from '../../dsl/present.ts';
import { isStaffRole } from '../../office/staff/index.ts';
import type { StaffSession } from '../../register/index.ts';
import { STAFF_ROLE_NAMES, SESSIONS as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { staffPage } from './frame.tsx';
import { TableView } from './table.tsx';

/** Letters of a session's id that name it in an address: ids are hashes, and open nothing. */
const ID_LETTERS = 24;

/** Who is in, of the office and of the directory. */
export async function showSessions(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const open = await context.register.staff.openSessions(context.now());
  return staffPage(
    c,
    context,
    visit,
    {
      title: say.title,
      at: 'settings',
      ...present({ said: c.req.query('da') === undefined ? undefined : { kind: 'done' as const, text: say.ended } }),
    },
    <section class="card wide">
      <h1>{say.title}</h1>
      <p>{say.about}</p>
      <SessionsTable sessions={open} visit={visit} />
    </section>,
  );
}

/** Sessions with a button each to end them. */
export function SessionsTable({
  sessions,
  visit,
}: {
  readonly sessions: readonly StaffSession[];
  readonly visit: StaffVisit;
}) {
  return <TableView columns={say.head.map((name) => ({ name }))} rows={sessions.map((one) => cellsOf(one, visit))} />;
}

function cellsOf(one: StaffSession, { session, top }: StaffVisit): Child[] {
  return [
    one.name,
    isStaffRole(one.role) ? STAFF_ROLE_NAMES[one.role] : say.person,
    [say.means[one.means], one.device].filter(Boolean).join(', '),
    say.moment(one.recordedAt),
    say.moment(one.expiresAt),
    one.id === session.id ? (
      say.own
    ) : (
      <form method="post" action={`${top}/phien/${one.id.slice(0, ID_LETTERS)}`}>
        <button type="submit" class="quiet" aria-label={say.endOf(one.name)}>
          {say.end}
        </button>
      </form>
    ),
  ];
}

/** Ends a session for good; whoever had it comes in anew or not at all. */
export async function endSession(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { register, now } = context;
  const asked = c.req.param('session') ?? '';
  const one = (await register.staff.openSessions(now())).find(({ id }) => id.slice(0, ID_LETTERS) === asked);
  if (!one) return problemPage(c, context, 'notFound');
  await register.staff.end(one.id, now());
  const back = one.accountId === undefined ? '/phien?da' : `/tai-khoan/${one.accountId}`;
  return c.redirect(`${visit.top}${back}`, 303);
}
