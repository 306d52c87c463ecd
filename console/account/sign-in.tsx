import type { Context } from 'hono';
import { present } from '../../dsl/present.ts';
import { loginOf, signIn } from '../../office/accounts/index.ts';
import type { StaffAccount } from '../../register/index.ts';
import { SIGN_IN } from '../../texts/people/index.ts';
import { PROVIDER, PASSWORD_DOOR as say } from '../../texts/staff/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { deviceWords } from '../http/device.ts';
import { htmlOf, problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { isForeign, keepSession } from '../staff/cookie.ts';
import { FieldView } from '../staff/field-view.tsx';
import { sentFields } from '../staff/fields.ts';
import { allowanceOf } from './allowance.ts';
import { deviceOf, knowDevice } from './devices.ts';
import { endBefore } from './end-before.ts';
import { EnterByPasskey } from './passkey-parts.tsx';
import { PasswordField } from './password-field.tsx';
import { returnPath } from './return-path.ts';

type Answer = Response | Promise<Response>;

export function showPasswordDoor(c: Context<Env>, context: StaffContext): Answer {
  return doorPage(c, context, { going: returnPath(c.req.query('den')) });
}

/** Lets in whoever knows the password of an account. Who is refused learns neither that there is such a name nor that there is none. */
export async function enterByPassword(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, rates, passwords, trustProxy, onSecurity, now, basePath } = context;
  if (isForeign(c)) return problemPage(c, context, 'crossSite');
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  const typed = fields.line('ten');
  const going = returnPath(fields.line('den'));
  const account = await openAccount(context, typed);
  const caller = callerOf(c, trustProxy);
  const tried = (outcome: string) =>
    onSecurity({ event: 'sign-in', how: 'password', account: account?.id ?? '', outcome, caller });
  const allowance = allowanceOf(rates, { caller, typed, account, device: deviceOf(c, context, account) });
  if (!allowance.take()) {
    tried('wait');
    c.header('Retry-After', '360');
    return doorPage(c, context, { typed, going, fault: say.wait, status: 429 });
  }
  const device = deviceWords(c.req.header('user-agent'));
  const signed = await signIn(register, passwords, account, { password: fields.text('mat-khau'), device }, now());
  tried(signed.kind);
  if (signed.kind === 'wrong') return doorPage(c, context, { typed, going, fault: say.wrong, status: 401 });
  allowance.giveBack();
  if (signed.kind === 'busy') return doorPage(c, context, { typed, going, fault: say.busy, status: 503 });
  await beginHere(c, context, signed);
  return c.redirect(`${basePath}${going ?? '/vp'}`, 303);
}

/** Keeps a session that was just opened on this device; the one it had before ends. */
export async function beginHere(
  c: Context<Env>,
  context: StaffContext,
  { secret, account }: { readonly secret: string; readonly account: StaffAccount },
): Promise<void> {
  await endBefore(c, context);
  keepSession(c, context, secret);
  knowDevice(c, context, account);
}

/** The account of a name that was typed, where it lets anybody in. */
async function openAccount({ register }: StaffContext, typed: string): Promise<StaffAccount | undefined> {
  const login = loginOf(typed);
  const account = login === undefined ? undefined : await register.accountsOfStaff.named(login);
  return account?.closedAt === null ? account : undefined;
}

interface Door {
  readonly typed?: string;
  /** Where they were on their way to. */
  readonly going: string | undefined;
  readonly fault?: string;
  readonly status?: 200 | 401 | 429 | 503;
}

export function doorPage(
  c: Context<Env>,
  context: StaffContext,
  { typed = '', going, fault, status = 200 }: Door,
): Answer {
  const { basePath } = context;
  return htmlOf(
    c,
    context,
    { title: say.title },
    <section class="card">
      <h1>{say.title}</h1>
      <form method="post" action={`${basePath}/dang-nhap`}>
        {fault === undefined ? null : (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        {going === undefined ? null : <input type="hidden" name="den" value={going} />}
        <FieldView
          id="ten"
          name="ten"
          label={say.login}
          hint={say.loginHint}
          value={typed}
          autocomplete="username"
          isRequired
        />
        <PasswordField id="mat-khau" label={say.password} />
        <button type="submit" class="main">
          {say.enter}
        </button>
      </form>
      <EnterByPasskey c={c} context={context} {...present({ going })} />
      {context.provider === undefined ? null : (
        <p>
          <a class="go" href={`${basePath}/dang-nhap/co-quan${going === undefined ? '' : `?den=${going}`}`}>
            {PROVIDER.enter}
          </a>
        </p>
      )}
      <p class="hint">{say.forgotten}</p>
      <p>
        {`${say.people}: `}
        <a href={`${basePath}/toi/dang-nhap`}>{SIGN_IN.toSignIn}</a>
      </p>
    </section>,
    status,
  );
}
