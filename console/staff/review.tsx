import type { Context } from 'hono';
import { dayOf } from '../../dsl/time/day.ts';
import { typedDay } from '../../dsl/time/typed-day.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DraftDirective, Notice } from '../../notices/index.ts';
import { type DraftEdit, type OpenDraft, typedDue } from '../../office/drafts/index.ts';
import { formatDay } from '../../texts/format.ts';
import { manyLines, oneLine } from '../../texts/messages/index.ts';
import { unreadReasons } from '../../texts/notice-warnings.ts';
import { changeValue, dueText, ruleText } from '../../texts/review/index.ts';
import { DRAFT_REFUSALS, DRAFTS, dayAsTyped, REVIEW as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import { Badges, WarnList } from '../review/cards.tsx';
import {
  cardId,
  doubtful,
  itemsOf,
  leastSureFirst,
  type NoticeItems,
  type ReviewItem,
  textId,
  type UnreadItem,
  unreadId,
  unreadTextId,
} from '../review/items.ts';
import { marksOf } from '../review/marks.ts';
import { TextView } from '../review/text-view.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { type Said, staffPage } from './frame.tsx';

export async function showDraft(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const draft = await context.desk.open(c.req.param('draft') ?? '');
  if (!draft) return problemPage(c, context, 'notFound');
  const said: Said | undefined = c.req.query('da') === undefined ? undefined : { kind: 'done', text: say.saved };
  return draftPage(c, context, visit, draft, said);
}

/** Takes one correction, and shows the draft with it; one that does not fit is told and not kept. */
export async function changeDraft(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const id = c.req.param('draft') ?? '';
  const draft = await context.desk.open(id);
  const form = await c.req.formData().catch(() => undefined);
  if (!draft) return problemPage(c, context, 'notFound');
  if (!form) return problemPage(c, context, 'badForm');
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const anchor = oneLine(field('ve')).replace(/[^a-z0-9-]/g, '');
  try {
    if (field('lam') === 'ngay') await context.desk.setDay(draft, typedDay(field('ngay')) ?? '');
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

function editsOf(draft: OpenDraft, context: StaffContext, field: (name: string) => string): DraftEdit[] {
  const directive = oneLine(field('viec'));
  switch (field('lam')) {
    case 'ghi':
      return fieldEdits(draft, directive, field, context);
    case 'dung':
      return [...fieldEdits(draft, directive, field, context), { kind: 'confirm', directives: [directive] }];
    case 'dung-het':
      return [{ kind: 'confirm', directives: doubtful(itemsOf(draft.file)) }];
    case 'bo':
      return [{ kind: 'drop', directive }];
    case 'tro-lai':
      return [{ kind: 'undo', directive }];
    case 'nhan':
      return [{ kind: 'take', text: manyLines(field('loi')), lead: namesOf(field('chu-tri')) }];
    default:
      return [];
  }
}

/** Only what was typed otherwise than it stood: what nobody touched is no correction. */
function fieldEdits(
  { file }: OpenDraft,
  directive: string,
  field: (name: string) => string,
  { calendar, now }: StaffContext,
): DraftEdit[] {
  const found = file.notices
    .flatMap((notice) => notice.directives.map((one) => ({ notice, one })))
    .find(({ one }) => one.id === directive);
  if (!found) return [];
  const { notice, one } = found;
  const edits: DraftEdit[] = [];
  for (const [party, name] of [
    ['lead', 'chu-tri'],
    ['cooperating', 'phoi-hop'],
  ] as const) {
    const names = namesOf(field(name));
    if (names.join(';') !== namesOf(namesText(one[party])).join(';'))
      edits.push({ kind: 'party', directive, party, names });
  }
  const typed = oneLine(field('han'));
  if (typed !== dueTyped(one)) {
    const due = typedDue(typed, notice.anchor ?? dayOf(now()), calendar);
    if (due === undefined) throw new UserError(DRAFT_REFUSALS.due(typed));
    edits.push({ kind: 'due', directive, due });
  }
  return edits;
}

function namesOf(text: string): string[] {
  return oneLine(text)
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== say.noLead);
}

function namesText(names: DraftDirective['lead']): string {
  return names.map(({ name }) => oneLine(name)).join('; ');
}

/** A directive's days as the field holds them: typing them again changes nothing. */
function dueTyped({ deadlines }: DraftDirective): string {
  const days = deadlines.flatMap(({ due, dueTime, recurrence }) =>
    due === null || recurrence !== undefined ? [] : [dayAsTyped(due, dueTime)],
  );
  if (days.length > 0) return days.join(', ');
  const words = deadlines.flatMap(({ phrase }) => (phrase === '' ? [] : [oneLine(phrase)]));
  return words.length > 0 ? words.join('; ') : say.noDue;
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
  const unknown = unknownNames(draft.file.notices);
  return staffPage(
    c,
    context,
    visit,
    { title, at: 'notices', status, ...(said === undefined ? {} : { said }) },
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
          <details>
            <summary>{say.unknownNames(unknown.length)}</summary>
            <ul class="plain">
              {unknown.map((name) => (
                <li>
                  <a href={`${visit.top}/danh-ba?ten=${encodeURIComponent(name)}#them`}>{say.addName(name)}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <div class="sides">
        <section class="card source" aria-label={say.words}>
          <h2>{say.words}</h2>
          <div class="notice-words">
            <TextView text={draft.file.text} marks={marksOf(draft.file.text, notices)} />
          </div>
        </section>
        <section class="rows" aria-label={say.cards}>
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

function unknownNames(notices: readonly Notice[]): string[] {
  const names = notices.flatMap(({ directives }) =>
    directives.flatMap(({ lead, cooperating, supervisor }) => [...lead, ...cooperating, ...supervisor]),
  );
  return [...new Set(names.filter(({ agency }) => agency === undefined).map(({ name }) => oneLine(name)))];
}

function DayForm({ here }: { readonly here: string }) {
  return (
    <form method="post" action={`${here}/sua`} class="row">
      <div class="field">
        <label for="ngay">{say.day}</label>
        <p class="hint" id="ngay-ghi-chu">
          {say.dayHint}
        </p>
        <input type="text" id="ngay" name="ngay" inputmode="numeric" required aria-describedby="ngay-ghi-chu" />
      </div>
      <button type="submit" name="lam" value="ngay">
        {say.setDay}
      </button>
    </form>
  );
}

function DirectiveCard({ item, here }: { readonly item: ReviewItem; readonly here: string }) {
  const { n, directive, doubts, look, changes, confirmed } = item;
  const open = doubts.length > 0;
  const field = (name: string) => `${name}-${n}`;
  return (
    <article class={`card${open ? ' doubt' : ''}`} id={cardId(n)} tabindex={-1} aria-labelledby={`t-${n}`}>
      <h3 id={`t-${n}`}>
        <a href={`#${textId(n)}`}>{directive.id}</a>
        <Badges item={item} />
      </h3>
      <WarnList lines={look} />
      <p class="quote">{manyLines(directive.text)}</p>
      <p class="when">{summaryOf(directive)}</p>
      <details open={open}>
        <summary>
          {say.lead}, {say.cooperating.toLowerCase()}, {say.due.toLowerCase()}
        </summary>
        <form method="post" action={`${here}/sua`}>
          <input type="hidden" name="viec" value={directive.id} />
          <input type="hidden" name="ve" value={cardId(n)} />
          <div class="field">
            <label for={field('chu-tri')}>{say.lead}</label>
            <input
              type="text"
              id={field('chu-tri')}
              name="chu-tri"
              list="don-vi"
              value={namesText(directive.lead)}
              aria-describedby={field('ten-ghi-chu')}
            />
            <p class="hint" id={field('ten-ghi-chu')}>
              {say.namesHint}
            </p>
          </div>
          <div class="field">
            <label for={field('phoi-hop')}>{say.cooperating}</label>
            <input
              type="text"
              id={field('phoi-hop')}
              name="phoi-hop"
              list="don-vi"
              value={namesText(directive.cooperating)}
            />
          </div>
          <div class="field">
            <label for={field('han')}>{say.due}</label>
            <p class="hint" id={field('han-ghi-chu')}>
              {say.dueHint}
            </p>
            <input
              type="text"
              id={field('han')}
              name="han"
              value={dueTyped(directive)}
              aria-describedby={field('han-ghi-chu')}
            />
            {directive.deadlines.map(({ phrase, rule, alternatives = [] }) => (
              <p class="hint">
                {phrase === '' ? '' : `${say.phrase(oneLine(phrase))}. `}
                {say.rule(ruleText(rule))}
                {alternatives.length === 0 ? '' : `. ${say.or(alternatives.map(formatDay).join(', '))}`}
              </p>
            ))}
          </div>
          <p class="buttons">
            <button type="submit" name="lam" value="ghi">
              {say.save}
            </button>
            {open ? (
              <button type="submit" name="lam" value="dung" class="quiet">
                {say.confirm}
              </button>
            ) : null}
            <button type="submit" name="lam" value="bo" class="quiet">
              {say.drop}
            </button>
            {changes.length > 0 || confirmed ? (
              <button type="submit" name="lam" value="tro-lai" class="quiet">
                {say.undo}
              </button>
            ) : null}
          </p>
        </form>
      </details>
    </article>
  );
}

function summaryOf({ lead, cooperating, deadlines }: DraftDirective): string {
  const parts = [
    namesText(lead) || say.noLead,
    ...(cooperating.length === 0 ? [] : [`${say.cooperating.toLowerCase()}: ${namesText(cooperating)}`]),
    deadlines.length === 0 ? `${say.due.toLowerCase()}: ${say.noDue}` : deadlines.map(dueText).join('; '),
  ];
  return parts.join(' · ');
}

function UnreadCard({ item: { n, unread }, here }: { readonly item: UnreadItem; readonly here: string }) {
  return (
    <article class="card unread" id={unreadId(n)} tabindex={-1} aria-labelledby={`u-${n}`}>
      <h3 id={`u-${n}`}>
        <a href={`#${unreadTextId(n)}`}>{say.unread}</a>
      </h3>
      <WarnList lines={[unreadReasons[unread.why]]} />
      <p class="quote">{manyLines(unread.text)}</p>
      <form method="post" action={`${here}/sua`} class="row">
        <input type="hidden" name="loi" value={unread.text} />
        <div class="field">
          <label for={`nhan-${n}`}>{say.takeLead}</label>
          <input type="text" id={`nhan-${n}`} name="chu-tri" list="don-vi" />
        </div>
        <button type="submit" name="lam" value="nhan">
          {say.take}
        </button>
      </form>
    </article>
  );
}

function DroppedCard({ notices, here }: { readonly notices: readonly NoticeItems[]; readonly here: string }) {
  const dropped = notices.flatMap((notice) => notice.dropped);
  if (dropped.length === 0) return null;
  return (
    <section class="card">
      <h3>{say.dropped}</h3>
      {dropped.map(({ directive, was }) => (
        <form method="post" action={`${here}/sua`} class="row">
          <input type="hidden" name="viec" value={directive} />
          <p class="field">
            {directive}: {changeValue('drop', was)}
          </p>
          <button type="submit" name="lam" value="tro-lai" class="quiet">
            {say.undo}
          </button>
        </form>
      ))}
    </section>
  );
}
