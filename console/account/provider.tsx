import type { Context } from 'hono';
import { type Errand, enterByAddress, type ProviderAnswer } from '../../office/accounts/index.ts';
import { PROVIDER as say } from '../../texts/staff/index.ts';
import { callerOf, type Env } from '../http/caller.ts';
import { deviceWords } from '../http/device.ts';
import { htmlOf, problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { cookieOf, keepErrand, keepSession } from '../staff/cookie.ts';
import { endBefore } from './end-before.ts';
import { returnPath } from './return-path.ts';
import { beginHere } from './sign-in.tsx';

const BACK = '/dang-nhap/tra-ve';

/** Sends somebody to the office's own sign-in; what they come back with must answer this errand. */
export async function goToProvider(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { provider, baseUrl, onTrouble } = context;
  if (!provider) return problemPage(c, context, 'notFound');
  const anew = c.req.query('lai') !== undefined;
  try {
    const { url, errand } = await provider.begin(`${baseUrl()}${BACK}`, anew);
    keepErrand(c, context, packed(errand, anew, returnPath(c.req.query('den'))));
    return c.redirect(url.href, 302);
  } catch (error) {
    onTrouble(error);
    return refusal(c, context, 'unreachable', 503);
  }
}

/** Lets in whom the provider names, where the office knows that address. */
export async function comeBack(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { provider, register, now, rates, trustProxy, onSecurity } = context;
  if (!provider) return problemPage(c, context, 'notFound');
  const caller = callerOf(c, trustProxy);
  const kept = unpacked(cookieOf(c, context, 'errand'));
  keepErrand(c, context, null);
  const tried = (account: string, outcome: string) =>
    onSecurity({ event: 'sign-in', how: 'oidc', account, outcome, caller });
  if (!kept) {
    if (!rates.misses.take(caller)) return problemPage(c, context, 'tooMany');
    tried('', 'refused');
    return refusal(c, context, 'refused', 400);
  }
  const answer = await answerOf(c, context, kept);
  if (answer === undefined) return refusal(c, context, 'unreachable', 503);
  if (answer.kind !== 'known') {
    if (!rates.misses.take(caller)) return problemPage(c, context, 'tooMany');
    tried('', answer.kind);
    return refusal(c, context, answer.kind, answer.kind === 'refused' ? 400 : 403);
  }
  const device = deviceWords(c.req.header('user-agent'));
  const entered = await enterByAddress(register, answer.address, { device, anew: kept.anew }, now());
  switch (entered.kind) {
    case 'staff':
      await beginHere(c, context, entered);
      tried(entered.account.id, 'in');
      return arrived(c, context, kept.going ?? '/vp');
    case 'person':
      await endBefore(c, context, 'person');
      keepSession(c, context, entered.secret, 'person');
      tried('', 'in');
      return arrived(c, context, kept.going ?? '/toi');
    default:
      tried('', entered.kind);
      return refusal(c, context, entered.kind, 403);
  }
}

/** Once out of our session, the way out of the provider's. */
export async function showLeft(c: Context<Env>, context: StaffContext): Promise<Response> {
  const { provider, baseUrl, basePath, onTrouble } = context;
  const out = await provider?.leave(`${baseUrl()}/dang-nhap`).catch((error: unknown) => {
    onTrouble(error);
    return undefined;
  });
  return htmlOf(
    c,
    context,
    { title: say.leftTitle },
    <section class="card">
      <h1>{say.leftTitle}</h1>
      <p>{say.left}</p>
      {out === undefined ? null : (
        <p>
          <a class="go" href={out.href}>
            {say.leaveProvider}
          </a>
        </p>
      )}
      <p>
        <a href={`${basePath}/dang-nhap`}>{say.again}</a>
      </p>
    </section>,
  );
}

interface Kept {
  readonly errand: Errand;
  readonly anew: boolean;
  readonly going: string | undefined;
}

/** Undefined where the provider cannot be asked. */
async function answerOf(
  c: Context<Env>,
  { provider, baseUrl, onTrouble }: StaffContext,
  { errand, anew }: Kept,
): Promise<ProviderAnswer | undefined> {
  // The address as people reach it: a proxy may have taken its path off.
  const at = new URL(`${baseUrl()}${BACK}${new URL(c.req.url).search}`);
  try {
    return await provider?.finish(at, errand, anew);
  } catch (error) {
    onTrouble(error);
    return undefined;
  }
}

/**
 * A page that goes on by itself: a browser that comes from another site brings no cookie of ours along, from a page of
 * ours it does.
 */
function arrived(c: Context<Env>, context: StaffContext, path: string): Response | Promise<Response> {
  const url = `${context.basePath}${path}`;
  c.header('Refresh', `0;url=${url}`);
  return htmlOf(
    c,
    context,
    { title: say.inTitle },
    <section class="card">
      <h1>{say.inTitle}</h1>
      <p>
        <a class="go" href={url}>
          {say.goOn}
        </a>
      </p>
    </section>,
  );
}

function refusal(
  c: Context<Env>,
  context: StaffContext,
  why: keyof typeof say.refusals,
  status: 400 | 403 | 503,
): Response | Promise<Response> {
  return htmlOf(
    c,
    context,
    { title: say.refusedTitle },
    <section class="card">
      <h1>{say.refusedTitle}</h1>
      <p role="alert">{say.refusals[why]}</p>
      <p>
        <a class="go" href={`${context.basePath}/dang-nhap`}>
          {say.again}
        </a>
      </p>
    </section>,
    status,
  );
}

function packed({ state, nonce, verifier }: Errand, anew: boolean, going: string | undefined): string {
  return [state, nonce, verifier, anew ? '1' : '0', Buffer.from(going ?? '').toString('base64url')].join('.');
}

function unpacked(cookie: string): Kept | undefined {
  const [state, nonce, verifier, anew, going = ''] = cookie.length < 1_000 ? cookie.split('.') : [];
  if (!state || !nonce || !verifier) return undefined;
  const path = returnPath(Buffer.from(going, 'base64url').toString('utf8'));
  return { errand: { state, nonce, verifier }, anew: anew === '1', going: path };
}
