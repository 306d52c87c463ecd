import type { Context } from 'hono';
import { present } from '../../../dsl/present.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { calendarInForce } from '../../../office/change/calendar-in-force.ts';
import { changedFields, rungChangeIn } from '../../../office/policies/fields/index.ts';
import { savePolicy } from '../../../office/policies/index.ts';
import { POLICY_FORM as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { POLICY_WITH_ASKING_SCRIPT } from '../../http/headers.ts';
import { problemPage } from '../../respond.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { type SentFields, sentFields } from '../fields.ts';
import { type Said, staffPage } from '../frame.tsx';
import { draftOfFields, draftOfText, type OpenPolicy, openPolicy, type PolicyDraft } from './draft.ts';
import { exampleAsked } from './example.tsx';
import { fieldsSent } from './form-names.ts';
import { PolicyFormView } from './form-view.tsx';
import { LIVE_SCRIPT_PATH } from './live.ts';
import { DraftResult, draftSeen } from './result.tsx';
import { PolicyTextView } from './text-form.tsx';

/** How long a look waits for the proofs, and how long writing does. */
const LOOK_MS = 3_000;
const SAVE_MS = 90_000;

/** The policy to be changed, as its file stands: as a form, or as text. */
export async function showPolicyForm(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const open = await openPolicy(c.req.param('policy') ?? '', context);
  if (!open) return problemPage(c, context, 'notFound');
  const said = c.req.query('da') === undefined ? undefined : ({ kind: 'done', text: say.made } as const);
  const draft = await draftOfText(open.source.text, open);
  const isText = open.isTypescript || c.req.query('dang') === 'van-ban';
  return editPage(c, context, visit, { open, draft, isText, waitMs: 0, ...present({ said }) });
}

/** Looks at what was typed, adds and takes away rungs, or writes it; what the checker refuses is not written. */
export async function changePolicy(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const open = await openPolicy(c.req.param('policy') ?? '', context);
  if (!open) return problemPage(c, context, 'notFound');
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const isText = open.isTypescript || sent.has('van-ban');
  const draft = await draftSent(sent, open, isText);
  const at = { open: { ...open, source: { ...open.source, hash: sent.line('ban') } }, draft, isText };
  // Whoever adds a rung goes on typing: what it is so far is not worth proving.
  if (rungChangeIn(sent.line('lam')) !== undefined) return editPage(c, context, visit, at);
  if (sent.line('lam') !== 'ghi') return editPage(c, context, visit, { ...at, waitMs: LOOK_MS });
  const refusal = await refusalOf(draft, at.open, context, visit.session.id);
  if (refusal === undefined) return c.redirect(`${visit.top}/quy-tac/${open.policy.id}?da=ghi`, 303);
  const said = { kind: 'refused', text: refusal } as const;
  return editPage(c, context, visit, { ...at, said, waitMs: LOOK_MS, status: 422 });
}

async function draftSent(sent: SentFields, open: OpenPolicy, isText: boolean): Promise<PolicyDraft> {
  if (isText) return draftOfText(sent.text('van-ban').replace(/\r\n?/g, '\n'), open);
  const fields = fieldsSent(sent);
  const change = rungChangeIn(sent.line('lam'));
  return draftOfFields(change === undefined ? fields : changedFields(fields, change), open);
}

/** Writes the draft; returns why it is not written. */
async function refusalOf(
  { result, text }: PolicyDraft,
  { source }: OpenPolicy,
  { checks }: StaffContext,
  slot: string,
): Promise<string | undefined> {
  if ('faults' in result) return say.faults(result.faults.length);
  const proofs = await checks.proofsOf(result, SAVE_MS, slot);
  if (proofs.state === 'running') return say.stillChecking;
  if (proofs.state === 'failed') return say.notChecked(proofs.fault);
  if (proofs.value !== 'proved' && proofs.value.properties.some(({ verdict }) => verdict === 'refuted'))
    return say.refused;
  try {
    await savePolicy({ file: source.file, text }, source.hash);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

interface EditPage {
  readonly open: OpenPolicy;
  readonly draft: PolicyDraft;
  readonly isText: boolean;
  /** How long to wait for what is proved of the draft; absent: nothing is to be proved. */
  readonly waitMs?: number;
  readonly said?: Said;
  readonly status?: 200 | 422;
}

async function editPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  { open, draft, isText, waitMs, said, status = 200 }: EditPage,
): Promise<Response> {
  const { policy, source, isTypescript } = open;
  const page = `${visit.top}/quy-tac/${policy.id}`;
  const here = `${page}/sua`;
  const seen = waitMs === undefined ? {} : await draftSeen(draft, open, context, waitMs, visit.session.id);
  const calendar = await calendarInForce(context.register);
  const asForm = !isText && draft.fields !== undefined;
  c.header('Content-Security-Policy', POLICY_WITH_ASKING_SCRIPT);
  return staffPage(
    c,
    context,
    visit,
    { title: say.title(policy.name), at: 'policies', status, ...present({ said }) },
    <>
      <section class="card">
        <p class="back">
          <a href={page}>{say.back}</a>
        </p>
        <h1>{say.title(policy.name)}</h1>
        <p class="hint">{say.about}</p>
        <p>
          {isTypescript ? say.typescript : null}
          {isTypescript ? null : (
            <a href={asForm ? `${here}?dang=van-ban` : here}>{asForm ? say.asText : say.asForm}</a>
          )}
        </p>
      </section>
      <div class="sides">
        <section class="card">
          <p class="verdict" id="ket-luan" role="status" data-looking={say.looking} data-failed={say.notAsked} />
          {asForm && draft.fields ? (
            <PolicyFormView fields={draft.fields} action={here} hash={source.hash} />
          ) : (
            <PolicyTextView text={draft.text} action={here} hash={source.hash} />
          )}
        </section>
        <DraftResult
          draft={draft}
          seen={seen}
          calendar={calendar}
          example={exampleAsked(c, context.now())}
          showsText={asForm}
        />
      </div>
      <script src={`${context.basePath}${LIVE_SCRIPT_PATH}`} defer />
    </>,
  );
}
