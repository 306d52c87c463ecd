import type { Context } from 'hono';
import { DAY_MS } from '../dsl/time/day.ts';
import {
  actIdOf,
  isLinkAct,
  type LinkAct,
  mayByLink,
  missingProof,
  performOnce,
  type StagedFile,
  type Visit,
} from '../office/links/index.ts';
import { DECISION_PROOF, FORM_FAULTS, FORMS, UNSURE } from '../texts/pages/index.ts';
import type { Env } from './http/caller.ts';
import { readForm, type SentForm } from './http/form.ts';
import { actOfForm, faultOf } from './model/act-of.ts';
import type { Failure, PageFacts } from './model/directive-page.ts';
import { type ConsoleContext, MEGABYTES_A_DAY } from './options.ts';
import { problemPage } from './respond.tsx';
import { whoOf } from './security.ts';
import { showAgain } from './show-again.tsx';

/**
 * Takes a form: once, however often it comes. Answers with the way back to the page, so that reloading it sends
 * nothing again. `shown`: the page that a form which was not taken comes back on; a link's own unless told.
 */
export async function sendForm(
  c: Context<Env>,
  context: ConsoleContext,
  facts: PageFacts,
  shown: (failure: Failure, status: 403 | 409 | 422 | 503) => Promise<Response> = (failure, status) =>
    showAgain(c, context, facts, failure, status),
): Promise<Response> {
  const { visit, view } = facts;
  const act = c.req.param('act') ?? '';
  if (!isLinkAct(act)) return problemPage(c, context, 'notFound');
  if (!mayByLink(visit.link, act)) return problemPage(c, context, 'notGranted');
  const form = await readForm(c);
  if (!form) return problemPage(c, context, 'badForm');

  const of = { linkId: visit.link.id, directiveId: view.directive.id, act };
  const nonce = actIdOf(context.ring, of, context.now(), form.nonce);
  const again = (fault: string, status: 403 | 409 | 422 | 503) => shown({ act, typed: form, fault }, status);
  if (nonce === 'foreign') return again(FORM_FAULTS.foreign, 403);
  const missing = missingProof(context.decideBy(), act, visit, context.now());
  if (missing !== undefined) return again(DECISION_PROOF[missing].text, 403);
  const { actId, stale } = nonce;
  if (view.events.some((event) => event.act?.id === actId)) return recorded(c, facts, actId, true);
  if (stale) return again(FORM_FAULTS.stale, 409);
  const fault = faultOf(act, form);
  if (fault !== undefined) return again(fault, 422);

  if (await isFull(context, facts, form)) return again(FORM_FAULTS.fullForToday(MEGABYTES_A_DAY), 422);

  const performed = await perform(context, facts, act, form, actId);
  context.onSecurity({ event: 'act', ...whoOf(facts), act, outcome: performed.kind });
  switch (performed.kind) {
    case 'done':
    case 'repeated':
      return recorded(c, facts, actId, performed.kind === 'repeated');
    case 'refused':
      return again(performed.reason, 409);
    case 'unsure':
      // The same nonce again: what is sent once more is then the same act.
      return shown({ act, typed: form, fault: UNSURE, nonce: form.nonce }, 503);
  }
}

/** Files are on the disk before the act speaks of them; of an act that is refused none is left. */
async function perform(
  { client, evidence, register }: ConsoleContext,
  { visit, view }: PageFacts,
  type: LinkAct,
  form: SentForm,
  actId: string,
) {
  const directiveId = view.directive.id;
  const staged: { readonly file: StagedFile; readonly added: boolean }[] = [];
  for (const { name, bytes } of FORMS[type]?.fields.some(({ name }) => name === 'files') ? form.files : []) {
    const file = await evidence.stage(bytes);
    const { sha256 } = file;
    const draft = { directiveId, sha256, name, size: bytes.length, linkId: null, ...doorOf(visit) };
    staged.push({ file, added: await register.evidence.add(draft) });
  }
  const hashes = staged.map(({ file }) => file.sha256);
  const performed = await performOnce({ client, register }, view, actOfForm(type, visit, form, hashes), actId);
  for (const { file, added } of staged) {
    if (performed.kind !== 'refused') await file.keep();
    else {
      await file.drop();
      if (added) await register.evidence.drop({ directiveId, sha256: file.sha256 });
    }
  }
  return performed;
}

/** By which file counts as whose: a link's, or a person's who came in by themselves. */
function doorOf({ as, link }: Visit): { readonly linkId: string } | { readonly personId: string } {
  return as === undefined ? { linkId: link.id } : { personId: link.personId };
}

/** Has the link brought so much within a day that there is no room for more? */
async function isFull({ register }: ConsoleContext, { visit }: PageFacts, { files }: SentForm): Promise<boolean> {
  if (files.length === 0) return false;
  const sent = await register.evidence.sizeThrough(doorOf(visit), Date.now() - DAY_MS);
  return sent + files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MEGABYTES_A_DAY * 1024 * 1024;
}

function recorded(c: Context<Env>, { here }: PageFacts, actId: string, again: boolean): Response {
  return c.redirect(`${here}?da=${actId}${again ? '&lai=1' : ''}`, 303);
}
