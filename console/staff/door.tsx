import type { Context } from 'hono';
import { enterBy, invitedBy, isStaffRole } from '../../office/staff/index.ts';
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
import { staffPage } from './frame.tsx';

/** Says whom a ticket lets in; only the button uses it up, for programs follow links too. */
export async function showTicket(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, rates, now, trustProxy } = context;
  const member = await invitedBy(register, c.req.param('ticket') ?? '', now());
  if (!member) {
    return rates.misses.take(callerOf(c, trustProxy)) ? badTicket(c, context) : problemPage(c, context, 'tooMany');
  }
  const role = isStaffRole(member.role) ? STAFF_ROLE_NAMES[member.role] : member.role;
  return htmlOf(
    c,
    context,
    { title: DOOR.title },
    <section class="card">
      <h1>{DOOR.title}</h1>
      <p>{DOOR.welcome(member.name, role)}</p>
      <form method="post">
        <button type="submit">{DOOR.enter}</button>
      </form>
    </section>,
  );
}

export async function useTicket(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, rates, now, trustProxy, basePath, onSecurity } = context;
  const caller = callerOf(c, trustProxy);
  if (isForeign(c)) return problemPage(c, context, 'crossSite');
  const device = deviceWords(c.req.header('user-agent'));
  const secret = await enterBy(register, c.req.param('ticket') ?? '', now(), device);
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
