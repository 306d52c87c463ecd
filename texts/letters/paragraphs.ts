import { type Day, dayOf } from '../../dsl/time/day.ts';
import { nameList } from '../format.ts';
import { daysSince, daysWords, eventPhrase, timeToDue } from '../messages/due.ts';
import type { DirectiveFacts, MessageFacts } from '../messages/facts.ts';
import { leadWords, noticeWords, sentence } from '../messages/words.ts';
import { oneLine } from '../plain-text.ts';
import { isOwnRule } from '../rules.ts';
import type { LetterParagraph } from './content.ts';
import { letterDay } from './dates.ts';
import { urgingDays } from './urgings.ts';

/** More days than this in a sentence say less. */
const DAYS_NAMED = 6;

/** "Thông báo số 41/TB-UBND", or its day where it has no number. */
export function noticeShort(directive: DirectiveFacts): string {
  const { noticeIssued, ...undated } = directive;
  const named = noticeWords({ ...undated, issuer: '' });
  return directive.noticeNumber === null && noticeIssued !== undefined
    ? `${named} ngày ${letterDay(noticeIssued)}`
    : named;
}

/** The body of a letter that urges the lead: what was given, how it stands, what was done, what is asked. */
export function urgingParagraphs(facts: MessageFacts, body: string): LetterParagraph[] {
  const plain = [urged(facts), progress(facts)].filter((text) => text !== '');
  return [
    ...grounds(facts),
    { text: given(facts.directive) },
    ...quoted(facts.directive.text),
    { text: standing(facts) },
    ...plain.map((text) => ({ text })),
    ...asked(facts, body).map((text) => ({ text })),
  ];
}

/** A letter stands on documents of the State; what an office agreed on for itself is no ground for others. */
function grounds({ source }: MessageFacts): LetterParagraph[] {
  if (source === undefined || isOwnRule(source.source)) return [];
  return [{ text: oneLine(`Căn cứ ${source.source}${source.words === undefined ? '' : ` (${source.words})`};`) }];
}

function given(directive: DirectiveFacts): string {
  const { noticeNumber, noticeIssued, issuer, cooperatingNames, localId } = directive;
  const notice = [
    noticeShort(directive),
    noticeNumber === null || noticeIssued === undefined ? '' : `ngày ${letterDay(noticeIssued)}`,
    issuer === '' ? '' : `của ${issuer}`,
  ];
  const partners = cooperatingNames.length === 0 ? '' : `, phối hợp với ${nameList(cooperatingNames)}`;
  const place = localId === '' ? '' : ` (mục ${localId})`;
  return `Tại ${notice.filter(Boolean).join(' ')}, ${leadWords(directive)} được giao chủ trì${partners} thực hiện nhiệm vụ${place}:`;
}

function quoted(text: string): LetterParagraph[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line, i) => ({
    text: `${i === 0 ? '“' : ''}${line}${i === lines.length - 1 ? '”' : ''}`,
    quote: true,
  }));
}

/** The deadline, and what has not been seen: never more than the record holds. */
function standing(facts: MessageFacts): string {
  const { directive, officeName, kind, assignedAt, lastSignAt } = facts;
  const lead = leadWords(directive);
  const today = letterDay(dayOf(facts.at));
  const deadline = deadlineWords(directive);
  const time = timeToDue(facts);
  const late =
    time.state === 'late' ? `, đã quá hạn${time.days > 0 ? ` ${daysWords(time.days, time.workingDays)}` : ''}` : '';
  const first = sentence(deadline, late);
  switch (kind) {
    case 'acknowledge-reminder':
    case 'unacknowledged-escalation': {
      const since =
        assignedAt === undefined ? '' : `Nhiệm vụ đã được giao từ ngày ${letterDay(dayOf(assignedAt))}; đến`;
      return `${first} ${since || 'Đến'} ngày ${today}, ${officeName} chưa ghi nhận xác nhận đã nhận nhiệm vụ của ${lead}.`;
    }
    case 'silence-reminder':
    case 'silence-escalation': {
      const sign =
        lastSignAt === undefined
          ? ''
          : ` Thông tin gần nhất của ${lead} là ngày ${letterDay(dayOf(lastSignAt))}, đã ${daysSince(facts, lastSignAt)}.`;
      return `${first}${sign} Đến ngày ${today}, ${officeName} chưa ghi nhận thông tin mới về tiến độ thực hiện.`;
    }
    default:
      return `${first} Đến ngày ${today}, ${officeName} chưa ghi nhận báo cáo kết quả thực hiện của ${lead}.`;
  }
}

function deadlineWords(directive: DirectiveFacts): string {
  const { due, dueTime, originalDue } = directive;
  const event = eventPhrase(directive);
  if (event !== undefined && (due === null || due === undefined)) return `Thời hạn hoàn thành nhiệm vụ là “${event}”`;
  if (due === null || due === undefined) return 'Văn bản không quy định thời hạn hoàn thành';
  const until = dueTime === undefined ? `hết ngày ${letterDay(due)}` : `${hour(dueTime)} ngày ${letterDay(due)}`;
  const before =
    originalDue === undefined || originalDue === due
      ? ''
      : originalDue === null
        ? event === undefined
          ? ' (được quy định sau khi ban hành văn bản)'
          : ` (văn bản quy định “${event}”)`
        : ` (được điều chỉnh từ ngày ${letterDay(originalDue)})`;
  return `Thời hạn hoàn thành nhiệm vụ là ${until}${before}`;
}

function hour(time: string): string {
  return `${time.slice(0, 2)} giờ ${time.slice(3)}`;
}

function urged(facts: MessageFacts): string {
  const days = urgingDays(facts);
  const { directive, officeName } = facts;
  if (days.length === 0) return '';
  const lead = leadWords(directive);
  if (days.length === 1) return `${officeName} đã đôn đốc ${lead} 1 lần, ngày ${dayList(days)}.`;
  const shown = days.slice(-DAYS_NAMED);
  const which = shown.length < days.length ? `${shown.length} lần gần nhất vào các ngày` : 'vào các ngày';
  return `${officeName} đã đôn đốc ${lead} ${days.length} lần, ${which} ${dayList(shown)}.`;
}

function dayList(days: readonly Day[]): string {
  return nameList(days.map(letterDay));
}

function progress({ directive, progress, silentPartners = [] }: MessageFacts): string {
  const texts: string[] = [];
  if (progress !== undefined) {
    const { at, percent, text, blockedBy } = progress;
    const done = percent === undefined ? '' : ` (đạt ${percent} %)`;
    const blocked = blockedBy === undefined ? '' : `; vướng mắc do ${blockedBy}`;
    texts.push(
      sentence(`Theo báo cáo ngày ${letterDay(dayOf(at))} của ${leadWords(directive)}${done}: “${text}”${blocked}`),
    );
  }
  if (silentPartners.length > 0) {
    texts.push(`Cơ quan phối hợp chưa có thông tin: ${nameList(silentPartners)}.`);
  }
  return texts.join(' ');
}

const ON_RECEIPT = 'ngay sau khi nhận được Công văn này';

function asked(facts: MessageFacts, body: string): string[] {
  const { directive, officeName, kind } = facts;
  const lead = leadWords(directive);
  const partners = nameList(directive.cooperatingNames);
  const left =
    timeToDue(facts).state === 'left' && directive.due
      ? `, hoàn thành trước khi hết ngày ${letterDay(directive.due)}`
      : '';
  const silent = kind === 'silence-reminder' || kind === 'silence-escalation';
  const unheard = kind === 'acknowledge-reminder' || kind === 'unacknowledged-escalation';
  const request = unheard
    ? `xác nhận đã nhận nhiệm vụ với ${officeName} ${ON_RECEIPT}, tổ chức thực hiện${left} và báo cáo kết quả theo quy định`
    : silent
      ? `báo cáo tiến độ thực hiện về ${officeName} ${ON_RECEIPT}, kể cả khi chưa có kết quả, nêu rõ khó khăn, vướng mắc (nếu có); tiếp tục tổ chức thực hiện nhiệm vụ${left}`
      : `khẩn trương hoàn thành nhiệm vụ${left}, gửi báo cáo kết quả về ${officeName} ${ON_RECEIPT}; trường hợp chưa hoàn thành, báo cáo rõ nguyên nhân, trách nhiệm và thời gian dự kiến hoàn thành`;
  const requests = [
    `${body} đề nghị ${lead} ${request}.`,
    ...(partners === '' ? [] : [`Đề nghị ${partners} phối hợp chặt chẽ với ${lead} trong quá trình thực hiện.`]),
  ];
  // "./." says that the text ends here.
  return requests.map((text, i) => (i === requests.length - 1 ? text.replace(/\.$/, './.') : text));
}
