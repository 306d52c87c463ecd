import type { Context } from 'hono';
import { present } from '../../dsl/present.ts';
import { isLinkAct } from '../../office/links/index.ts';
import { REFUSED_TITLE } from '../../texts/pages/index.ts';
import { OWN } from '../../texts/people/index.ts';
import type { Env } from '../http/caller.ts';
import { directivePage, type Failure } from '../model/directive-page.ts';
import { problemPage } from '../respond.tsx';
import { sendForm } from '../send-form.ts';
import { serveFile } from '../serve-file.ts';
import { receiptOf } from '../show.tsx';
import type { StaffContext } from '../staff/context.ts';
import { DirectivePageView } from '../view/directive-view.tsx';
import { type OwnFacts, ownFacts } from './facts.ts';
import { personPage } from './frame.tsx';
import type { PersonVisit } from './guard.ts';
import { PassOnForm } from './pass-on-form.tsx';

type Status = 200 | 403 | 409 | 422 | 503;

export async function showOwnDirective(c: Context<Env>, context: StaffContext, visit: PersonVisit): Promise<Response> {
  const facts = await ownFacts(c, context, visit);
  return facts ? ownDirectivePage(c, context, visit, facts) : problemPage(c, context, 'notFound');
}

export async function serveOwnFile(c: Context<Env>, context: StaffContext, visit: PersonVisit): Promise<Response> {
  const facts = await ownFacts(c, context, visit);
  return facts ? serveFile(c, context, facts) : problemPage(c, context, 'notFound');
}

/** Takes an act: once, however often its form comes. What the rules do not offer this person they refuse. */
export async function actOnOwn(c: Context<Env>, context: StaffContext, visit: PersonVisit): Promise<Response> {
  const facts = await ownFacts(c, context, visit);
  if (!facts || !isLinkAct(c.req.param('act') ?? '')) return problemPage(c, context, 'notFound');
  if (facts.readOnly) return problemPage(c, context, 'notGranted');
  return sendForm(c, context, facts, (failure, status) =>
    ownDirectivePage(c, context, visit, facts, { failure }, status),
  );
}

/** The page as things stand now: what was refused may have been overtaken. */
export async function ownDirectivePage(
  c: Context<Env>,
  context: StaffContext,
  visit: PersonVisit,
  given: OwnFacts,
  { failure, passing }: { readonly failure?: Failure; readonly passing?: string } = {},
  status: Status = 200,
): Promise<Response> {
  const facts = failure === undefined ? given : ((await ownFacts(c, context, visit)) ?? given);
  const receipt = receiptOf(facts, c.req.query('da'), c.req.query('lai') !== undefined);
  const fault = failure?.fault ?? passing;
  const announcement =
    fault === undefined ? receipt : ({ kind: 'refused', title: REFUSED_TITLE, text: fault } as const);
  const { proof, ...page } = directivePage(context, facts, {
    ...present({ announcement, failure }),
  });
  return personPage(
    c,
    context,
    visit,
    { title: page.title, at: 'directive', status },
    <>
      <DirectivePageView
        page={facts.readOnly ? { ...page, forms: [] } : { ...page, ...present({ proof }) }}
        backWords={OWN.back}
        besides={facts.readOnly ? undefined : <PassOnForm context={context} facts={facts} />}
      />
      {facts.readOnly ? <p class="hint">{OWN.readOnly}</p> : null}
    </>,
  );
}
