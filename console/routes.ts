import type { Context, Hono } from 'hono';
import {
  isStillTold,
  lifeOfView,
  linkPath,
  openLink,
  signedLinkId,
  takesPart,
  type Visit,
} from '../office/links/index.ts';
import { directiveIdOfItem } from '../office/page-address.ts';
import { callerOf, type Env } from './http/caller.ts';
import type { PageFacts } from './model/directive-page.ts';
import type { ConsoleContext } from './options.ts';
import { problemPage } from './respond.tsx';
import { whoOf } from './security.ts';
import { sendForm } from './send-form.ts';
import { serveFile } from './serve-file.ts';
import { showAgency, showDirectivePage } from './show.tsx';

type Answer = Response | Promise<Response>;

/** A directive's page is the link itself or, where the link opens an agency, below it. */
const PAGES = ['/l/:token', '/l/:token/viec/:item'] as const;

/** The addresses behind a signed link: a directive, an agency, files, forms. */
export function linkRoutes(pages: Hono<Env>, context: ConsoleContext): void {
  for (const page of PAGES) {
    pages.get(page, (c) => enter(c, context, (visit) => show(c, context, visit)));
    pages.get(`${page}/tep/:hash`, (c) =>
      enter(c, context, (visit) => withDirective(c, context, visit, (facts) => serveFile(c, context, facts))),
    );
    pages.post(`${page}/:act`, (c) =>
      enter(c, context, (visit) => {
        // A page of another site cannot know the address; should one learn it, its forms are still not taken.
        if (c.req.header('sec-fetch-site') === 'cross-site') return problemPage(c, context, 'crossSite');
        if (!context.rates.forms.take(visit.link.id)) return problemPage(c, context, 'tooMany');
        return withDirective(c, context, visit, (facts) => sendForm(c, context, facts));
      }),
    );
  }
}

/**
 * Opens the link, or says why not. Whoever tries many that were made up is made to wait; a link we signed is never one
 * of them, so nobody is locked out by strangers behind the same address.
 */
async function enter(c: Context<Env>, context: ConsoleContext, go: (visit: Visit) => Answer): Promise<Response> {
  const { rates, ring, register, now, trustProxy, onTrouble, onSecurity } = context;
  const caller = callerOf(c, trustProxy);
  const token = c.req.param('token') ?? '';
  const link = signedLinkId(ring, token);
  if (link === undefined) return refuseMadeUp(c, context, caller);
  if (!rates.perLink.take(link)) return problemPage(c, context, 'tooMany');
  try {
    const opening = await openLink(ring, register, now(), token);
    if ('fault' in opening) {
      onSecurity({ event: 'refused', why: opening.fault, caller, link });
      return problemPage(c, context, opening.fault);
    }
    onSecurity({ event: 'opened', ...whoOf(opening), caller });
    return await go(opening.visit);
  } catch (error) {
    onTrouble(error);
    return problemPage(c, context, 'failed');
  }
}

function refuseMadeUp(c: Context<Env>, context: ConsoleContext, caller: string): Answer {
  const { rates, onSecurity } = context;
  if (!rates.misses.take(caller)) return problemPage(c, context, 'tooMany');
  onSecurity({ event: 'refused', why: 'unknown', caller });
  if (!rates.misses.has(caller)) onSecurity({ event: 'locked-out', caller });
  return problemPage(c, context, 'unknown');
}

function show(c: Context<Env>, context: ConsoleContext, visit: Visit): Answer {
  const whole = visit.link.scope === 'agency' && c.req.param('item') === undefined;
  if (whole) return showAgency(c, context, visit);
  return withDirective(c, context, visit, (facts) => showDirectivePage(c, context, facts));
}

/** The directive the address names, where this link opens it. */
async function withDirective(
  c: Context<Env>,
  context: ConsoleContext,
  visit: Visit,
  go: (facts: PageFacts) => Answer,
): Promise<Response> {
  const { register, basePath, now } = context;
  const { link, agency, token } = visit;
  const { party } = link;
  const item = c.req.param('item');
  if ((item === undefined) === (link.scope === 'agency')) return problemPage(c, context, 'notFound');
  const view = await register.directives.show(item === undefined ? link.directiveId : directiveIdOfItem(item));
  if (!view) return problemPage(c, context, 'notFound');
  const top = `${basePath}${linkPath(token)}`;
  const directory = await register.directory.current();
  if (!takesPart(directory, view.directive, party, agency.id, now())) {
    return problemPage(c, context, item === undefined ? 'moved' : 'notFound');
  }
  if (!isStillTold(directory, view, link, now())) return problemPage(c, context, 'replaced');
  const evidence = await register.evidence.of(view.directive.id);
  const texts = await register.ledger.sentTexts(view.directive.id);
  const replies = await register.replies.list({ state: 'waiting', directiveId: view.directive.id });
  const place = item === undefined ? { here: top } : { here: `${top}/viec/${item}`, back: top };
  const life = await lifeOfView(register, view);
  return go({ visit, view, life, directory, evidence, texts, replies, ...place });
}
