import { dayOf } from '../../dsl/time/day.ts';
import { wasTaken } from '../outcomes.ts';
import type { FactRow } from './content.ts';
import { daysWords, dueWords, timeToDue } from './due.ts';
import type { DirectiveFacts, EarlierMessage, MessageFacts } from './facts.ts';
import { capital, dateOf, dayWords, leadWords, nameList, noticeWords } from './words.ts';

/** The rows every message shows: what, by which notice, who, until when. */
export function commonRows(facts: MessageFacts): FactRow[] {
  const { directive } = facts;
  const rows: FactRow[] = [
    { label: 'Nhiệm vụ', value: directive.localId === '' ? 'Nội dung trích dưới đây' : `Mục ${directive.localId}` },
    { label: 'Căn cứ', value: noticeWords(directive) },
    { label: 'Chủ trì', value: capital(directive.leadNames.length > 0 ? leadWords(directive) : 'chưa xác định') },
  ];
  if (directive.cooperatingNames.length > 0) {
    rows.push({ label: 'Phối hợp', value: nameList(directive.cooperatingNames) });
  }
  if (directive.supervisorNames.length > 0) {
    rows.push({ label: 'Theo dõi', value: nameList(directive.supervisorNames) });
  }
  rows.push({ label: 'Hạn', value: dueRow(directive) });
  return rows;
}

function dueRow(directive: DirectiveFacts): string {
  const { due, dueTime, phrase, originalDue } = directive;
  const words = due === null || due === undefined ? 'Không quy định thời hạn' : capital(dueWords(due, dueTime));
  if (originalDue !== undefined && originalDue !== (due ?? null)) {
    const before =
      originalDue === null ? 'văn bản không quy định thời hạn' : `văn bản ghi hạn ${dayWords(originalDue)}`;
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

const SHOWN = 5;

/** What was sent before. "Đã gửi" only for what a channel accepted; what nobody knows is called so. */
export function earlierRows(facts: MessageFacts): FactRow[] {
  const before = (facts.earlier ?? []).filter((m) => m.at <= facts.at);
  const sent = occasions(before.filter((m) => wasTaken(m.outcome)));
  const unclear = occasions(before.filter((m) => m.outcome === 'unknown')).filter((line) => !sent.includes(line));
  const rows: FactRow[] = [];
  if (sent.length > 0) rows.push({ label: 'Đã gửi', value: `${sent.length} lần: ${tail(sent)}` });
  if (unclear.length > 0) rows.push({ label: 'Chưa rõ kết quả', value: `${unclear.length} lần: ${tail(unclear)}` });
  return rows;
}

/** One line for each day and person, however many channels carried it. */
function occasions(messages: readonly EarlierMessage[]): string[] {
  const sorted = [...messages].sort((a, b) => a.at - b.at);
  return [...new Set(sorted.map((m) => `${dayWords(dayOf(m.at))} (${m.to})`))];
}

function tail(lines: readonly string[]): string {
  return lines.length <= SHOWN ? lines.join('; ') : `…; ${lines.slice(-SHOWN).join('; ')}`;
}
