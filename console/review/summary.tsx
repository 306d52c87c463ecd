import { formatDay, formatDayLong } from '../../texts/format.ts';
import { cutAtWord, oneLine } from '../../texts/plain-text.ts';
import { dueText, MARK_NAMES, reviewPage as say } from '../../texts/review/index.ts';
import { Badges, WarnList } from './cards.tsx';
import {
  cardId,
  headerId,
  leastSureFirst,
  type NoticeItems,
  needsLook,
  type ReviewItem,
  textId,
  unreadId,
} from './items.ts';

interface NoticesProps {
  readonly notices: readonly NoticeItems[];
}

/** What a person should look at first, the least sure on top; the rest folded away below. */
export function SummaryView({ notices }: NoticesProps) {
  const items = leastSureFirst(notices.flatMap((n) => n.items));
  const unread = notices.flatMap((n) => n.unread);
  if (items.length === 0 && unread.length === 0) return <p>{say.none}</p>;
  const look = items.filter(needsLook);
  const rest = items.filter((item) => !needsLook(item));
  return (
    <>
      {unread.length === 0 ? null : (
        <>
          <h2>{say.unread(unread.length)}</h2>
          <ol class="list">
            {unread.map(({ n, unread: { text } }) => (
              <li>
                <a href={`#${unreadId(n)}`}>{cutAtWord(oneLine(text), LONGEST_LINE)}</a>
              </li>
            ))}
          </ol>
        </>
      )}
      {look.length === 0 ? null : (
        <>
          <h2>{say.lookFirst}</h2>
          <p class="dim">{say.lookFirstHint}</p>
          <ItemList items={look} />
        </>
      )}
      {rest.length === 0 ? null : (
        <details class="others" open={look.length === 0}>
          <summary>{say.others(rest.length)}</summary>
          <ItemList items={rest} />
        </details>
      )}
    </>
  );
}

/** Which notices were read, and how many directives need a person. */
export function HeadingView({ notices }: NoticesProps) {
  const items = notices.flatMap((n) => n.items);
  const edits = notices.reduce((sum, n) => sum + n.edits, 0);
  const doubtful = items.filter((i) => i.doubts.length > 0);
  return (
    <>
      {notices.map((notice) => (
        <NameLine notice={notice} />
      ))}
      <p>{say.counts(items.length, doubtful.length, items.filter(needsLook).length)}.</p>
      {edits === 0 ? null : <p>{say.editsMade(edits)}.</p>}
    </>
  );
}

const LONGEST_LINE = 120;

function NameLine({ notice: { n, notice } }: { readonly notice: NoticeItems }) {
  const facts = [dayOf(notice), notice.issuer, notice.urgency?.toUpperCase()].filter(
    (fact): fact is string => typeof fact === 'string',
  );
  return (
    <p>
      <a href={`#${headerId(n)}`}>
        <b>{notice.number ?? say.unnumbered}</b>
      </a>
      {` · ${facts.join(' · ')}`}
      {notice.warnings.map((words) => (
        <>
          <br />
          {words}
        </>
      ))}
    </p>
  );
}

function dayOf({ issued, anchor }: NoticeItems['notice']): string {
  if (issued !== null) return formatDayLong(issued);
  return anchor === null ? say.dayless : say.undated(anchor);
}

/** What each kind of mark looks like. */
export function LegendView({ scanned }: { readonly scanned: boolean }) {
  const kinds = Object.entries(MARK_NAMES).filter(([kind]) => scanned || kind !== 'unsure');
  return (
    <ul class="legend">
      {kinds.map(([kind, name]) => (
        <li>
          <span class={`m ${kind}`}>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function ItemList({ items }: { readonly items: readonly ReviewItem[] }) {
  return (
    <ol class="list">
      {items.map((item) => (
        <ItemLine item={item} />
      ))}
    </ol>
  );
}

function ItemLine({ item }: { readonly item: ReviewItem }) {
  const { n, directive, look } = item;
  const { lead, deadlines } = directive;
  const dates = deadlines.filter((d) => d.kind !== 'urgent').map(dateText);
  return (
    <li>
      <p>
        <a class="id" href={`#${cardId(n)}`}>
          {directive.id}
        </a>
        <Badges item={item} />
      </p>
      <p>
        {lead.map((l) => l.name).join(', ') || say.noLead}; {dates.join(', ') || say.noDeadline}
      </p>
      <WarnList lines={look} />
      <p class="go">
        <a href={`#${textId(n)}`}>{say.toText}</a>
      </p>
    </li>
  );
}

function dateText(d: ReviewItem['directive']['deadlines'][number]): string {
  if (d.recurrence !== undefined || d.due === null) return dueText(d);
  return `${d.dueTime === undefined ? '' : `${d.dueTime} `}${formatDay(d.due)}`;
}
