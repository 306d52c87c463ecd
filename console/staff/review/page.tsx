import type { Context } from 'hono';
import { present } from '../../../dsl/present.ts';
import { typedDay } from '../../../dsl/time/typed-day.ts';
import { UserError } from '../../../dsl/user-error.ts';
import type { Notice } from '../../../notices/index.ts';
import { type OpenDraft, unknownNames } from '../../../office/drafts/index.ts';
import { formatDay } from '../../../texts/format.ts';
import { oneLine } from '../../../texts/messages/index.ts';
import { DRAFTS, REVIEW as say } from '../../../texts/staff/index.ts';
import type { Env } from '../../http/caller.ts';
import { problemPage } from '../../respond.tsx';
import { WarnList } from '../../review/cards.tsx';
import { doubtful, itemsOf, leastSureFirst } from '../../review/items.ts';
import { marksOf } from '../../review/marks.ts';
import { scanMarks } from '../../review/scan-marks.ts';
import { ScanPages } from '../../review/scan-pages.tsx';
import { TextView } from '../../review/text-view.tsx';
import { closedDraft } from '../closed-draft.tsx';
import type { StaffContext, StaffVisit } from '../context.ts';
import { type Said, staffPage } from '../frame.tsx';
import { REVISION, requireAsShown } from './as-shown.ts';
import { DayForm, DirectiveCard, DroppedCard, UnreadCard } from './draft-cards.tsx';
import { editsOf, headerDay, headerEdit, isSoAlready } from './edits.ts';
import { HeaderCard } from './header-card.tsx';

export async function showDraft(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const draft = await context.desk.open(c.req.param('draft') ?? '');
  if (!draft) return closedDraft(c, context, visit);
  const said: Said | undefined = c.req.query('da') === undefined ? undefined : { kind: 'done', text: say.saved };
  return draftPage(c, context, visit, draft, said);
}

/** The picture of a page of a scan, from 1. */
export async function servePicture(c: Context<Env>, context: StaffContext): Promise<Response> {
  const draft = await context.desk.open(c.req.param('draft') ?? '');
  const jpeg = draft?.file.scan?.pages[Number(c.req.param('page')) - 1]?.jpeg;
  if (!jpeg) return problemPage(c, context, 'notFound');
  c.header('Cache-Control', 'private, max-age=3600');
  return c.body(new Uint8Array(jpeg), 200, { 'Content-Type': 'image/jpeg' });
}

/** Takes one correction, and shows the draft with it; one that does not fit is told and not kept. */
export async function changeDraft(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const id = c.req.param('draft') ?? '';
  const draft = await context.desk.open(id);
  const form = await c.req.formData().catch(() => undefined);
  if (!draft) return closedDraft(c, context, visit);
  if (!form) return problemPage(c, context, 'badForm');
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const anchor = oneLine(field('ve')).replace(/[^a-z0-9-]/g, '');
  try {
    if (!isSoAlready(draft, context, field)) requireAsShown(draft, field);
    if (field('lam') === 'ngay') await context.desk.setDay(draft, typedDay(field('ngay')) ?? '');
    else if (field('lam') === 'dau') await mendHeader(draft, context, field);
    else
      for (const edit of editsOf(draft, context, field)) {
        const now = (await context.desk.open(id)) ?? draft;
        await context.desk.edit(now, edit);
      }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const again = (await context.desk.open(id)) ?? draft;
    return draftPage(c, context, visit, again, { kind: 'refused', text: error.message }, 422);
  }
  return c.redirect(`${visit.top}/van-ban/${id}?da${anchor === '' ? '' : `#${anchor}`}`, 303);
}

/** A day is read anew from, so it comes first. */
async function mendHeader(draft: OpenDraft, { desk }: StaffContext, field: (name: string) => string): Promise<void> {
  const day = headerDay(draft, field);
  if (day !== undefined) await desk.setDay(draft, day);
  const edit = headerEdit(draft, field);
  if (edit) await desk.edit((await desk.open(draft.record.id)) ?? draft, edit);
}

function draftPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  draft: OpenDraft,
  said?: Said,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const notices = itemsOf(draft.file);
  const items = leastSureFirst(notices.flatMap((notice) => notice.items));
  const unread = notices.flatMap((notice) => notice.unread);
  const doubts = doubtful(notices);
  const here = `${visit.top}/van-ban/${draft.record.id}`;
  const title = draft.file.notices[0]?.number ?? draft.record.fileName;
  const unknown = unknownNames(draft);
  return staffPage(
    c,
    context,
    visit,
    { title, at: 'notices', status, ...present({ said }) },
    <>
      <datalist id="don-vi">
        {draft.directory.agencies.map(({ name }) => (
          <option value={name} />
        ))}
      </datalist>
      <section class="card">
        <h1>{title}</h1>
        {draft.file.notices.map((notice) => (
          <p class="when">{factsOf(notice)}</p>
        ))}
        <p>{say.counts(items.length, doubts.length, unread.length)}</p>
        <WarnList lines={draft.file.notices.flatMap(({ warnings }) => warnings)} />
        {draft.needsDay ? <DayForm here={here} /> : null}
        {unknown.length === 0 ? null : (
          <p>
            <a href={`${here}/danh-ba`}>{say.unknownNames(unknown.length)}</a>
          </p>
        )}
      </section>
      <div class="sides">
        <section class="card source" aria-label={say.words}>
          <h2>{say.words}</h2>
          <div class={draft.file.scan === undefined ? 'beside' : 'beside scanned'}>
            <div class="notice-words">
              <TextView
                text={draft.file.text}
                marks={[...marksOf(draft.file.text, notices), ...scanMarks(draft.file.scan)]}
              />
            </div>
            <ScanPages scan={draft.file.scan} addressOf={(n) => `${here}/anh/${n}`} />
          </div>
        </section>
        <section class="rows" aria-label={say.cards}>
          {notices.map((item) => (
            <HeaderCard item={item} here={here} />
          ))}
          {unread.map((item) => (
            <UnreadCard item={item} here={here} />
          ))}
          {items.map((item) => (
            <DirectiveCard item={item} here={here} />
          ))}
          <DroppedCard notices={notices} here={here} />
        </section>
      </div>
      <div class="foot-bar">
        {doubts.length === 0 ? null : (
          <form method="post" action={`${here}/sua`}>
            <input type="hidden" name={REVISION} value={String(draft.record.revision)} />
            <button type="submit" name="lam" value="dung-het" class="quiet">
              {say.confirmAll(doubts.length)}
            </button>
          </form>
        )}
        <a class="go" href={`${here}/giao`}>
          {say.toIssue(items.length)}
        </a>
        <form method="post" action={`${here}/bo`}>
          <button type="submit" class="quiet">
            {DRAFTS.putAway}
          </button>
        </form>
      </div>
    </>,
  );
}

function factsOf({ number, issued, issuer, signer }: Notice): string {
  return [number, issued === null ? null : formatDay(issued), issuer, signer]
    .filter((fact): fact is string => fact !== null && fact !== undefined)
    .map(oneLine)
    .join(' · ');
}
