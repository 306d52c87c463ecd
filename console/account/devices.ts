import type { Context } from 'hono';
import { DEVICE_MS, deviceToken, knownDevice } from '../../office/accounts/index.ts';
import type { StaffAccount } from '../../register/index.ts';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from '../staff/context.ts';
import { cookieOf, keepCookie } from '../staff/cookie.ts';

/** Clerks share a machine: so many of its people are known on it. */
const MOST = 4;
const BETWEEN = '~';

/** The name of this device where the account was used on it before. */
export function deviceOf(
  c: Context<Env>,
  context: StaffContext,
  account: StaffAccount | undefined,
): string | undefined {
  for (const token of tokensOf(c, context)) {
    const device = knownDevice(context.ring, account, token, context.now());
    if (device !== undefined) return device;
  }
  return undefined;
}

/** Lets this device be known again as one the account was used on. */
export function knowDevice(c: Context<Env>, context: StaffContext, account: StaffAccount): void {
  const others = tokensOf(c, context).filter((token) => !token.startsWith(`${account.id}.`));
  const tokens = [deviceToken(context.ring, account, context.now()), ...others].slice(0, MOST);
  keepCookie(c, context, 'device', tokens.join(BETWEEN), DEVICE_MS / 1000);
}

function tokensOf(c: Context<Env>, context: StaffContext): string[] {
  return cookieOf(c, context, 'device').split(BETWEEN).slice(0, MOST);
}
