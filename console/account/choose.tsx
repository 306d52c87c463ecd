import type { Context } from 'hono';
import { type Chosen, choosePassword, PASSWORD_LETTERS, passwordInvited } from '../../office/accounts/index.ts';
import type { StaffAccount } from '../../register/index.ts';
import { PASSWORD_DOOR, CHOOSE as say } from '../../texts/staff/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { deviceWords } from '../http/device.ts';
import { htmlOf, problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { isForeign } from '../staff/cookie.ts';
import { FieldView } from '../staff/field-view.tsx';
import { type SentFields, sentFields } from '../staff/fields.ts';
import { ProblemView } from '../view/problem-view.tsx';
import { beginHere } from './sign-in.tsx';

type Answer = Response | Promise<Response>;

/** The page on which a person chooses the password of their account; only its form uses the ticket up. */
export async function showChoice(c: Context<Env>, context: StaffContext): Promise<Response> {
  const account = await passwordInvited(context.register, c.req.param('ticket') ?? '', context.now());
  return account ? choicePage(c, context, account) : gonePage(c, context);
}

export async function takeChoice(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, trustProxy, onSecurity, now, basePath } = context;
  if (isForeign(c)) return problemPage(c, context, 'crossSite');
  const ticket = c.req.param('ticket') ?? '';
  const account = await passwordInvited(register, ticket, now());
  if (!account) return gonePage(c, context);
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  const chosen = await chosenBy(c, context, account, fields, ticket);
  if (typeof chosen === 'string') return choicePage(c, context, account, chosen);
  if (chosen.kind === 'gone') return gonePage(c, context);
  onSecurity({ event: 'sign-in', how: 'chosen', account: account.id, outcome: 'in', caller: callerOf(c, trustProxy) });
  await beginHere(c, context, chosen);
  return c.redirect(`${basePath}/vp`, 303);
}

/** Takes a password as a form says it; a text where it is not taken. */
export async function chosenBy(
  c: Context<Env>,
  { register, passwords, now }: StaffContext,
  account: StaffAccount,
  fields: SentFields,
  ticket?: string,
): Promise<string | Exclude<Chosen, { kind: 'fault' | 'busy' }>> {
  const password = fields.text('mat-khau');
  if (password !== fields.text('lai')) return say.differs;
  const device = deviceWords(c.req.header('user-agent'));
  const choice = { account, password, device, ...(ticket === undefined ? {} : { ticket }) };
  const chosen = await choosePassword(register, passwords, choice, now());
  if (chosen.kind === 'fault') return say.faults[chosen.fault];
  return chosen.kind === 'busy' ? PASSWORD_DOOR.busy : chosen;
}

/** The two fields a password is chosen in. */
export function ChoiceFields({ login }: { readonly login: string }) {
  return (
    <>
      <input type="text" name="ten" value={login} autocomplete="username" hidden />
      <FieldView
        id="mat-khau-moi"
        name="mat-khau"
        type="password"
        label={say.password}
        hint={say.hint(PASSWORD_LETTERS)}
        autocomplete="new-password"
        isRequired
      />
      <FieldView id="lai" name="lai" type="password" label={say.again} autocomplete="new-password" isRequired />
    </>
  );
}

function choicePage(c: Context<Env>, context: StaffContext, { name, login }: StaffAccount, fault?: string): Answer {
  return htmlOf(
    c,
    context,
    { title: say.title },
    <section class="card">
      <h1>{say.title}</h1>
      <p>{say.whose(name, login)}</p>
      <form method="post">
        {fault === undefined ? null : (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <ChoiceFields login={login} />
        <button type="submit" class="main">
          {say.choose}
        </button>
      </form>
    </section>,
    fault === undefined ? 200 : 422,
  );
}

/** Whoever tries many that were made up is made to wait. */
function gonePage(c: Context<Env>, context: StaffContext): Answer {
  if (!context.rates.misses.take(callerOf(c, context.trustProxy))) return problemPage(c, context, 'tooMany');
  const words = { title: say.goneTitle, text: say.gone };
  return htmlOf(c, context, { title: words.title }, <ProblemView words={words} />, 404);
}
