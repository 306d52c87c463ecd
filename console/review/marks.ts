import type { Name, Span } from '../../notices/index.ts';
import { unreadReasons } from '../../texts/notice-warnings.ts';
import { PARENT_LINES } from '../../texts/parents.ts';
import { deadlineTip, HEADER_NAMES, MARK_NAMES, type MarkKind, reviewPage } from '../../texts/review/index.ts';
import { headerMarks } from './header-marks.ts';
import { cardId, headerId, type NoticeItems, type ReviewItem, unreadId, unreadTextId } from './items.ts';

/** A piece of the text that means something, and where the page says what. */
export interface TextMark {
  readonly kind: MarkKind;
  readonly span: Span;
  /** Id of the card it leads to. */
  readonly card: string;
  /** Number of its directive; absent on the header. */
  readonly n?: number;
  readonly tip: string;
  /** Id of the place in the text, where one is led back to it. */
  readonly anchor?: string;
  /** Its directive must be confirmed. */
  readonly doubtful?: boolean;
}

/** Every span of every notice, in no order. */
export function marksOf(text: string, notices: readonly NoticeItems[]): TextMark[] {
  return notices.flatMap(({ n, notice, items, unread }) => [
    ...headerMarks(text, notice).map(
      ({ field, span }): TextMark => ({ kind: 'header', span, card: headerId(n), tip: HEADER_NAMES[field] }),
    ),
    ...items.flatMap(marksOfItem),
    ...unread.map(
      ({ n: passage, unread: { span, why } }): TextMark => ({
        kind: 'unread',
        span,
        card: unreadId(passage),
        anchor: unreadTextId(passage),
        tip: `${MARK_NAMES.unread}: ${unreadReasons[why]}`,
      }),
    ),
  ]);
}

function marksOfItem({ n, directive, doubts }: ReviewItem): TextMark[] {
  const { id, span, lead, cooperating, supervisor, deadlines, confidence } = directive;
  const shared = { card: cardId(n), n, doubtful: doubts.length > 0 };
  const name = (kind: 'lead' | 'cooperating' | 'supervisor') => (x: Name) =>
    x.span ? [{ ...shared, kind, span: x.span, tip: `${id}, ${MARK_NAMES[kind]}${agencyTip(x)}` }] : [];
  return [
    { ...shared, kind: 'directive', span, tip: `${id}, ${reviewPage.sure(confidence)}` },
    ...lead.flatMap(name('lead')),
    ...cooperating.flatMap(name('cooperating')),
    ...supervisor.flatMap(name('supervisor')),
    ...deadlines.map((d): TextMark => ({ ...shared, kind: 'deadline', span: d.span, tip: `${id}. ${deadlineTip(d)}` })),
  ];
}

/** What is said of the agency behind a name: which one, how surely; undefined where no directory was asked. */
export function agencyText({ agency, agencyConfidence = 1, members }: Name): string | undefined {
  if (members !== undefined) return PARENT_LINES.members(members);
  if (agency !== undefined) return reviewPage.agency(agency, agencyConfidence);
  return agencyConfidence === 0 ? reviewPage.unknownAgency : undefined;
}

function agencyTip(name: Name): string {
  const text = agencyText(name);
  return text === undefined ? '' : ` (${text})`;
}
