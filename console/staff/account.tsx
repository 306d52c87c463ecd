import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { isStaffRole } from '../../office/staff/index.ts';
import type { StaffAccount } from '../../register/index.ts';
import { ACCOUNTS as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import { LinkCard, newLink } from './account-link.tsx';
import { isOf, RoleField } from './accounts.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { FieldView } from './field-view.tsx';
import { sentFields } from './fields.ts';
import { type Said, staffPage } from './frame.tsx';
import { SessionsTable } from './sessions.tsx';

type Open = (c: Context<Env>, context: StaffContext, visit: StaffVisit, account: StaffAccount) => Promise<Response>;

/** The account an address names. */
function ofAccount(open: Open) {
  return async (c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> => {
    const account = await context.register.accountsOfStaff.find(c.req.param('account') ?? '');
    return account ? open(c, context, visit, account) : problemPage(c, context, 'notFound');
  };
}

const DONE = { ghi: say.saved, khoa: say.closed, mo: say.reopened } as const;

export const showAccount = ofAccount((c, context, visit, account) => {
  const text = DONE[c.req.query('da') as keyof typeof DONE];
  return accountPage(c, context, visit, account, text === undefined ? {} : { said: { kind: 'done', text } });
});

export const changeAccount = ofAccount(async (c, context, visit, account) => {
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  const [name, role] = [fields.line('ho-ten'), fields.line('vai')];
  const refuse = (text: string) => accountPage(c, context, visit, account, { said: { kind: 'refused', text } });
  if (name === '') return refuse(say.noName);
  if (!isStaffRole(role)) return refuse(say.noRole);
  if (isOwn(visit, account) && role !== account.role) return refuse(say.own);
  await context.register.accountsOfStaff.change(account.id, { name, role });
  return c.redirect(`${here(visit, account)}?da=ghi`, 303);
});

export const linkForAccount = ofAccount(async (c, context, visit, account) => {
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  if (account.closedAt !== null) return problemPage(c, context, 'notFound');
  const link = await newLink(context, account, fields.has('gui') && account.login.includes('@'));
  return accountPage(c, context, visit, account, { above: <LinkCard account={account} link={link} /> });
});

/** Ends its sessions and lets nobody in; nobody shuts themselves out. */
export const closeAccount = ofAccount(async (c, context, visit, account) => {
  if (isOwn(visit, account))
    return accountPage(c, context, visit, account, { said: { kind: 'refused', text: say.own } });
  await context.register.accountsOfStaff.close(account.id, context.now());
  return c.redirect(`${here(visit, account)}?da=khoa`, 303);
});

export const reopenAccount = ofAccount(async (c, context, visit, account) => {
  await context.register.accountsOfStaff.reopen(account.id);
  return c.redirect(`${here(visit, account)}?da=mo`, 303);
});

function isOwn({ session }: StaffVisit, { id }: StaffAccount): boolean {
  return session.accountId === id;
}

function here({ top }: StaffVisit, { id }: StaffAccount): string {
  return `${top}/tai-khoan/${id}`;
}

async function accountPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  account: StaffAccount,
  { said, above }: { readonly said?: Said; readonly above?: Child } = {},
): Promise<Response> {
  const sessions = (await context.register.staff.openSessions(context.now())).filter(isOf(account));
  const at = here(visit, account);
  return staffPage(
    c,
    context,
    visit,
    {
      title: account.name,
      at: 'settings',
      status: said?.kind === 'refused' ? 422 : 200,
      ...(said ? { said } : {}),
    },
    <>
      <p class="back">
        <a href={`${visit.top}/tai-khoan`}>{say.back}</a>
      </p>
      {above ?? null}
      <section class="card">
        <h1>{account.name}</h1>
        <p>{`${say.login}: ${account.login}`}</p>
        {account.closedAt === null ? null : <p class="missing">{say.states.closed}</p>}
        <form method="post" action={at}>
          <FieldView id="ho-ten" name="ho-ten" label={say.name} value={account.name} isRequired />
          <RoleField selected={account.role} />
          <button type="submit">{say.save}</button>
        </form>
      </section>
      <section class="card">
        <h2>{say.sessions}</h2>
        {sessions.length === 0 ? <p>{say.noSessions}</p> : <SessionsTable sessions={sessions} visit={visit} />}
      </section>
      {account.closedAt === null ? (
        <OpenAccount account={account} at={at} mails={context.sendMail !== undefined} />
      ) : null}
      {account.closedAt === null ? null : (
        <form method="post" action={`${at}/mo`}>
          <button type="submit">{say.reopen}</button>
        </form>
      )}
    </>,
  );
}

function OpenAccount({
  account,
  at,
  mails,
}: {
  readonly account: StaffAccount;
  readonly at: string;
  readonly mails: boolean;
}) {
  return (
    <>
      <section class="card">
        <h2>{say.newLink}</h2>
        <p class="hint">{say.newLinkHint}</p>
        <form method="post" action={`${at}/lien-ket`}>
          {mails && account.login.includes('@') ? (
            <label class="tick">
              <input type="checkbox" name="gui" /> {say.mailIt(account.login)}
            </label>
          ) : null}
          <button type="submit">{say.newLink}</button>
        </form>
      </section>
      <section class="card">
        <h2>{say.close}</h2>
        <p class="hint">{say.closeHint}</p>
        <form method="post" action={`${at}/khoa`}>
          <button type="submit" class="quiet">
            {say.close}
          </button>
        </form>
      </section>
    </>
  );
}
