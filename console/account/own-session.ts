import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { sessionBy } from '../../office/staff/index.ts';
import type { StaffSession } from '../../register/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { signInFirst } from '../people/door.tsx';
import { personPage } from '../people/frame.tsx';
import { personIn } from '../people/guard.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { isForeign, sessionSecret } from '../staff/cookie.ts';
import { closedPage } from '../staff/door.tsx';
import { type Said, staffPage } from '../staff/frame.tsx';

type Answer = Response | Promise<Response>;

/** Whoever is in, of the office or of the directory, and the frame their pages have. */
export interface OwnSession {
  readonly session: StaffSession;
  page(title: string, content: Child, told?: { readonly said?: Said; readonly status?: 200 | 422 | 429 | 503 }): Answer;
}

/** A page of whoever is in, whichever door they came by. `kind`: the session that is meant, where somebody has both. */
export function ownPageOf(
  context: StaffContext,
  open: (c: Context<Env>, context: StaffContext, own: OwnSession) => Answer,
  kind: (c: Context<Env>) => 'staff' | 'person' | undefined = () => undefined,
) {
  return async (c: Context<Env>): Promise<Response> => {
    const { rates, onSecurity, trustProxy } = context;
    const wanted = kind(c);
    const own =
      (wanted === 'person' ? undefined : await ofOffice(c, context)) ??
      (wanted === 'staff' ? undefined : await ofDirectory(c, context));
    if (!own) return wanted === 'person' ? signInFirst(c, context) : closedPage(c, context);
    if (c.req.method === 'POST') {
      if (isForeign(c)) return problemPage(c, context, 'crossSite');
      if (!rates.forms.take(own.session.id)) return problemPage(c, context, 'tooMany');
      const caller = callerOf(c, trustProxy);
      onSecurity({ event: 'staff', name: own.session.name, path: c.req.path, caller });
    }
    return open(c, context, own);
  };
}

async function ofOffice(c: Context<Env>, context: StaffContext): Promise<OwnSession | undefined> {
  const session = await sessionBy(context.register, sessionSecret(c, context), context.now());
  if (!session) return undefined;
  const visit = { session, top: `${context.basePath}/vp` };
  return {
    session,
    page: (title, content, told = {}) => staffPage(c, context, visit, { title, at: 'account', ...told }, content),
  };
}

async function ofDirectory(c: Context<Env>, context: StaffContext): Promise<OwnSession | undefined> {
  const visit = await personIn(c, context);
  if (!visit) return undefined;
  return {
    session: visit.session,
    page: (title, content, told = {}) => personPage(c, context, visit, { title, at: 'account', ...told }, content),
  };
}
