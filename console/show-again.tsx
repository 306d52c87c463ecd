import type { Context } from 'hono';
import { lifeOfView } from '../office/links/index.ts';
import { REFUSED_TITLE } from '../texts/pages/index.ts';
import type { Env } from './http/caller.ts';
import { directivePage, type Failure, type PageFacts } from './model/directive-page.ts';
import type { ConsoleContext } from './options.ts';
import { htmlOf } from './respond.tsx';
import { DirectivePageView } from './view/directive-view.tsx';

/** The page with the reason above it and what was typed still in its form. As things stand now: they may have changed. */
export async function showAgain(
  c: Context<Env>,
  context: ConsoleContext,
  facts: PageFacts,
  failure: Failure,
  status: 403 | 409 | 422 | 503,
): Promise<Response> {
  const view = (await context.register.directives.show(facts.view.directive.id)) ?? facts.view;
  const announcement = { kind: 'refused', title: REFUSED_TITLE, text: failure.fault } as const;
  const life = await lifeOfView(context.register, view);
  const page = directivePage(context, { ...facts, view, life }, { announcement, failure });
  return htmlOf(c, context, page, <DirectivePageView page={page} />, status);
}
