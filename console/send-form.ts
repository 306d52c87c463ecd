import type { Context } from 'hono';
import { actIdOf, isLinkAct, type LinkAct, performOnce } from '../office/links/index.ts';
import { FORM_FAULTS, UNSURE } from '../texts/pages/index.ts';
import type { Env } from './http/caller.ts';
import { readForm, type SentForm } from './http/form.ts';
import { actOfForm, faultOf } from './model/act-of.ts';
import type { PageFacts } from './model/directive-page.ts';
import type { ConsoleContext } from './options.ts';
import { problemPage } from './respond.tsx';
import { showAgain } from './show-again.tsx';

/**
 * Takes a form: once, however often it comes. Answers with the way back to the page, so that reloading it sends
 * nothing again.
 */
export async function sendForm(c: Context<Env>, context: ConsoleContext, facts: PageFacts): Promise<Response> {
  const { visit, view } = facts;
  const act = c.req.param('act') ?? '';
  if (!isLinkAct(act)) return problemPage(c, context, 'notFound');
  if (!visit.link.acts.includes(act)) return problemPage(c, context, 'notGranted');
  const form = await readForm(c);
  if (!form) return problemPage(c, context, 'badForm');

  const of = { linkId: visit.link.id, directiveId: view.directive.id, act };
  const nonce = actIdOf(context.ring, of, context.now(), form.nonce);
  const again = (fault: string, status: 403 | 409 | 422 | 503) =>
    showAgain(c, context, facts, { act, typed: form, fault }, status);
  if (nonce === 'foreign') return again(FORM_FAULTS.foreign, 403);
  const { actId, stale } = nonce;
  if (view.events.some((event) => event.act?.id === actId)) return recorded(c, facts, actId, true);
  if (stale) return again(FORM_FAULTS.stale, 409);
  const fault = faultOf(act, form);
  if (fault !== undefined) return again(fault, 422);

  const performed = await perform(context, facts, act, form, actId);
  switch (performed.kind) {
    case 'done':
    case 'repeated':
      return recorded(c, facts, actId, performed.kind === 'repeated');
    case 'refused':
      return again(performed.reason, 409);
    case 'unsure':
      // The same nonce again: what is sent once more is then the same act.
      return showAgain(c, context, facts, { act, typed: form, fault: UNSURE, nonce: form.nonce }, 503);
  }
}

/** Files are on the disk before the act speaks of them; one left over by a refusal harms nobody. */
async function perform(
  { client, evidence, register }: ConsoleContext,
  { visit, view }: PageFacts,
  type: LinkAct,
  form: SentForm,
  actId: string,
) {
  const hashes: string[] = [];
  for (const { name, bytes } of type === 'submit-result' ? form.files : []) {
    const sha256 = await evidence.keep(bytes);
    await register.evidence.add({
      ...{ directiveId: view.directive.id, sha256, name, size: bytes.length, linkId: visit.link.id },
    });
    hashes.push(sha256);
  }
  return performOnce(client, view, actOfForm(type, visit, form, hashes), actId);
}

function recorded(c: Context<Env>, { here }: PageFacts, actId: string, again: boolean): Response {
  return c.redirect(`${here}?da=${actId}${again ? '&lai=1' : ''}`, 303);
}
