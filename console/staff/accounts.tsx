import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { addAccount, loginOf } from '../../office/accounts/index.ts';
import { isStaffRole, STAFF_ROLES } from '../../office/staff/index.ts';
import type { StaffAccount } from '../../register/index.ts';
import { STAFF_ROLE_NAMES, ACCOUNTS as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import { LinkCard, newLink } from './account-link.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { FieldView } from './field-view.tsx';
import { sentFields } from './fields.ts';
import { type Said, staffPage } from './frame.tsx';
import { TableView } from './table.tsx';

export function showAccounts(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  return accountsPage(c, context, visit);
}

/** Makes an account, and the link by which its person chooses a password: it is shown once, here. */
export async function addOne(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  const typed = { name: fields.line('ho-ten'), login: fields.line('ten'), role: fields.line('vai') };
  const refuse = (text: string) => accountsPage(c, context, visit, { said: { kind: 'refused', text }, typed });
  const login = loginOf(typed.login);
  if (typed.name === '') return refuse(say.noName);
  if (login === undefined) return refuse(say.badLogin(typed.login));
  if (!isStaffRole(typed.role)) return refuse(say.noRole);
  const account = await addAccount(context.register, { ...typed, login }, context.now());
  if (!account) return refuse(say.taken(login));
  const link = await newLink(context, account, fields.has('gui'));
  return accountsPage(c, context, visit, { above: <LinkCard account={account} link={link} /> });
}

interface Given {
  readonly said?: Said;
  readonly typed?: { readonly name: string; readonly login: string; readonly role: string };
  readonly above?: Child;
}

async function accountsPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  { said, typed, above }: Given = {},
): Promise<Response> {
  const { register, now } = context;
  const accounts = await register.accountsOfStaff.all();
  const sessions = await register.staff.openSessions(now());
  const rows = accounts.map((account) => cellsOf(account, visit, sessions.filter(isOf(account)).length));
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'settings', status: said === undefined ? 200 : 422, ...(said ? { said } : {}) },
    <>
      {above ?? null}
      <section class="card wide">
        <h1>{say.title}</h1>
        <p>{say.about}</p>
        {rows.length === 0 ? <p>{say.none}</p> : <TableView columns={say.head.map((name) => ({ name }))} rows={rows} />}
      </section>
      <section class="card" id="them">
        <h2>{say.addTitle}</h2>
        <form method="post" action={`${visit.top}/tai-khoan`}>
          <FieldView
            id="ho-ten"
            name="ho-ten"
            label={say.name}
            hint={say.nameHint}
            value={typed?.name ?? ''}
            isRequired
          />
          <FieldView
            id="ten"
            name="ten"
            label={say.login}
            hint={say.loginHint}
            value={typed?.login ?? ''}
            autocomplete="off"
            isRequired
          />
          <RoleField selected={typed?.role ?? 'secretary'} />
          <button type="submit">{say.add}</button>
        </form>
      </section>
    </>,
  );
}

function cellsOf(account: StaffAccount, { top }: StaffVisit, open: number): Child[] {
  const state = account.closedAt !== null ? 'closed' : account.password === null ? 'unchosen' : 'open';
  return [
    <a href={`${top}/tai-khoan/${account.id}`}>{account.name}</a>,
    account.login,
    isStaffRole(account.role) ? STAFF_ROLE_NAMES[account.role] : account.role,
    account.signedInAt === null ? say.never : say.moment(account.signedInAt),
    open,
    say.states[state],
  ];
}

/** Sessions of an account. */
export function isOf({ id }: Pick<StaffAccount, 'id'>) {
  return ({ accountId }: { readonly accountId?: string }) => accountId === id;
}

export function RoleField({ selected }: { readonly selected: string }) {
  return (
    <div class="field">
      <label for="vai">{say.role}</label>
      <select id="vai" name="vai">
        {STAFF_ROLES.map((role) => (
          <option value={role} selected={role === selected}>
            {STAFF_ROLE_NAMES[role]}
          </option>
        ))}
      </select>
    </div>
  );
}
