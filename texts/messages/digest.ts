import { present } from '../../dsl/present.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { formatDay } from '../format.ts';
import { letterToAll } from '../letters/index.ts';
import { PARENT_LINES } from '../parents.ts';
import { cutAtWord, oneLine } from '../plain-text.ts';
import { CANCEL_REASON } from './close.ts';
import type { DigestItem, DigestSection, MessageContent } from './content.ts';
import type { WholeFacts } from './facts.ts';
import { subjectAgency } from './words.ts';

/** One message that is gathered with others of the same reader. */
export interface Gathered {
  readonly kind: PostKind;
  /** The instant of its step: what it says of "còn 5 ngày" is counted from that day. */
  readonly at: Instant;
  readonly content: MessageContent;
}

type Group = 'overdue' | 'due' | 'other' | 'ended';

const GROUP_OF: Readonly<Partial<Record<PostKind, Group>>> = {
  overdue: 'overdue',
  'due-reminder': 'due',
  cancelled: 'ended',
};
const GROUPS: Readonly<Record<Group, { readonly title: string; readonly count: string; readonly told: string }>> = {
  overdue: { title: 'Quá hạn', count: 'quá hạn', told: 'quá hạn' },
  due: { title: 'Sắp đến hạn', count: 'sắp đến hạn', told: 'sắp đến hạn' },
  other: { title: 'Việc khác cần xử lý', count: 'việc khác', told: 'khác' },
  ended: { title: 'Đã hủy, không cần thực hiện nữa', count: 'đã hủy', told: 'đã hủy' },
};
const ORDER: readonly Group[] = ['overdue', 'due', 'other', 'ended'];

const ASKED = 'Nhiệm vụ cần xử lý';
/** Of a withdrawn notice: nothing is asked. */
const ENDED = 'Nhiệm vụ đã hủy';

function inside(title: string): string {
  return title.charAt(0).toLocaleLowerCase('vi') + title.slice(1);
}

/** Items told in full; the rest, the least pressing, in one line each. */
const IN_FULL = 20;
const QUOTE_LETTERS = 400;
const ZALO_ITEMS = 5;
const ZALO_ITEM = 160;
/** What the zalo parameters of a template have room for, before the channel cuts. */
const ZALO_BRIEF = 190;

/** One message for one reader about several directives. Pure: the same messages on the same day give the same words. */
export function composeDigest(rows: readonly Gathered[], now: Instant): MessageContent {
  const gathered = oneEach(rows);
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
  const asks = new Set(ordered.map(askOf));
  const own =
    ordered.every((g) => isOfReader(g.content)) && new Set(ordered.map((g) => g.content.zalo.agency)).size === 1;
  let told = 0;
  const sections = groups.map(({ title, members }): DigestSection => {
    const items = wholesOf(members).flatMap((shares, i, matters): DigestItem[] => {
      const [member] = shares;
      if (!member) return [];
      const before = matters[i - 1]?.[0];
      const asked = asks.size > 1 && (before === undefined || askOf(member) !== askOf(before));
      const whole = member.content.about?.whole;
      const inFull = told++ < IN_FULL;
      const item = whole ? itemOfWhole(whole, shares, today, inFull) : itemOf(member, today, own, inFull);
      return [{ ...present({ ask: asked ? askOf(member) : undefined }), ...item }];
    });
    return { title: `${title} (${members.length})`, items };
  });
  const link = ordered.find((g) => g.content.link)?.content.link;
  const allEnded = groups.every(({ members }) => members.every((g) => GROUP_OF[g.kind] === 'ended'));
  const about = allEnded ? ENDED : ASKED;
  return {
    format: 1,
    subject: `${about}, ngày ${formatDay(today)}: ${allEnded ? `${gathered.length} nhiệm vụ` : counts}`,
    // The day is not torn from its word.
    heading: `${about}, ngày\u00a0${formatDay(today)}`,
    salutation: first.content.salutation,
    paragraphs: [
      allEnded
        ? `${office} báo: ${gathered.length} nhiệm vụ dưới đây đã được hủy, không cần thực hiện nữa.`
        : `${office} tổng hợp ${gathered.length} ${inside(about)}, tính đến ngày ${formatDay(today)}: ${counted}.`,
    ],
    facts: [],
    quote: '',
    ask:
      asks.size === 1
        ? askOf(first)
        : `${office} trân trọng đề nghị đồng chí xem xét, thực hiện nội dung đề nghị đối với từng nhiệm vụ dưới đây.`,
    sections,
    ...lettersOf(ordered),
    signature: first.content.signature,
    zalo: {
      title: about,
      body: zaloBody(ordered, `${ordered.length} ${inside(about)}${allEnded ? '' : ` (${counts})`}`, office),
      brief: cutAtWord(ordered.map((g) => g.content.subject).join('; '), ZALO_BRIEF),
      code: `${gathered.length} nhiệm vụ`,
      agency: first.content.zalo.agency,
      due: counts,
      ...present({ link: link?.url }),
    },
  };
}

/**
 * Each directive once: whoever is told of one as its contact and as its head is told once, by the most pressing word,
 * and of two alike by the later.
 */
function oneEach(rows: readonly Gathered[]): Gathered[] {
  const press = ({ kind }: Gathered) => ORDER.indexOf(GROUP_OF[kind] ?? 'other');
  const kept = new Map<string, Gathered>();
  for (const [i, row] of rows.entries()) {
    const key = row.content.about?.directive ?? `#${i}`;
    const before = kept.get(key);
    if (before === undefined || press(row) <= press(before)) kept.set(key, row);
  }
  return [...kept.values()];
}

/** The shares of one whole of which the same is said make one item, at the place of the first. */
function wholesOf(members: readonly Gathered[]): readonly (readonly Gathered[])[] {
  const wholes = new Map<string, Gathered[]>();
  for (const [i, one] of members.entries()) {
    const whole = one.content.about?.whole;
    const key = whole === undefined ? `#${i}` : JSON.stringify([whole.id, subjectOfWhole(one, whole)]);
    const shares = wholes.get(key);
    if (shares) shares.push(one);
    else wholes.set(key, [one]);
  }
  return [...wholes.values()];
}

/** Of a share what is asked of its whole: whoever stands above is asked once, whichever of the members are late. */
function askOf({ content: { ask, about, zalo } }: Gathered): string {
  return about?.whole === undefined ? ask : ask.replaceAll(zalo.agency, about.whole.group);
}

/** Who urges the late members of a group signs one letter to all of them. */
function lettersOf(ordered: readonly Gathered[]): Pick<MessageContent, 'letters'> {
  const letters = wholesOf(ordered).flatMap((shares) => {
    const drafts = shares.flatMap(({ content: { letter, zalo } }) => (letter ? [{ letter, name: zalo.agency }] : []));
    return letterToAll(drafts) ?? [];
  });
  return letters.length === 0 ? {} : { letters };
}

function subjectOfWhole({ content }: Gathered, { group }: WholeFacts): string {
  return content.subject.replace(` – ${subjectAgency(content.zalo.agency)} –`, ` – ${subjectAgency(group)} –`);
}

/** The whole with how far it is, and the agencies the word is about, each with its own page. */
function itemOfWhole(whole: WholeFacts, shares: readonly Gathered[], today: string, inFull: boolean): DigestItem {
  const [first] = shares;
  if (!first) throw new RangeError('a whole of no shares');
  // What was counted last holds.
  const newest = shares.reduce((last, one) => (one.at >= last.at ? one : last), first).content.about?.whole ?? whole;
  const { link: _, ...head } = itemOf(first, today, false, inFull);
  const names = shares.map(({ content }) => content.zalo.agency);
  const links = shares.flatMap(({ content: { link } }, i) => (link ? [{ ...link, label: names[i] ?? '' }] : []));
  return {
    ...head,
    heading: head.heading.replace(first.content.subject, subjectOfWhole(first, whole)),
    lines: [...head.lines, PARENT_LINES.inDigest(newest, names)],
    ...present({ links: links.length === 0 ? undefined : links }),
  };
}

function itemOf({ kind, at, content }: Gathered, today: string, own: boolean, inFull: boolean): DigestItem {
  const day = dayOf(at);
  const stale = day === today ? '' : ` (tính đến ngày ${formatDay(day)})`;
  const subject = own ? content.subject.replace(` – ${subjectAgency(content.zalo.agency)} –`, ' –') : content.subject;
  return {
    heading: `${subject}${stale}`,
    lines: inFull ? [`“${cutAtWord(oneLine(content.quote), QUOTE_LETTERS)}”`, ...reasonOf(kind, content)] : [],
    ...present({ link: content.link }),
  };
}

/** Why it was ended: the words of the office. */
function reasonOf(kind: PostKind, { facts }: MessageContent): string[] {
  const reason = kind === 'cancelled' ? facts.find(({ label }) => label === CANCEL_REASON) : undefined;
  return reason ? [`${CANCEL_REASON}: ${oneLine(reason.value)}`] : [];
}

/** Is it about the work of the agency the reader is greeted with? Then its name need not stand in each line. */
function isOfReader({ salutation, zalo }: MessageContent): boolean {
  return salutation.endsWith(zalo.agency);
}

/** The most pressing ones, each with its link; the mail and the pages hold the rest. */
function zaloBody(ordered: readonly Gathered[], counted: string, office: string): string {
  const matters = wholesOf(ordered);
  const shown = matters.slice(0, ZALO_ITEMS).map((shares, i) => {
    const [one] = shares;
    const whole = one?.content.about?.whole;
    const words = one && whole ? `${subjectOfWhole(one, whole)} (${shares.length} đơn vị)` : one?.content.subject;
    const line = `${i + 1}. ${cutAtWord(words ?? '', ZALO_ITEM)}`;
    return one?.content.link === undefined ? line : `${line}\n${one.content.link.url}`;
  });
  const rest = matters.slice(ZALO_ITEMS).reduce((count, shares) => count + shares.length, 0);
  return [`${office}: ${counted}.`, ...shown, ...(rest > 0 ? [`và ${rest} nhiệm vụ khác.`] : [])].join('\n');
}
