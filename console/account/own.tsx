import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { isPassword } from '../../office/accounts/index.ts';
import type { StaffAccount, StaffSession } from '../../register/index.ts';
import { CHOOSE, PASSKEYS, PASSWORD_DOOR, SESSIONS, OWN_ACCOUNT as say } from '../../texts/staff/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { sentFields } from '../staff/fields.ts';
import type { Said } from '../staff/frame.tsx';
import { TableView } from '../staff/table.tsx';
import { ChoiceFields, chosenBy } from './choose.tsx';
import type { OwnSession } from './own-session.ts';
import { passkeysCard } from './passkey-parts.tsx';
import { PasswordField } from './password-field.tsx';
import { beginHere } from './sign-in.tsx';

/** Letters of a session's id that name it in an address: ids are hashes, and open nothing. */
const ID_LETTERS = 24;

export function showOwnAccount(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const done = { doi: say.changed, phien: SESSIONS.ended, khoa: PASSKEYS.added, 'bo-khoa': PASSKEYS.removed }[
    c.req.query('da') ?? ''
  ];
  return ownAccountPage(c, context, own, done === undefined ? undefined : { kind: 'done', text: done });
}

/** Takes another password from whoever knows the one there is: a machine left open changes none. */
export async function changeOwnPassword(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const { register, basePath, onSecurity, trustProxy } = context;
  const account = await accountOf(context, own.session);
  if (!account) return problemPage(c, context, 'notFound');
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  const refuse = (text: string, status: 422 | 429 | 503 = 422) =>
    ownAccountPage(c, context, own, { kind: 'refused', text }, status);
  const fault = await faultOfOwn(context, own.session, account, fields.text('cu'));
  if (fault !== undefined) return refuse(fault.text, fault.status);
  const chosen = await chosenBy(c, context, account, fields);
  if (typeof chosen === 'string') return refuse(chosen);
  if (chosen.kind === 'gone') return problemPage(c, context, 'notFound');
  const caller = callerOf(c, trustProxy);
  onSecurity({ event: 'sign-in', how: 'chosen', account: account.id, outcome: 'in', caller });
  await register.staff.end(own.session.id, context.now());
  await beginHere(c, context, chosen);
  return c.redirect(`${basePath}/tai-khoan?da=doi`, 303);
}

/** Why the password of whoever is in is not taken for theirs; undefined where it is. */
export async function faultOfOwn(
  { rates, passwords }: StaffContext,
  session: StaffSession,
  account: StaffAccount,
  password: string,
): Promise<{ readonly text: string; readonly status: 422 | 429 | 503 } | undefined> {
  if (!rates.passwordsByDevice.take(session.id)) return { text: PASSWORD_DOOR.wait, status: 429 };
  const same = await isPassword(passwords, account.password, password);
  if (same === false) return { text: say.wrong, status: 422 };
  rates.passwordsByDevice.giveBack(session.id);
  return same === undefined ? { text: PASSWORD_DOOR.busy, status: 503 } : undefined;
}

/** Ends a session of one's own, and of nobody else. */
export async function endOwnSession(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const { register, now, basePath } = context;
  const asked = c.req.param('session') ?? '';
  const one = (await ownSessions(context, own.session)).find(({ id }) => id.slice(0, ID_LETTERS) === asked);
  if (!one) return problemPage(c, context, 'notFound');
  await register.staff.end(one.id, now());
  return c.redirect(`${basePath}/tai-khoan?da=phien`, 303);
}

/** The account a session was opened for. */
export async function accountOf(
  { register }: StaffContext,
  { accountId }: StaffSession,
): Promise<StaffAccount | undefined> {
  return accountId === undefined ? undefined : register.accountsOfStaff.find(accountId);
}

/** The open sessions of whoever has this one; of somebody a link let in, this one alone: a name is no proof of who they are. */
async function ownSessions({ register, now }: StaffContext, own: StaffSession): Promise<StaffSession[]> {
  const open = await register.staff.openSessions(now());
  return open.filter(
    ({ id, accountId, personId }) =>
      id === own.id ||
      (accountId !== undefined && accountId === own.accountId) ||
      (personId !== undefined && personId === own.personId),
  );
}

export async function ownAccountPage(
  c: Context<Env>,
  context: StaffContext,
  own: OwnSession,
  said?: Said,
  status: 200 | 422 | 429 | 503 = 200,
): Promise<Response> {
  const { session } = own;
  const { basePath } = context;
  const account = await accountOf(context, session);
  const sessions = await ownSessions(context, session);
  const without = session.personId === undefined ? say.byLink : say.byMail;
  return own.page(
    say.title,
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <p>{account === undefined ? session.name : `${session.name} (${account.login})`}</p>
        <p>{say.since(SESSIONS.means[session.means], session.recordedAt)}</p>
        {account === undefined ? <p class="hint">{without}</p> : null}
      </section>
      <section class="card wide">
        <h2>{say.sessions}</h2>
        <p class="hint">{say.endHint}</p>
        <TableView
          columns={SESSIONS.ownHead.map((name) => ({ name }))}
          rows={sessions.map((one) => cellsOf(one, session, basePath))}
        />
      </section>
      {account === undefined ? null : await passkeysCard({ c, context, own, account })}
      {account?.password ? (
        <section class="card">
          <h2>{say.password}</h2>
          <p class="hint">{say.passwordHint}</p>
          <form method="post" action={`${basePath}/tai-khoan/mat-khau`}>
            <PasswordField id="cu" label={say.current} />
            <ChoiceFields login={account.login} />
            <button type="submit">{CHOOSE.change}</button>
          </form>
        </section>
      ) : null}
    </>,
    { status, ...(said === undefined ? {} : { said }) },
  );
}

function cellsOf(one: StaffSession, { id }: StaffSession, basePath: string): Child[] {
  return [
    [SESSIONS.means[one.means], one.device].filter(Boolean).join(', '),
    SESSIONS.moment(one.recordedAt),
    SESSIONS.moment(one.expiresAt),
    one.id === id ? (
      SESSIONS.own
    ) : (
      <form method="post" action={`${basePath}/tai-khoan/phien/${one.id.slice(0, ID_LETTERS)}`}>
        <button type="submit" class="quiet">
          {SESSIONS.end}
        </button>
      </form>
    ),
  ];
}
