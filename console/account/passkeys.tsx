import type { Context } from 'hono';
import { addPasskey, MOST_PASSKEYS, provedByPasskey } from '../../office/accounts/index.ts';
import { isRecent } from '../../office/links/index.ts';
import { newSession } from '../../office/sessions.ts';
import { PASSKEYS as say } from '../../texts/staff/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { deviceWords } from '../http/device.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { isForeign } from '../staff/cookie.ts';
import { sentFields } from '../staff/fields.ts';
import { accountOf, ownAccountPage } from './own.tsx';
import type { OwnSession } from './own-session.ts';
import { passkeySite } from './passkey-form.tsx';
import { returnPath } from './return-path.ts';
import { beginHere, doorPage } from './sign-in.tsx';

/** Lets in whoever has a device that an account knows. */
export async function enterByPasskey(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { register, rates, ring, trustProxy, onSecurity, now, basePath } = context;
  if (isForeign(c)) return problemPage(c, context, 'crossSite');
  const site = passkeySite(c, context);
  const fields = await sentFields(c);
  if (!site) return problemPage(c, context, 'notFound');
  if (!fields) return problemPage(c, context, 'badForm');
  const going = returnPath(fields.line('den'));
  const caller = callerOf(c, trustProxy);
  const tried = (account: string, outcome: string) =>
    onSecurity({ event: 'sign-in', how: 'passkey', account, outcome, caller });
  if (!rates.passwordsByAddress.take(caller)) {
    tried('', 'wait');
    return doorPage(c, context, { going, fault: say.wait, status: 429 });
  }
  const proved = await provedByPasskey(
    register,
    'in',
    { ring, site, whose: '', answer: fields.text('tra-loi') },
    now(),
  );
  if (proved.kind === 'refused') {
    tried(proved.account, proved.why);
    return doorPage(c, context, { going, fault: say.refused, status: 401 });
  }
  const { account } = proved;
  const { secret, start } = newSession('passkey', deviceWords(c.req.header('user-agent')), now());
  const opened = await register.accountsOfStaff.enter(account, start, now());
  tried(account.id, opened ? 'in' : 'closed');
  if (!opened) return doorPage(c, context, { going, fault: say.refused, status: 401 });
  rates.passwordsByAddress.giveBack(caller);
  await beginHere(c, context, { secret, account });
  return c.redirect(`${basePath}${going ?? '/vp'}`, 303);
}

/** What the form of whoever is in brought, with their account and where its keys are; or the page that says what is wrong. */
async function sentByOwner(c: Context<Env>, context: StaffContext, { session }: OwnSession) {
  const account = await accountOf(context, session);
  const site = passkeySite(c, context);
  if (!account || !site) return problemPage(c, context, 'notFound');
  const fields = await sentFields(c);
  return fields ? { account, site, fields } : problemPage(c, context, 'badForm');
}

/** Keeps a key of whoever is in and has proved it lately: a machine left open adds none. */
export async function addOwnPasskey(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const { register, ring, now, basePath, onSecurity, trustProxy } = context;
  const { session } = own;
  const sent = await sentByOwner(c, context, own);
  if (sent instanceof Response) return sent;
  const { account, site, fields } = sent;
  const refuse = (text: string) => ownAccountPage(c, context, own, { kind: 'refused', text }, 422);
  if (!isRecent(session.verifiedAt, now())) return refuse(say.proveFirst);
  const name = fields.line('ten') || deviceWords(c.req.header('user-agent')) || say.unnamed;
  const given = { ring, site, whose: session.id, answer: fields.text('tra-loi'), name };
  const added = await addPasskey(register, account, given, now());
  const caller = callerOf(c, trustProxy);
  onSecurity({
    event: 'sign-in',
    how: 'passkey-added',
    account: account.id,
    outcome: added === 'added' ? 'in' : added,
    caller,
  });
  if (added === 'too-many') return refuse(say.tooMany(MOST_PASSKEYS));
  if (added === 'known') return refuse(say.known);
  if (added !== 'added') return refuse(say.refused);
  return c.redirect(`${basePath}/tai-khoan?da=khoa`, 303);
}

export async function removeOwnPasskey(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const account = await accountOf(context, own.session);
  const id = c.req.param('key') ?? '';
  if (!account || !(await context.register.passkeys.remove(account.id, id))) return problemPage(c, context, 'notFound');
  return c.redirect(`${context.basePath}/tai-khoan?da=bo-khoa`, 303);
}

/** Whoever is about to decide proves once more who they are, by a key of the same account. */
export async function confirmByPasskey(c: Context<Env>, context: StaffContext, own: OwnSession): Promise<Response> {
  const { register, ring, now, basePath, onSecurity, trustProxy } = context;
  const { session } = own;
  const sent = await sentByOwner(c, context, own);
  if (sent instanceof Response) return sent;
  const { account, site, fields } = sent;
  const given = { ring, site, whose: session.id, answer: fields.text('tra-loi'), accountId: account.id };
  const proved = await provedByPasskey(register, 'again', given, now());
  const outcome = proved.kind === 'proved' ? 'in' : proved.why;
  onSecurity({ event: 'sign-in', how: 'again', account: account.id, outcome, caller: callerOf(c, trustProxy) });
  const going = returnPath(c.req.query('den'));
  if (proved.kind === 'refused') {
    return c.redirect(`${basePath}/xac-nhan?khong${going === undefined ? '' : `&den=${going}`}`, 303);
  }
  await register.staff.verified(session.id, now());
  return c.redirect(`${basePath}${going ?? '/vp'}`, 303);
}
