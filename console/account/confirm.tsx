import type { Context } from 'hono';
import { PASSKEYS, PASSWORD_DOOR, PROVIDER, OWN_ACCOUNT as say } from '../../texts/staff/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { sendLink } from '../people/door.tsx';
import { problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { type SentFields, sentFields } from '../staff/fields.ts';
import type { Said } from '../staff/frame.tsx';
import { accountOf, faultOfOwn } from './own.tsx';
import type { OwnSession } from './own-session.ts';
import { passkeyConfirmation } from './passkey-parts.tsx';
import { PasswordField } from './password-field.tsx';
import { returnPath } from './return-path.ts';

/** The session a page belongs to: people of the directory have pages of their own. */
export function kindByGoing(c: Context<Env>): 'staff' | 'person' | undefined {
  const going = returnPath(c.req.query('den'));
  if (going === undefined) return undefined;
  return going.startsWith('/toi') ? 'person' : 'staff';
}

/** Whoever is about to decide proves once more who they are. */
export function showConfirm(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const failed = c.req.query('khong') !== undefined;
  return failed
    ? confirmPage(c, context, own, { kind: 'refused', text: PASSKEYS.refused }, 422)
    : confirmPage(c, context, own);
}

export async function takeConfirm(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  return own.session.personId === undefined ? byPassword(c, context, own, fields) : byMail(c, context, own);
}

async function byPassword(
  c: Context<Env>,
  context: StaffContext,
  own: OwnSession,
  fields: SentFields,
): Promise<Response> {
  const { register, now, basePath, onSecurity, trustProxy } = context;
  const { session } = own;
  const account = await accountOf(context, session);
  if (!account?.password) return problemPage(c, context, 'notFound');
  const fault = await faultOfOwn(context, session, account, fields.text('mat-khau'));
  const caller = callerOf(c, trustProxy);
  onSecurity({ event: 'sign-in', how: 'again', account: account.id, outcome: fault ? 'wrong' : 'in', caller });
  if (fault) return confirmPage(c, context, own, { kind: 'refused', text: fault.text }, fault.status);
  await register.staff.verified(session.id, now());
  return c.redirect(`${basePath}${returnPath(c.req.query('den')) ?? '/vp'}`, 303);
}

/** A new link to the mailbox the directory has today: whoever took over a machine does not read it. */
async function byMail(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const { people } = await context.register.directory.current();
  const address = people.find(({ id }) => id === own.session.personId)?.email;
  if (address !== undefined) context.mails.run(() => sendLink(context, address, returnPath(c.req.query('den'))));
  return confirmPage(c, context, own, { kind: 'done', text: say.mailed });
}

async function confirmPage(
  c: Context<Env>,
  context: StaffContext,
  own: OwnSession,
  said?: Said,
  status: 200 | 422 | 429 | 503 = 200,
): Promise<Response> {
  const account = await accountOf(context, own.session);
  const going = returnPath(c.req.query('den'));
  const action = `${context.basePath}/xac-nhan${going === undefined ? '' : `?den=${going}`}`;
  const way =
    own.session.personId !== undefined ? (
      <form method="post" action={action}>
        <p class="hint">{say.mailHint}</p>
        <button type="submit" class="main">
          {say.mailIt}
        </button>
      </form>
    ) : account?.password ? (
      <form method="post" action={action}>
        <input type="text" name="ten" value={account.login} autocomplete="username" hidden />
        <PasswordField id="mat-khau" label={PASSWORD_DOOR.password} />
        <button type="submit" class="main">
          {say.confirmButton}
        </button>
      </form>
    ) : (
      <p>{say.newLink}</p>
    );
  return own.page(
    say.confirmTitle,
    <section class="card">
      <h1>{say.confirmTitle}</h1>
      <p>{say.confirm}</p>
      {own.session.means === 'oidc' && context.provider !== undefined ? (
        <p>
          <a class="go" href={`${context.basePath}/dang-nhap/co-quan?lai${going === undefined ? '' : `&den=${going}`}`}>
            {PROVIDER.confirm}
          </a>
        </p>
      ) : null}
      {account === undefined ? null : await passkeyConfirmation({ c, context, own, account })}
      {own.session.means === 'oidc' && own.session.personId === undefined && !account?.password ? null : way}
    </section>,
    { status, ...(said === undefined ? {} : { said }) },
  );
}
