import type { Context } from 'hono';
import { enterAsPerson, personInvited, signInMail } from '../../office/people/index.ts';
import { oneLine } from '../../texts/messages/index.ts';
import { FORM_NOT_TAKEN } from '../../texts/pages/index.ts';
import { SIGN_IN as say } from '../../texts/people/index.ts';
import { PROVIDER } from '../../texts/staff/index.ts';
import { endBefore } from '../account/end-before.ts';
import { pathBelow, returnPath } from '../account/return-path.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { deviceWords } from '../http/device.ts';
import { htmlOf, problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { isForeign, keepSession } from '../staff/cookie.ts';
import { sentFields } from '../staff/fields.ts';

type Answer = Response | Promise<Response>;

const ADDRESS = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[^\s@<>"]{1,60}$/;

export function showSignIn(c: Context<Env>, context: StaffContext): Answer {
  return signInPage(c, context, { going: returnPath(c.req.query('den')) });
}

/** The same answer, as fast, whoever is asked for: nobody learns here which addresses the directory has. */
export async function askForLink(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { rates, trustProxy, onSecurity, sendMail, basePath } = context;
  const caller = callerOf(c, trustProxy);
  if (isForeign(c)) return problemPage(c, context, 'crossSite');
  if (!rates.signIns.take(caller)) return problemPage(c, context, 'tooMany');
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  const address = oneLine(fields.line('thu'));
  const going = returnPath(fields.line('den'));
  const again = (fault: string, status: 422 | 503) => signInPage(c, context, { typed: address, going, fault, status });
  if (!ADDRESS.test(address)) return again(say.notAnAddress, 422);
  if (!sendMail) return again(say.noMail, 503);
  onSecurity({ event: 'person', person: '', path: `${basePath}/toi/dang-nhap`, caller });
  context.mails.run(() => sendLink(context, address, going));
  return htmlOf(
    c,
    context,
    { title: say.sentTitle },
    <section class="card">
      <h1>{say.sentTitle}</h1>
      <p role="status">{say.sent}</p>
      <p class="hint">{say.sentHint}</p>
      <p>
        <a class="go" href={`${basePath}/toi/dang-nhap`}>
          {say.again}
        </a>
      </p>
    </section>,
  );
}

/** Mails everybody at this address the link they come in by; where there is nobody, nothing happens. */
export async function sendLink(
  { register, baseUrl, now, sendMail, onTrouble }: StaffContext,
  address: string,
  going: string | undefined,
): Promise<void> {
  const mail = await signInMail(register, address, baseUrl(), now(), going);
  if (!mail || !sendMail) return;
  const fault = await sendMail(mail);
  if (fault !== null) onTrouble(new Error(`a mail to sign in by did not leave: ${fault}`));
}

function signInPage(
  c: Context<Env>,
  context: StaffContext,
  {
    typed = '',
    going,
    fault,
    status = 200,
  }: {
    readonly typed?: string;
    readonly going: string | undefined;
    readonly fault?: string;
    readonly status?: 200 | 422 | 503;
  },
): Answer {
  return htmlOf(
    c,
    context,
    { title: say.title },
    <section class="card">
      <h1>{say.title}</h1>
      <p>{say.about}</p>
      <form method="post" action={`${context.basePath}/toi/dang-nhap`}>
        {fault === undefined ? null : (
          <p class="fault" id="loi" role="alert">
            {fault}
          </p>
        )}
        {going === undefined ? null : <input type="hidden" name="den" value={going} />}
        <div class="field">
          <label for="thu">{say.address}</label>
          <input
            type="email"
            id="thu"
            name="thu"
            value={typed}
            required
            autocomplete="email"
            {...(fault === undefined ? {} : { 'aria-describedby': 'loi' })}
          />
        </div>
        <button type="submit" class="main">
          {say.send}
        </button>
      </form>
      {context.provider === undefined ? null : (
        <p>
          <a class="go" href={`${context.basePath}/dang-nhap/co-quan?den=${going ?? '/toi'}`}>
            {PROVIDER.enter}
          </a>
        </p>
      )}
    </section>,
    status,
  );
}

/** Says whom a ticket lets in; only the button uses it up, for programs follow links too. */
export async function showPersonTicket(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, now } = context;
  const member = await personInvited(register, c.req.param('ticket') ?? '', now());
  if (!member) return badTicket(c, context);
  return htmlOf(
    c,
    context,
    { title: say.title },
    <section class="card">
      <h1>{say.title}</h1>
      <p>{say.welcome(member.name)}</p>
      <form method="post">
        <button type="submit" class="main">
          {say.enter}
        </button>
      </form>
    </section>,
  );
}

export async function usePersonTicket(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, now, trustProxy, basePath, onSecurity } = context;
  if (isForeign(c)) return problemPage(c, context, 'crossSite');
  const device = deviceWords(c.req.header('user-agent'));
  const secret = await enterAsPerson(register, c.req.param('ticket') ?? '', now(), device);
  if (secret === undefined) return badTicket(c, context);
  await endBefore(c, context, 'person');
  keepSession(c, context, secret, 'person');
  onSecurity({ event: 'person', person: '', path: `${basePath}/toi/vao`, caller: callerOf(c, trustProxy) });
  return c.redirect(`${basePath}${returnPath(c.req.query('den')) ?? '/toi'}`, 303);
}

export function signInFirst(c: Context<Env>, context: StaffContext): Answer {
  return toldPage(
    c,
    context,
    say.closedTitle,
    c.req.method === 'GET' ? say.closed : `${say.closed} ${FORM_NOT_TAKEN}`,
    401,
    c.req.method === 'GET' ? pathBelow(c, context) : undefined,
  );
}

export function leftPage(c: Context<Env>, context: StaffContext): Answer {
  return toldPage(c, context, say.leftTitle, say.left, 403);
}

/** Whoever tries many that were made up is made to wait. */
function badTicket(c: Context<Env>, context: StaffContext): Answer {
  if (!context.rates.misses.take(callerOf(c, context.trustProxy))) return problemPage(c, context, 'tooMany');
  return toldPage(c, context, say.badTicketTitle, say.badTicket, 404);
}

function toldPage(
  c: Context<Env>,
  context: StaffContext,
  title: string,
  text: string,
  status: 401 | 403 | 404,
  going?: string,
): Answer {
  return htmlOf(
    c,
    context,
    { title },
    <section class="card">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a class="go" href={`${context.basePath}/toi/dang-nhap${going === undefined ? '' : `?den=${going}`}`}>
          {say.toSignIn}
        </a>
      </p>
    </section>,
    status,
  );
}
