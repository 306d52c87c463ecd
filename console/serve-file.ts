import type { Context } from 'hono';
import type { Env } from './http/caller.ts';
import type { PageFacts } from './model/directive-page.ts';
import { opensFile } from './model/history.ts';
import type { ConsoleContext } from './options.ts';
import { problemPage } from './respond.tsx';

/** Saved, never shown: whatever the file holds, no browser takes it for a page of ours. */
export async function serveFile(c: Context<Env>, context: ConsoleContext, facts: PageFacts): Promise<Response> {
  const hash = c.req.param('hash') ?? '';
  const bytes = opensFile(facts, hash) ? await context.evidence.read(hash) : undefined;
  if (!bytes) return problemPage(c, context, 'notFound');
  const name = facts.evidence.find((file) => file.sha256 === hash)?.name ?? hash;
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="tep"; filename*=UTF-8''${rfc5987(name)}`,
  });
}

function rfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
