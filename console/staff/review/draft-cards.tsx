import type { DraftDirective } from '../../../notices/index.ts';
import { formatDay } from '../../../texts/format.ts';
import { manyLines, oneLine } from '../../../texts/messages/index.ts';
import { unreadReasons } from '../../../texts/notice-warnings.ts';
import { changeValue, dueText, ruleText } from '../../../texts/review/index.ts';
import { REVIEW as say } from '../../../texts/staff/index.ts';
import { Badges, WarnList } from '../../review/cards.tsx';
import {
  cardId,
  type NoticeItems,
  type ReviewItem,
  textId,
  type UnreadItem,
  unreadId,
  unreadTextId,
} from '../../review/items.ts';
import { SHOWN, shownOf } from './as-shown.ts';
import { dueTyped, namesText } from './edits.ts';

/** Asks for the day of a notice that names none. */
export function DayForm({ here }: { readonly here: string }) {
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

/** One directive as it was read, with the fields that mend it. */
export function DirectiveCard({ item, here }: { readonly item: ReviewItem; readonly here: string }) {
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
          <input type="hidden" name={SHOWN} value={shownOf(directive, confirmed)} />
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

/** A passage that looks like an order, to be taken as one. */
export function UnreadCard({ item: { n, unread }, here }: { readonly item: UnreadItem; readonly here: string }) {
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

/** What was put aside, with the way back. */
export function DroppedCard({ notices, here }: { readonly notices: readonly NoticeItems[]; readonly here: string }) {
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
