import type { Context } from 'hono';
import { personSessionBy } from '../../office/people/index.ts';
import { sessionBy } from '../../office/staff/index.ts';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from '../staff/context.ts';
import { sessionSecret } from '../staff/cookie.ts';

/** Ends the session a browser brings to the door: whoever signs in goes on by a new one, and nobody else by the old. */
export async function endBefore(
  c: Context<Env>,
  context: StaffContext,
  kind: 'staff' | 'person' = 'staff',
): Promise<void> {
  const { register, now } = context;
  const secret = sessionSecret(c, context, kind);
  const before = await (kind === 'staff' ? sessionBy : personSessionBy)(register, secret, now());
  if (before) await register.staff.end(before.id, now());
}
