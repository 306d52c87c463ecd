import type { Child } from 'hono/jsx';
import type { Deadline } from '../../deadline/index.ts';
import type { Name } from '../../notices/index.ts';
import type { ReviewChange } from '../../office/review/types.ts';
import { formatDay } from '../../texts/format.ts';
import { unreadReasons } from '../../texts/notice-warnings.ts';
import {
  changeValue,
  dueText,
  FIELD_NAMES,
  MARK_NAMES,
  ruleText,
  reviewPage as say,
} from '../../texts/review/index.ts';
import { FieldRows, HeaderHowTo } from './header-card.tsx';
import { HowToView } from './how-to.tsx';
import {
  cardId,
  headerId,
  type NoticeItems,
  type ReviewItem,
  textId,
  type UnreadItem,
  unreadId,
  unreadTextId,
} from './items.ts';
import { agencyText } from './marks.ts';

/** The card of a notice's header and those of its directives, in the order of the text. */
export function CardsView({ notice }: { readonly notice: NoticeItems }) {
  const under = partsUnder(notice.items);
  return (
    <>
      <HeaderCard notice={notice} />
      {notice.unread.map((item) => (
        <UnreadCard item={item} />
      ))}
      {notice.items.map((item) => (
        <Card item={item} under={under.get(item)} />
      ))}
      <DroppedCard notice={notice} />
    </>
  );
}

/** A passage to take as a directive, or to leave. */
function UnreadCard({ item: { n, unread } }: { readonly item: UnreadItem }) {
  const { span, text, why } = unread;
  return (
    <article class="card unread" id={unreadId(n)} tabindex={-1} aria-labelledby={`u-${n}`} data-span={span.join(',')}>
      <CloseLink id={unreadTextId(n)} />
      <h3 id={`u-${n}`}>{say.unreadCard}</h3>
      <WarnList lines={[unreadReasons[why]]} />
      <p class="passage">“{text.replace(/\s+/g, ' ').trim()}”</p>
      <p class="go">
        <a href={`#${unreadTextId(n)}`}>{say.back}</a>
      </p>
    </article>
  );
}

/** The part an item stands under by its number ("IV.4" of "IV.4.c"); none where it stands there alone. */
function partsUnder(items: readonly ReviewItem[]): ReadonlyMap<ReviewItem, string> {
  const counts = new Map<string, number>();
  const partOf = ({ directive: { id } }: ReviewItem) => id.slice(0, Math.max(0, id.lastIndexOf('.')));
  for (const item of items) counts.set(partOf(item), (counts.get(partOf(item)) ?? 0) + 1);
  return new Map(
    items.flatMap((item) => {
      const part = partOf(item);
      return part !== '' && (counts.get(part) ?? 0) > 1 ? [[item, part] as const] : [];
    }),
  );
}

interface CardProps {
  readonly item: ReviewItem;
  /** The part it stands under with others. */
  readonly under: string | undefined;
}

function Card({ item, under }: CardProps) {
  const { n, directive, changes, doubts, look } = item;
  const corrections = changes.filter((c) => c.field !== 'add');
  return (
    <article
      class={`card${doubts.length > 0 ? ' doubt' : ''}`}
      id={cardId(n)}
      tabindex={-1}
      aria-labelledby={`t-${n}`}
      data-id={directive.id}
      data-span={directive.span.join(',')}
      data-lead={JSON.stringify(directive.lead.map((l) => l.name))}
      data-under={under}
    >
      <CloseLink id={textId(n)} />
      <h3 id={`t-${n}`}>
        {directive.id}
        <Badges item={item} />
      </h3>
      <WarnList lines={look} />
      <dl>
        <Names label={MARK_NAMES.lead} names={directive.lead} none={say.noLead} />
        <Names label={MARK_NAMES.cooperating} names={directive.cooperating} />
        <Names label={MARK_NAMES.supervisor} names={directive.supervisor} />
        {directive.deadlines.length === 0 ? (
          <Row label={MARK_NAMES.deadline}>
            <p>{say.noDeadline}</p>
          </Row>
        ) : (
          directive.deadlines.map((deadline) => <DeadlineRow deadline={deadline} />)
        )}
      </dl>
      {changes.length === 0 ? null : (
        <ul class="diff">
          {corrections.map((change) => (
            <Difference change={change} />
          ))}
        </ul>
      )}
      <HowToView directive={directive} />
      <p class="go">
        <a href={`#${textId(n)}`}>{say.back}</a>
      </p>
    </article>
  );
}

/** What is known of a directive, in a word each; to stand after its number. */
export function Badges({ item: { directive, doubts, confirmed, changes } }: { readonly item: ReviewItem }) {
  const badges: readonly (readonly [kind: string, words: string])[] = [
    ['sure', say.sure(directive.confidence)],
    ...(doubts.length > 0 ? [['must', say.toConfirm] as const] : []),
    ...(confirmed ? [['done', say.confirmed] as const] : []),
    ...(changes.some((c) => c.field === 'add') ? [['fix', say.added] as const] : []),
    ...(changes.some((c) => c.field !== 'add') ? [['fix', say.corrected] as const] : []),
  ];
  return (
    <>
      {badges.map(([kind, words]) => (
        <>
          {' '}
          <span class={`badge ${kind}`}>{words}</span>
        </>
      ))}
    </>
  );
}

/** Warnings as a list; nothing where there are none. */
export function WarnList({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="warn">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function HeaderCard({ notice: item }: { readonly notice: NoticeItems }) {
  const { n, notice } = item;
  return (
    <article class="card" id={headerId(n)} tabindex={-1} aria-labelledby={`h-${n}`}>
      <CloseLink id="loi-van" />
      <h3 id={`h-${n}`}>{notice.number ?? say.unnumbered}</h3>
      <FieldRows notice={notice} />
      <HeaderHowTo notice={item} />
      <p class="go">
        <a href="#loi-van">{say.back}</a>
      </p>
    </article>
  );
}

function DroppedCard({ notice: { dropped } }: { readonly notice: NoticeItems }) {
  if (dropped.length === 0) return null;
  return (
    <section class="card">
      <h3>{say.dropped}</h3>
      <ul class="diff">
        {dropped.map(({ directive, was }) => (
          <li>
            <b>{directive}</b> <del>{changeValue('drop', was)}</del>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Seen where the card lies over the text. */
function CloseLink({ id }: { readonly id: string }) {
  return (
    <p class="close">
      <a href={`#${id}`}>{say.close}</a>
    </p>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface NamesProps {
  readonly label: string;
  readonly names: readonly Name[];
  /** Said where nobody is named; without it such a row is left out. */
  readonly none?: string;
}

function Names({ label, names, none }: NamesProps) {
  if (names.length === 0 && none === undefined) return null;
  return <Row label={label}>{names.length === 0 ? <p>{none}</p> : names.map((name) => <NameLine name={name} />)}</Row>;
}

function NameLine({ name }: { readonly name: Name }) {
  const agency = agencyText(name);
  return (
    <p>
      {name.name}
      {agency === undefined ? null : (
        <>
          {' '}
          <small>({agency})</small>
        </>
      )}
    </p>
  );
}

function DeadlineRow({ deadline }: { readonly deadline: Deadline }) {
  const { phrase, rule, alternatives = [], provisional } = deadline;
  return (
    <Row label={MARK_NAMES.deadline}>
      <p>
        <b>{dueText(deadline)}</b>
      </p>
      {phrase === '' ? null : <p>“{phrase}”</p>}
      <p>
        <small>
          {say.rule}: {ruleText(rule)}
        </small>
      </p>
      {alternatives.length === 0 ? null : (
        <p class="or">
          {say.alternatives}: {alternatives.map(formatDay).join(', ')}
        </p>
      )}
      {provisional ? (
        <p>
          <small>{say.provisional}</small>
        </p>
      ) : null}
    </Row>
  );
}

function Difference({ change: { field, was, is } }: { readonly change: ReviewChange }) {
  return (
    <li>
      <b>{FIELD_NAMES[field]}</b>:{' '}
      <del>
        <span class="unseen">{say.was} </span>
        {changeValue(field, was)}
      </del>{' '}
      →{' '}
      <ins>
        <span class="unseen">{say.is} </span>
        {changeValue(field, is)}
      </ins>
    </li>
  );
}
