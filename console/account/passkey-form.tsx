import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { PasskeySite } from '../../office/accounts/index.ts';
import { PASSKEYS as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { POLICY_WITH_SCRIPT } from '../http/headers.ts';
import type { StaffContext } from '../staff/context.ts';
import { PASSKEY_SCRIPT_PATH } from './passkey-script.ts';

/**
 * Where keys can be used: browsers take them by https under a name, and on this very machine under `localhost`; never
 * under a number. Undefined where these pages have no such address.
 */
export function passkeySite(c: Context<Env>, { baseUrl }: StaffContext): PasskeySite | undefined {
  const { origin, protocol, hostname } = new URL(baseUrl());
  if (protocol === 'https:') return /^[\d.]+$|^\[/.test(hostname) ? undefined : { origin, host: hostname };
  const { host = '' } = c.req.header();
  return /^localhost(:\d+)?$/.test(host) ? { origin: `http://${host}`, host: 'localhost' } : undefined;
}

/** A form whose answer the device gives; the page may load the script for it, and nothing else. */
export function PasskeyForm({
  context: { basePath },
  c,
  ask,
  action,
  button,
  children,
}: {
  readonly context: StaffContext;
  readonly c: Context<Env>;
  /** What the script hands to the browser. */
  readonly ask: { readonly use: 'in' | 'add' | 'again'; readonly options: unknown };
  /** Below the address of the pages. */
  readonly action: string;
  readonly button: string;
  readonly children?: Child;
}) {
  c.header('Content-Security-Policy', POLICY_WITH_SCRIPT);
  return (
    <>
      <form
        method="post"
        action={`${basePath}${action}`}
        hidden
        data-passkey={JSON.stringify(ask)}
        data-failed={say.failed}
        data-known={say.known}
      >
        {children ?? null}
        <input type="hidden" name="tra-loi" value="" />
        <p class="fault" role="alert" />
        <button type="submit" class={ask.use === 'add' ? 'main' : 'quiet'}>
          {button}
        </button>
      </form>
      <script src={`${basePath}${PASSKEY_SCRIPT_PATH}`} defer />
    </>
  );
}
