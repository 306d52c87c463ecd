import { present } from '../../dsl/present.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { formatDay } from '../format.ts';
import { cutAtWord, oneLine } from './clean.ts';
import type { DigestItem, DigestSection, MessageContent } from './content.ts';
import { subjectAgency } from './words.ts';

/** One message that is gathered with others of the same reader. */
export interface Gathered {
  readonly kind: PostKind;
  /** The instant of its step: what it says of "còn 5 ngày" is counted from that day. */
  readonly at: Instant;
  readonly content: MessageContent;
}

type Group = 'overdue' | 'due' | 'other';

const GROUP_OF: Readonly<Partial<Record<PostKind, Group>>> = { overdue: 'overdue', 'due-reminder': 'due' };
const GROUPS: Readonly<Record<Group, { readonly title: string; readonly count: string; readonly told: string }>> = {
  overdue: { title: 'Quá hạn', count: 'quá hạn', told: 'quá hạn' },
  due: { title: 'Sắp đến hạn', count: 'sắp đến hạn', told: 'sắp đến hạn' },
  other: { title: 'Việc khác cần xử lý', count: 'việc khác', told: 'khác' },
};
const ORDER: readonly Group[] = ['overdue', 'due', 'other'];

/** Items told in full; the rest, the least pressing, in one line each. */
const IN_FULL = 20;
const QUOTE_LETTERS = 400;
const ZALO_ITEMS = 5;
const ZALO_ITEM = 160;
/** What the zalo parameters of a template have room for, before the channel cuts. */
const ZALO_BRIEF = 190;

/** One message for one reader about several directives. Pure: the same messages on the same day give the same words. */
export function composeDigest(gathered: readonly Gathered[], now: Instant): MessageContent {
  const [first] = gathered;
  if (!first) throw new RangeError('a digest of nothing');
  const today = dayOf(now);
  const groups = ORDER.flatMap((group) => {
    const members = gathered.filter((g) => (GROUP_OF[g.kind] ?? 'other') === group);
    return members.length === 0 ? [] : [{ ...GROUPS[group], members }];
  });
  const counts = groups.map(({ count, members }) => `${members.length} ${count}`).join(', ');
  const counted = groups.map(({ told, members }) => `${members.length} nhiệm vụ ${told}`).join(', ');
  const office = first.content.signature[0] ?? '';
  const ordered = groups.flatMap((g) => g.members);
  // What is asked alike of several is said once.
  const asks = new Set(ordered.map((g) => g.content.ask));
  const own =
    ordered.every((g) => isOfReader(g.content)) && new Set(ordered.map((g) => g.content.zalo.agency)).size === 1;
  let told = 0;
  const sections = groups.map(({ title, members }): DigestSection => {
    const items = members.map((member, i): DigestItem => {
      const asked = asks.size > 1 && member.content.ask !== members[i - 1]?.content.ask;
      return {
        ...present({ ask: asked ? member.content.ask : undefined }),
        ...itemOf(member, today, own, told++ < IN_FULL),
      };
    });
    return { title: `${title} (${members.length})`, items };
  });
  const link = ordered.find((g) => g.content.link)?.content.link;
  return {
    format: 1,
    subject: `Nhiệm vụ cần xử lý, ngày ${formatDay(today)}: ${counts}`,
    // The day is not torn from its word.
    heading: `Nhiệm vụ cần xử lý, ngày\u00a0${formatDay(today)}`,
    salutation: first.content.salutation,
    paragraphs: [
      `${office} tổng hợp ${gathered.length} nhiệm vụ cần xử lý, tính đến ngày ${formatDay(today)}: ${counted}.`,
    ],
    facts: [],
    quote: '',
    ask:
      asks.size === 1
        ? first.content.ask
        : `${office} trân trọng đề nghị đồng chí xem xét, thực hiện nội dung đề nghị đối với từng nhiệm vụ dưới đây.`,
    sections,
    signature: first.content.signature,
    zalo: {
      title: 'Nhiệm vụ cần xử lý',
      body: zaloBody(ordered, counts, office),
      brief: cutAtWord(ordered.map((g) => g.content.subject).join('; '), ZALO_BRIEF),
      code: `${gathered.length} nhiệm vụ`,
      agency: first.content.zalo.agency,
      due: counts,
      ...present({ link: link?.url }),
    },
  };
}

function itemOf({ at, content }: Gathered, today: string, own: boolean, inFull: boolean): DigestItem {
  const day = dayOf(at);
  const stale = day === today ? '' : ` (tính đến ngày ${formatDay(day)})`;
  const subject = own ? content.subject.replace(` – ${subjectAgency(content.zalo.agency)} –`, ' –') : content.subject;
  return {
    heading: `${subject}${stale}`,
    lines: inFull ? [`“${cutAtWord(oneLine(content.quote), QUOTE_LETTERS)}”`] : [],
    ...present({ link: content.link }),
  };
}

/** Is it about the work of the agency the reader is greeted with? Then its name need not stand in each line. */
function isOfReader({ salutation, zalo }: MessageContent): boolean {
  return salutation.endsWith(zalo.agency);
}

/** The most pressing ones, each with its link; the mail and the pages hold the rest. */
function zaloBody(ordered: readonly Gathered[], counts: string, office: string): string {
  const shown = ordered.slice(0, ZALO_ITEMS).map(({ content }, i) => {
    const line = `${i + 1}. ${cutAtWord(content.subject, ZALO_ITEM)}`;
    return content.link === undefined ? line : `${line}\n${content.link.url}`;
  });
  const rest = ordered.length - shown.length;
  return [
    `${office}: ${ordered.length} nhiệm vụ cần xử lý (${counts}).`,
    ...shown,
    ...(rest > 0 ? [`và ${rest} nhiệm vụ khác.`] : []),
  ].join('\n');
}
