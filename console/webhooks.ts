import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { callerOf, type Env } from './http/caller.ts';
import type { ConsoleContext } from './options.ts';

export const ZALO_WEBHOOK_PATH = '/webhook/zalo';
const BODY_BYTES = 64 * 1024;

/**
 * Where Zalo posts its word. A morning's receipts come all at once and from few addresses, so no limit holds for what
 * is signed; what is not is counted only so many times a minute.
 */
export function webhookRoutes(app: Hono<Env>, context: ConsoleContext): void {
  const { zalo, rates, trustProxy, onTrouble } = context;
  if (zalo === undefined) return;
  const take = async (c: Context<Env>) => {
    const caller = callerOf(c, trustProxy);
    try {
      const raw = new Uint8Array(await c.req.arrayBuffer());
      // Signed words are taken whoever else posts from the same address; only the counting of others has an end.
      const counted = rates.forgeries.has(caller);
      const taken = await zalo.take(raw, c.req.header('x-zevent-signature'), counted);
      if (taken === 'taken' || taken === 'again') return c.text('', 200);
      rates.forgeries.take(caller);
      return c.text('', counted ? 403 : 429);
    } catch (error) {
      // Not written down: Zalo is to send it again.
      onTrouble(error);
      return c.text('', 503);
    }
  };
  const small = bodyLimit({ maxSize: BODY_BYTES, onError: (c) => c.text('', 413) });
  for (const base of new Set(['', context.basePath])) app.post(base + ZALO_WEBHOOK_PATH, small, take);
}
