import type { Context } from 'hono';
import { hasRight, LEADER_ROLE, type StaffRight, sessionBy } from '../../office/staff/index.ts';
import type { StaffSession } from '../../register/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { personIn } from '../people/guard.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { isForeign, sessionSecret } from './cookie.ts';
import { closedPage, forbiddenPage } from './door.tsx';

type Answer = Response | Promise<Response>;
type Open = (c: Context<Env>, context: StaffContext, visit: StaffVisit) => Answer;

/** Lets in whoever has a session whose role may do it; everybody else is told how to come in, or that they may not. */
export function guarded(context: StaffContext, right: StaffRight, open: Open) {
  return async (c: Context<Env>): Promise<Response> => {
    const { register, rates, now, trustProxy, onSecurity } = context;
    const secret = sessionSecret(c, context);
    const staff = secret === '' ? undefined : await sessionBy(register, secret, now());
    const session = staff ?? (await leadersSession(c, context));
    const caller = callerOf(c, trustProxy);
    if (!session) {
      if (secret !== '' && !rates.misses.take(caller)) return problemPage(c, context, 'tooMany');
      return closedPage(c, context);
    }
    if (c.req.method === 'POST') {
      if (isForeign(c)) return problemPage(c, context, 'crossSite');
      onSecurity({ event: 'staff', name: session.name, path: c.req.path, caller });
    }
    const visit = { session, top: `${context.basePath}/vp` };
    if (!hasRight(session.role, right)) return forbiddenPage(c, context, visit);
    return open(c, context, visit);
  };
}

/** Leaders of the office that issues read its pages by the session of their own. */
async function leadersSession(c: Context<Env>, context: StaffContext): Promise<StaffSession | undefined> {
  const person = await personIn(c, context);
  return person?.place.leads === undefined ? undefined : { ...person.session, role: LEADER_ROLE };
}
