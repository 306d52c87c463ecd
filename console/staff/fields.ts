import type { Context } from 'hono';
import { oneLine } from '../../texts/messages/index.ts';
import type { Env } from '../http/caller.ts';

/** A form as it was sent. */
export interface SentFields {
  /** In one line, without control characters; '' where it was not sent. */
  line(name: string): string;
  /** As it was typed. */
  text(name: string): string;
  has(name: string): boolean;
  file(name: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
}

/** Undefined where the body is no form. */
export async function sentFields(c: Context<Env>): Promise<SentFields | undefined> {
  const form = await c.req.formData().catch(() => undefined);
  if (!form) return undefined;
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    text,
    line: (name) => oneLine(text(name)),
    has: (name) => form.get(name) !== null,
    async file(name) {
      const value = form.get(name);
      if (value === null || typeof value === 'string' || value.size === 0) return undefined;
      // The name alone: browsers of old send the folders too.
      const own = oneLine(value.name.replace(/^.*[\\/]/s, ''));
      return { name: own, bytes: new Uint8Array(await value.arrayBuffer()) };
    },
  };
}
