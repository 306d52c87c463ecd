import type { Context } from 'hono';
import { enterBy, invitedBy, isStaffRole } from '../../office/staff/index.ts';
import type { StaffMember } from '../../register/index.ts';
import { FORM_NOT_TAKEN } from '../../texts/pages/index.ts';
import { DOOR, PASSWORD_DOOR, STAFF_ROLE_NAMES } from '../../texts/staff/index.ts';
import { endBefore } from '../account/end-before.ts';
import { pathBelow } from '../account/return-path.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { deviceWords } from '../http/device.ts';
import { htmlOf, problemPage } from '../respond.tsx';
import { ProblemView } from '../view/problem-view.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { isForeign, keepSession } from './cookie.ts';
import { FieldView } from './field-view.tsx';
import { sentFields } from './fields.ts';
import { staffPage } from './frame.tsx';

/** A name fills a line of the record, and no more. */
const NAME_LETTERS = 100;

/** Says whom a ticket lets in; only the button uses it up, for programs follow links too. */
export async function showTicket(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, rates, now, trustProxy } = context;
  const member = await invitedBy(register, c.req.param('ticket') ?? '', now());
  if (!member) {
    return rates.misses.take(callerOf(c, trustProxy)) ? badTicket(c, context) : problemPage(c, context, 'tooMany');
  }
  return ticketPage(c, context, member);
}

function ticketPage(
  c: Context<Env>,
  context: StaffContext,
  { name, role }: StaffMember,
  fault?: string,
): Response | Promise<Response> {
  const roleName = isStaffRole(role) ? STAFF_ROLE_NAMES[role] : role;
  return htmlOf(
    c,
    context,
    { title: DOOR.title },
    <section class="card">
      <h1>{DOOR.title}</h1>
      <p>{name === '' ? DOOR.welcomeFirst(roleName) : DOOR.welcome(name, roleName)}</p>
      <form method="post">
        {fault === undefined ? null : <p class="fault">{fault}</p>}
        {name === '' ? (
          <FieldView
            id="ho-ten"
            name="ho-ten"
            label={DOOR.name}
            hint={DOOR.nameHint}
            autocomplete="name"
            isRequired={true}
          />
        ) : null}
        <button type="submit">{DOOR.enter}</button>
      </form>
    </section>,
    fault === undefined ? 200 : 422,
  );
}

export async function useTicket(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, rates, now, trustProxy, basePath, onSecurity } = context;
  const caller = callerOf(c, trustProxy);
  if (isForeign(c)) return problemPage(c, context, 'crossSite');
  const ticket = c.req.param('ticket') ?? '';
  const member = await invitedBy(register, ticket, now());
  const saidName = member?.name === '' ? ((await sentFields(c))?.line('ho-ten') ?? '').slice(0, NAME_LETTERS) : '';
  if (member?.name === '' && !/\p{L}/u.test(saidName)) return ticketPage(c, context, member, DOOR.noName);
  const device = deviceWords(c.req.header('user-agent'));
  const secret = await enterBy(register, ticket, now(), { device, saidName });
  if (secret === undefined) {
    return rates.misses.take(caller) ? badTicket(c, context) : problemPage(c, context, 'tooMany');
  }
  await endBefore(c, context);
  keepSession(c, context, secret);
  onSecurity({ event: 'staff', name: '', path: `${basePath}/vp/vao`, caller });
  return c.redirect(`${basePath}/vp`, 303);
}

export function closedPage(c: Context<Env>, context: StaffContext): Response | Promise<Response> {
  const words = { title: DOOR.closedTitle, text: DOOR.closed };
  const { basePath } = context;
  const going = c.req.method === 'GET' ? pathBelow(c, context) : undefined;
  return htmlOf(
    c,
    context,
    { title: words.title },
    <>
      <ProblemView words={words} />
      {c.req.method === 'GET' ? null : <p>{FORM_NOT_TAKEN}</p>}
      <p>
        <a class="go" href={`${basePath}/dang-nhap${going === undefined ? '' : `?den=${going}`}`}>
          {PASSWORD_DOOR.enter}
        </a>
      </p>
    </>,
    401,
  );
}

export function forbiddenPage(c: Context<Env>, context: StaffContext, visit: StaffVisit): Response | Promise<Response> {
  const words = { title: DOOR.notAllowedTitle, text: DOOR.notAllowed };
  return staffPage(c, context, visit, { title: words.title, at: 'home', status: 403 }, <ProblemView words={words} />);
}

function badTicket(c: Context<Env>, context: StaffContext): Response | Promise<Response> {
  const words = { title: DOOR.badTicketTitle, text: DOOR.badTicket };
  return htmlOf(c, context, { title: words.title }, <ProblemView words={words} />, 404);
}
