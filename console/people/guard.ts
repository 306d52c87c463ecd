import type { Context } from 'hono';
import { type PersonPlace, type PersonSession, personSessionBy, placeOf } from '../../office/people/index.ts';
import type { Directory } from '../../register/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { isForeign, sessionSecret } from '../staff/cookie.ts';
import { leftPage, signInFirst } from './door.tsx';

/** Somebody of the directory who has come in, and what they are today. */
export interface PersonVisit {
  readonly session: PersonSession;
  readonly place: PersonPlace;
  readonly directory: Directory;
  /** `/toi`, below the path of all pages. */
  readonly top: string;
}

type Answer = Response | Promise<Response>;
type Open = (c: Context<Env>, context: StaffContext, visit: PersonVisit) => Answer;

/** Who a request comes from, by the session it brings; null where a session is open and its person holds no post. */
export async function personIn(c: Context<Env>, context: StaffContext): Promise<PersonVisit | null | undefined> {
  const { register, now, basePath } = context;
  const secret = sessionSecret(c, context, 'person');
  const session = secret === '' ? undefined : await personSessionBy(register, secret, now());
  if (!session) return undefined;
  const directory = await register.directory.current();
  const place = placeOf(directory, session.personId, now());
  return place ? { session, place, directory, top: `${basePath}/toi` } : null;
}

/** Lets in whoever has a session and holds a post; everybody else is told how to come in. */
export function ownPage(context: StaffContext, open: Open) {
  return async (c: Context<Env>): Promise<Response> => {
    const { rates, trustProxy, onSecurity } = context;
    const caller = callerOf(c, trustProxy);
    const visit = await personIn(c, context);
    if (visit === null) return leftPage(c, context);
    if (!visit) {
      const guessed = sessionSecret(c, context, 'person') !== '';
      return guessed && !rates.misses.take(caller) ? problemPage(c, context, 'tooMany') : signInFirst(c, context);
    }
    if (c.req.method === 'POST') {
      if (isForeign(c)) return problemPage(c, context, 'crossSite');
      if (!rates.forms.take(visit.session.id)) return problemPage(c, context, 'tooMany');
      onSecurity({ event: 'person', person: visit.session.personId, path: c.req.path, caller });
    }
    return open(c, context, visit);
  };
}
