import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

export type Env = { Bindings: Partial<HttpBindings> };

/** The address a request comes from. A proxy appends the one it saw; whatever stands before that anyone can write. */
export function callerOf(c: Context<Env>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || (c.env.incoming?.socket.remoteAddress ?? '');
}
