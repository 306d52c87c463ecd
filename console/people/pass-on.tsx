import type { Context } from 'hono';
import { actIdOf, actingOn, performOnce } from '../../office/links/index.ts';
import { FORM_FAULTS, UNSURE } from '../../texts/pages/index.ts';
import { PASS_ON as say } from '../../texts/people/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext } from '../staff/context.ts';
import { sentFields } from '../staff/fields.ts';
import { ownDirectivePage } from './directive.tsx';
import { ownFacts } from './facts.ts';
import type { PersonVisit } from './guard.ts';
import { candidates, USUAL } from './pass-on-form.tsx';

/** Takes the form by which a directive is handed on: once, however often it comes. */
export async function passOn(c: Context<Env>, context: StaffContext, visit: PersonVisit): Promise<Response> {
  const facts = await ownFacts(c, context, visit);
  const people = facts && candidates(facts, context.now());
  if (!facts || !people) return problemPage(c, context, facts ? 'notGranted' : 'notFound');
  const fields = await sentFields(c);
  if (!fields) return problemPage(c, context, 'badForm');
  const of = { linkId: facts.visit.link.id, directiveId: facts.view.directive.id, act: 'adjust' } as const;
  const nonce = actIdOf(context.ring, of, context.now(), fields.line('nonce'));
  const again = (passing: string, status: 403 | 409 | 422 | 503) =>
    ownDirectivePage(c, context, visit, facts, { passing }, status);
  if (nonce === 'foreign') return again(FORM_FAULTS.foreign, 403);
  if (nonce.stale) return again(FORM_FAULTS.stale, 409);
  const chosen = fields.line('can-bo');
  if (chosen !== USUAL && !people.some(({ id }) => id === chosen)) return again(say.nobody, 422);
  const act = { type: 'adjust', by: actingOn(facts.visit), contact: chosen === USUAL ? null : chosen } as const;
  const performed = await performOnce(context, facts.view, act, nonce.actId);
  if (performed.kind === 'refused') return again(performed.reason, 409);
  if (performed.kind === 'unsure') return again(UNSURE, 503);
  return c.redirect(`${facts.here}?da=${nonce.actId}${performed.kind === 'repeated' ? '&lai=1' : ''}`, 303);
}
