import type { PostKind } from '../../dsl/rules/post.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { capital, formatDay, nameList } from '../format.ts';
import { wasTaken } from '../outcomes.ts';
import type { FactRow } from './content.ts';
import { daysWords, dueByEventWords, dueWords, eventPhrase, timeToDue } from './due.ts';
import type { DirectiveFacts, EarlierMessage, MessageFacts } from './facts.ts';
import { audienceOf, dateOf, leadWords, noticeWords } from './words.ts';

/** The rows every message shows: what, by which notice, who, until when. */
export function commonRows(facts: MessageFacts): FactRow[] {
  const { directive } = facts;
  const rows: FactRow[] = [
    ...(directive.urgency === undefined ? [] : [{ label: 'Độ khẩn', value: capital(directive.urgency) }]),
    { label: 'Nhiệm vụ', value: directive.localId === '' ? 'Nội dung trích dưới đây' : `Mục ${directive.localId}` },
    { label: 'Căn cứ', value: noticeWords(directive) },
    { label: 'Chủ trì', value: capital(directive.leadNames.length > 0 ? leadWords(directive) : 'chưa xác định') },
  ];
  if (directive.cooperatingNames.length > 0) {
    rows.push({ label: 'Phối hợp', value: nameList(directive.cooperatingNames) });
  }
  const followers = directive.supervisorNames.filter((name) => !directive.leadNames.includes(name));
  if (followers.length > 0) {
    rows.push({ label: 'Theo dõi', value: nameList(followers) });
  }
  rows.push({ label: 'Hạn', value: dueRow(directive) });
  return rows;
}

function dueRow(directive: DirectiveFacts): string {
  const { due, dueTime, phrase, originalDue } = directive;
  const event = eventPhrase(directive);
  if (event !== undefined) return dueByEventWords(due == null ? null : capital(dueWords(due, dueTime)), event);
  const words = due === null || due === undefined ? 'Không quy định thời hạn' : capital(dueWords(due, dueTime));
  if (originalDue !== undefined && originalDue !== (due ?? null)) {
    const before =
      originalDue === null ? 'văn bản không quy định thời hạn' : `văn bản ghi hạn ${formatDay(originalDue)}`;
    return `${words}; đã điều chỉnh, ${before}`;
  }
  return phrase === undefined || phrase === '' ? words : `${words}; văn bản ghi “${phrase}”`;
}

/** "Còn" or "Quá hạn", counted to the message's day; nothing without a deadline. */
export function timeRows(facts: MessageFacts): FactRow[] {
  const time = timeToDue(facts);
  if (time.state === 'none') return [];
  const asOf = `tính đến ngày ${dateOf(facts.at)}`;
  if (time.state === 'left') {
    const value = time.days === 0 ? 'Đến hạn trong ngày' : daysWords(time.days, time.workingDays);
    return [{ label: 'Còn', value: `${value}, ${asOf}` }];
  }
  const value = time.days === 0 ? 'Từ hôm nay' : daysWords(time.days, time.workingDays);
  return [{ label: 'Quá hạn', value: `${value}, ${asOf}` }];
}

/** How far the work is and what it waits for, as reported: what an escalation should say beside "late". */
export function workRows({ progress, silentPartners = [] }: MessageFacts): FactRow[] {
  const rows: FactRow[] = [];
  if (progress !== undefined) {
    const percent = progress.percent === undefined ? '' : ` (${progress.percent} %)`;
    rows.push({ label: 'Tiến độ', value: `Ngày ${dateOf(progress.at)}${percent}: ${progress.text}` });
    if (progress.blockedBy !== undefined) rows.push({ label: 'Vướng mắc', value: `Do ${progress.blockedBy}` });
  }
  if (silentPartners.length > 0) {
    rows.push({ label: 'Chưa có ý kiến', value: `${nameList(silentPartners)} (phối hợp)` });
  }
  return rows;
}

/** What is still to be explained, in a message about something else: of two that fall on one day one speaks for both. */
export function explanationRows({ explanation, kind, recipient, at }: MessageFacts): FactRow[] {
  if (explanation === undefined || OWN_KINDS.has(kind) || audienceOf(recipient.role) === 'cooperating') return [];
  const until = `hết ngày ${formatDay(explanation.due)}`;
  const value = dayOf(at) > explanation.due ? `Chưa gửi; thời hạn là ${until}, đã qua` : `Chậm nhất ${until}`;
  return [{ label: 'Giải trình', value }];
}

/** Messages whose own words say so. */
const OWN_KINDS: ReadonlySet<PostKind> = new Set(['explanation-asked', 'explanation-reminder', 'unexplained']);

const SHOWN = 5;
const PEOPLE_SHOWN = 3;

/** What was sent before, day by day. "Đã gửi" only for what a channel accepted; what nobody knows is called so. */
export function earlierRows(facts: MessageFacts): FactRow[] {
  const before = (facts.earlier ?? []).filter((m) => m.at <= facts.at);
  const taken = before.filter((m) => wasTaken(m.outcome));
  const told = new Set(taken.map(occasionOf));
  const unclear = days(before.filter((m) => m.outcome === 'unknown' && !told.has(occasionOf(m))));
  const sent = days(taken);
  const rows: FactRow[] = [];
  if (sent.length > 0) rows.push({ label: 'Đã gửi', value: `${sent.length} lần: ${tail(sent)}` });
  if (unclear.length > 0) rows.push({ label: 'Chưa rõ kết quả', value: `${unclear.length} lần: ${tail(unclear)}` });
  return rows;
}

function occasionOf({ at, to }: EarlierMessage): string {
  return `${dayOf(at)} ${to}`;
}

/** One line for each day with the people it reached, however many channels carried it. */
function days(messages: readonly EarlierMessage[]): string[] {
  const byDay = new Map<string, Set<string>>();
  for (const { at, to } of [...messages].sort((a, b) => a.at - b.at)) {
    const day = formatDay(dayOf(at));
    byDay.set(day, (byDay.get(day) ?? new Set()).add(to));
  }
  return [...byDay].map(([day, people]) => `${day} (${peopleWords([...people])})`);
}

function peopleWords(people: readonly string[]): string {
  const rest = people.length - PEOPLE_SHOWN;
  return rest > 1 ? `${people.slice(0, PEOPLE_SHOWN).join(', ')} và ${rest} người khác` : people.join(', ');
}

function tail(lines: readonly string[]): string {
  return lines.length <= SHOWN ? lines.join('; ') : `…; ${lines.slice(-SHOWN).join('; ')}`;
}
