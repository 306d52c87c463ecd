import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Env } from '../http/caller.ts';
import { BarFrame } from '../staff/bar-frame.tsx';
import type { StaffContext } from '../staff/context.ts';
import { ownBar } from './bar.ts';
import type { PersonVisit } from './guard.ts';

/** A page of somebody of the directory, in the frame all of theirs have. */
export function personPage(
  c: Context<Env>,
  { basePath }: StaffContext,
  visit: PersonVisit,
  {
    title,
    at,
    status = 200,
  }: {
    readonly title: string;
    readonly at: 'leader' | 'tasks' | 'directive' | 'account';
    readonly status?: ContentfulStatusCode;
  },
  content: Child,
): Response | Promise<Response> {
  const page = (
    <BarFrame basePath={basePath} title={title} bar={ownBar(visit, `${basePath}/vp`, at)}>
      {content}
    </BarFrame>
  );
  return c.html(`<!DOCTYPE html>${page.toString()}`, status);
}
