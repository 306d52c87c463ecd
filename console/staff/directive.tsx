import type { Context } from 'hono';
import { present } from '../../dsl/present.ts';
import { offersFor } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { actOf } from '../../office/act-fields.ts';
import {
  actIdOf,
  actingOn,
  isLinkAct,
  lifeOfView,
  missingProof,
  nonceFor,
  performOnce,
} from '../../office/links/index.ts';
import { directiveIdOfItem } from '../../office/page-address.ts';
import { hasRight, LEADER_ROLE, staffVisit } from '../../office/staff/index.ts';
import { CHANNEL_NAMES, KIND_NAMES } from '../../texts/names.ts';
import { DECISION_PROOF, FORM_FAULTS, REFUSED_TITLE, UNSURE } from '../../texts/pages/index.ts';
import { DIRECTIVES } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { EMPTY_FORM, readForm } from '../http/form.ts';
import { directivePage, type Failure, type PageFacts } from '../model/directive-page.ts';
import type { Announcement, FormModel } from '../model/page.ts';
import { proofFor } from '../proof.ts';
import { problemPage } from '../respond.tsx';
import { sendForm } from '../send-form.ts';
import { serveFile } from '../serve-file.ts';
import { receiptOf } from '../show.tsx';
import { DirectivePageView } from '../view/directive-view.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { staffPage } from './frame.tsx';
import { isOfficeAct, OFFICE_FORMS, officeActFields, officeOffers } from './office-acts.ts';

type Status = 200 | 403 | 409 | 422 | 503;

/** Everything a directive's page is made from, for somebody of the office; undefined where there is no such directive. */
async function factsOf(
  c: Context<Env>,
  { register, now }: StaffContext,
  { session, top }: StaffVisit,
): Promise<PageFacts | undefined> {
  const item = c.req.param('item') ?? '';
  const view = await register.directives.show(directiveIdOfItem(item));
  if (!view) return undefined;
  const { id } = view.directive;
  const directory = await register.directory.current();
  return {
    visit: staffVisit(session, await register.operators.idOf(session.name), directory, id, now()),
    view,
    directory,
    life: await lifeOfView(register, view),
    evidence: await register.evidence.of(id),
    texts: await register.ledger.sentTexts(id),
    replies: await register.replies.list({ state: 'waiting', directiveId: id }),
    here: `${top}/nhiem-vu/${item}`,
  };
}

export async function showOfficeDirective(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
): Promise<Response> {
  // A leader acts as one, on the page that is theirs.
  if (visit.session.role === LEADER_ROLE) {
    return c.redirect(`${context.basePath}/toi/viec/${c.req.param('item') ?? ''}`, 302);
  }
  const facts = await factsOf(c, context, visit);
  if (!facts) return problemPage(c, context, 'notFound');
  const said = receiptOf(facts, c.req.query('da'), c.req.query('lai') !== undefined);
  return page(c, context, visit, facts, said === undefined ? {} : { announcement: said });
}

export async function serveResult(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const facts = await factsOf(c, context, visit);
  return facts ? serveFile(c, context, facts) : problemPage(c, context, 'notFound');
}

/** Takes an act: once, however often its form comes. */
export async function actOnDirective(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const facts = await factsOf(c, context, visit);
  const type = c.req.param('act') ?? '';
  if (!facts) return problemPage(c, context, 'notFound');
  if (isLinkAct(type)) {
    return sendForm(c, context, facts, (failure, status) => page(c, context, visit, facts, { failure }, status));
  }
  if (!isOfficeAct(type)) return problemPage(c, context, 'notFound');
  const form = await readForm(c);
  if (!form) return problemPage(c, context, 'badForm');
  const of = { linkId: facts.visit.link.id, directiveId: facts.view.directive.id, act: type };
  const nonce = actIdOf(context.ring, of, context.now(), form.nonce);
  const again = (fault: string, status: Status, kept?: string) =>
    page(c, context, visit, facts, { failure: { act: type, typed: form, fault, ...present({ nonce: kept }) } }, status);
  if (nonce === 'foreign') return again(FORM_FAULTS.foreign, 403);
  const missing = missingProof(context.decideBy(), type, facts.visit, context.now());
  if (missing !== undefined) return again(DECISION_PROOF[missing].text, 403);
  if (nonce.stale) return again(FORM_FAULTS.stale, 409);
  try {
    const fields = officeActFields(type, form, facts.directory, context.now());
    const act = actOf(type, { ...fields, by: actingOn(facts.visit) });
    const performed = await performOnce(context, facts.view, act, nonce.actId);
    if (performed.kind === 'refused') return again(performed.reason, 409);
    if (performed.kind === 'unsure') return again(UNSURE, 503, form.nonce);
    return c.redirect(`${facts.here}?da=${nonce.actId}${performed.kind === 'repeated' ? '&lai=1' : ''}`, 303);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return again(error.message, 422);
  }
}

async function page(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  given: PageFacts,
  happened: { readonly announcement?: Announcement; readonly failure?: Failure },
  status: Status = 200,
): Promise<Response> {
  // As things stand now: what was refused may have been overtaken.
  const facts = happened.failure === undefined ? given : ((await factsOf(c, context, visit)) ?? given);
  const { failure } = happened;
  const told: typeof happened =
    failure === undefined
      ? happened
      : { failure, announcement: { kind: 'refused', title: REFUSED_TITLE, text: failure.fault } };
  const { proof, ...shown } = directivePage(context, facts, told);
  const mayWork = hasRight(visit.session.role, 'work');
  const office = officeForms(context, facts, failure);
  const own = proofFor(
    context,
    facts,
    office.map(({ act }) => act),
  );
  const more = mayWork ? office.filter(({ act }) => !own?.acts.has(act)) : [];
  const forms = mayWork ? shown.forms : [];
  return staffPage(
    c,
    context,
    visit,
    { title: shown.title, at: 'directives', status },
    <>
      <DirectivePageView
        page={{
          ...shown,
          ...present({ proof: mayWork ? (proof ?? own?.words) : undefined }),
          forms,
          back: `${visit.top}/nhiem-vu`,
        }}
        backWords={DIRECTIVES.back}
        more={more}
      />
      <OnTemporal facts={facts} runPage={context.runPage} />
    </>,
  );
}

/** For operators: the names under which Temporal shows the directive and its last messages. */
function OnTemporal({
  facts: { view },
  runPage,
}: {
  readonly facts: PageFacts;
  readonly runPage: StaffContext['runPage'];
}) {
  const sent = view.messages.filter(({ dispatchedAs }) => dispatchedAs !== null).slice(-SENDS_SHOWN);
  return (
    <section class="card">
      <details>
        <summary>{DIRECTIVES.temporal}</summary>
        <p>{DIRECTIVES.workflow(view.directive.workflowId)}</p>
        {runPage === undefined ? null : (
          <p>
            <a href={runPage(view.directive.workflowId)}>{DIRECTIVES.onTemporal}</a>
          </p>
        )}
        <ul>
          {sent.map(({ kind, personName, channel, dispatchedAs }) => (
            <li>
              {DIRECTIVES.activity(
                KIND_NAMES[kind],
                personName ?? '',
                channel === null ? '' : CHANNEL_NAMES[channel],
                dispatchedAs ?? '',
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const SENDS_SHOWN = 20;

function officeForms({ ring, now }: StaffContext, facts: PageFacts, failure: Failure | undefined): FormModel[] {
  const { life, visit, view, here } = facts;
  const open = offersFor(life.policy, life.directive, life.state, actingOn(visit), now());
  return officeOffers(open).map((act) => {
    const failed = failure?.act === act ? failure : undefined;
    const of = { linkId: visit.link.id, directiveId: view.directive.id, act };
    return {
      act,
      words: OFFICE_FORMS[act],
      action: `${here}/${act}`,
      nonce: failed?.nonce ?? nonceFor(ring, of, now()),
      typed: failed?.typed ?? EMPTY_FORM,
      ...present({ fault: failed?.fault }),
    };
  });
}
