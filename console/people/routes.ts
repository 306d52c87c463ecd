import type { Context, Hono } from 'hono';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from '../staff/context.ts';
import { keepSession } from '../staff/cookie.ts';
import { actOnOwn, serveOwnFile, showOwnDirective } from './directive.tsx';
import { askForLink, showPersonTicket, showSignIn, usePersonTicket } from './door.tsx';
import { ownPage, type PersonVisit } from './guard.ts';
import { showMorning } from './leader.tsx';
import { passOn } from './pass-on.tsx';
import { showOwnTasks } from './tasks.tsx';

/** The pages of people of the directory: of their agencies' directives and nobody else's. */
export function personRoutes(pages: Hono<Env>, context: StaffContext): void {
  pages.get('/toi/dang-nhap', (c) => showSignIn(c, context));
  pages.post('/toi/dang-nhap', (c) => askForLink(c, context));
  pages.get('/toi/vao/:ticket', (c) => showPersonTicket(c, context));
  pages.post('/toi/vao/:ticket', (c) => usePersonTicket(c, context));
  pages.get(
    '/toi',
    ownPage(context, (c, own, visit) =>
      visit.place.leads === undefined ? showOwnTasks(c, own, visit) : showMorning(c, own, visit),
    ),
  );
  pages.get('/toi/nhiem-vu', ownPage(context, showOwnTasks));
  pages.post('/toi/thoat', ownPage(context, leave));
  pages.post('/toi/thoat-het', ownPage(context, leaveAll));
  pages.get('/toi/viec/:item', ownPage(context, showOwnDirective));
  pages.get('/toi/viec/:item/tep/:hash', ownPage(context, serveOwnFile));
  pages.post('/toi/viec/:item/phu-trach', ownPage(context, passOn));
  pages.post('/toi/viec/:item/:act', ownPage(context, actOnOwn));
}

async function leave(c: Context<Env>, context: StaffContext, { session, top }: PersonVisit): Promise<Response> {
  await context.register.staff.end(session.id, context.now());
  keepSession(c, context, null, 'person');
  const left = `${context.basePath}/dang-nhap/da-thoat`;
  return c.redirect(session.means === 'oidc' ? left : `${top}/dang-nhap`, 303);
}

async function leaveAll(c: Context<Env>, context: StaffContext, { session, top }: PersonVisit): Promise<Response> {
  await context.register.staff.endAll(session.personId, context.now());
  keepSession(c, context, null, 'person');
  return c.redirect(`${top}/dang-nhap`, 303);
}
