import { present } from '../dsl/present.ts';
import { addDays } from '../dsl/time/day.ts';
import { resolve } from './atom.ts';
import { atomAt } from './days.ts';
import { type EventPhrase, eventAt } from './event.ts';
import { collapse } from './event-words.ts';
import { type EveryUnit, everyAt } from './every.ts';
import { leftOpenAt } from './left-open.ts';
import { limitAt } from './limit.ts';
import { operatorRun } from './operator.ts';
import { at, type Parse, parseOf, sentenceStart, wordsAt } from './parse.ts';
import type { Reading } from './reading.ts';
import { type Recurring, recurringAfter, recurringFirst, recurringWith } from './recurrence.ts';
import { refined } from './refine.ts';
import { firstOn, written } from './rrule.ts';
import { termAt } from './term.ts';
import { GAP, is, type PhraseToken } from './token.ts';
import type { Deadline, DeadlineContext } from './types.ts';
import { urgentAt } from './urgent.ts';

/**
 * Every deadline in a text, in order of appearance. Spans are `[start, end)` in UTF-16 code units of the text as given
 * (any Unicode form). Citations, fractions, enumerators, document numbers, reporting periods, targets and past meetings
 * give none. Never throws on any text; time is linear in its length. The anchor must be a real day (`RangeError` else).
 */
export function readDeadlines(text: string, context: DeadlineContext): Deadline[] {
  const p = parseOf(text, context);
  const found: Reading[] = [];
  // "hằng năm" may be no deadline by itself and still say what a day later in its sentence is.
  const yearly: Reading[] = [];
  for (let i = 0; i < p.tokens.length; ) {
    const readings = opens(p, i) ? readingsAt(p, i) : [];
    for (const r of readings) settled(p, r, found);
    const kept = readings.flatMap((r) => refined(p, linked(p, r, found, yearly)) ?? []);
    for (const r of kept) found.push(r);
    for (const r of readings) if (r.every === 'year' && r.openEnded === true && !kept.includes(r)) yearly.push(r);
    // A phrase the refiners refuse is passed over whole: its inside is no deadline either.
    i = Math.max(i + 1, ...readings.map((r) => r.to));
  }
  return found.map((r) => deadline(p, r));
}

/** Kinds of token that can open a phrase: a look at each is cheap, and prose has few of them. */
const OPENERS = new Set(
  `ngày tháng năm quý tuần từ đến tới trước sau trong hết hạn hằng mỗi từng mồng rằm thứ chủ hôm mai đầu giữa cuối nửa thượng trung hạ
  những các chậm muộn trễ không tối nội ngay bắt tính kể vào đúng dịp lúc cho tại định khi lễ tết quốc giỗ giao vu phật giáng noel nguyên
  giai nhiệm thời ít sáng trưa chiều đêm buổi một hai ba bốn năm sáu bảy tám chín mười khẩn kịp hoả lập nhanh đẩy càng sớm thường theo
  kết deadline cứ giờ khai ông # T# Q# clock`
    .trim()
    .split(/\s+/),
);

function opens(p: Parse, i: number): boolean {
  const t = at(p, i);
  // The middle of 123/45/6 or 1.234,5 opens nothing.
  if (t.kind === '#' && t.gap === GAP.none && INSIDE_NUMBERS.has(at(p, i - 1).kind) && at(p, i - 1).gap === GAP.none)
    return false;
  return OPENERS.has(t.kind) || t.bare !== '';
}

const INSIDE_NUMBERS = new Set(['/', '.', ',']);

function readingsAt(p: Parse, i: number): Reading[] {
  const recurring = recurringFirst(p, i);
  if (recurring) return recurringReadings(p, i, recurring);
  const run = operatorRun(p, i);
  const open = run && leftOpenAt(p, i, run);
  if (open) return [open];
  if (run && run.operator !== 'from' && run.operator !== 'after') {
    const after = recurringAfter(p, run.end, run.operator === 'before');
    if (after) return recurringReadings(p, i, after);
  } else if (!run) {
    const after = recurringAfter(p, i, false);
    if (after) return recurringReadings(p, i, after);
  }
  const limit = limitAt(p, i, run);
  const term = termAt(p, i, run);
  if (term && (!limit || limit.every((r) => r.to < term.to))) return [term];
  if (limit) return eachUntil(p, i, limit) ?? limit;
  const event = eventAt(p, i);
  if (event) return [eventReading(p, i, event)];
  const urgent = urgentAt(p, i);
  if (urgent)
    return [
      {
        from: i,
        to: urgent.end,
        kind: urgent.rule === 'continuous' ? 'recurring' : urgent.rule === 'on-schedule' ? 'event' : 'urgent',
        due: null,
        rule: urgent.rule,
        confidence: 0.5,
        operator: 'none',
      },
    ];
  return [];
}

/** "Từ nay đến hết ngày 15/3, hằng ngày …": the stretch in which a duty comes again, and no limit of its own. */
function eachUntil(p: Parse, i: number, limit: readonly Reading[]): Reading[] | null {
  const [stretch] = limit;
  if (!stretch?.due || limit.length > 1 || !is(at(p, i), 'từ') || at(p, stretch.to).kind !== ',') return null;
  const each = recurringFirst(p, stretch.to + 1);
  if (!each?.recurrence || each.recurrence.until) return null;
  const recurrence = { ...each.recurrence, ...present({ from: stretch.start }), until: stretch.due };
  const due = firstOn(p, recurrence);
  return recurringReadings(p, i, { ...each, recurrence, due, rule: 'recurring-window', confidence: 0.85 });
}

/** One for each time of the day. */
function recurringReadings(p: Parse, i: number, r: Recurring): Reading[] {
  const first = recurringReading(p, i, r);
  return [first, ...(r.times ?? []).map((dueTime) => ({ ...first, dueTime }))];
}

function recurringReading(p: Parse, i: number, r: Recurring): Reading {
  const every = everyAt(p, i);
  return {
    from: i,
    to: r.end,
    kind: 'recurring',
    due: r.due,
    ...present({
      dueTime: r.dueTime,
      recurrence: r.recurrence ? written(r.recurrence) : undefined,
      start: r.recurrence?.from,
      alternatives: r.alternatives && r.alternatives.length > 0 ? r.alternatives : undefined,
    }),
    rule: r.rule,
    confidence: r.confidence,
    operator: 'none',
    ...present({ openEnded: r.noDay }),
    ...(every && every.end === r.end ? { openEnded: true, every: every.every } : {}),
  };
}

/** Sittings with their month or day ("tại Kỳ họp thứ 12 vào tháng 11 năm 2026") have a day after all. */
function eventReading(p: Parse, i: number, e: EventPhrase): Reading {
  const base: Reading = {
    from: i,
    to: e.endToken,
    span: [e.start, e.end],
    kind: 'event',
    due: e.due,
    event: e.event,
    rule: e.rule,
    confidence: e.confidence,
    operator: 'none',
  };
  if (e.rule !== 'session' && e.rule !== 'event') return base;
  if (!wordsAt(p, i + 1, 'kỳ', 'họp') && !wordsAt(p, i + 1, 'phiên', 'họp')) return base;
  for (let k = i + 3; k < e.endToken; k++) {
    const run = operatorRun(p, k);
    const atom = atomAt(p, run?.end ?? k);
    if (
      !atom ||
      atom.rule === 'year' ||
      atom.rule === 'years' ||
      atom.rule === 'weekday' ||
      atom.rule === 'day-of-month' ||
      atom.bareNumbers
    )
      continue;
    const range = resolve(p, atom, 'last');
    if (!range) continue;
    const event = collapse(p.text.slice(at(p, i + 1).start, at(p, k - 1).end));
    const stretch: Reading = {
      ...base,
      to: atom.end,
      span: [e.start, at(p, atom.end - 1).end],
      event,
      opens: range.first,
      grain: atom.grain,
      operator: 'within',
      ...present({ dated: atom.dated }),
    };
    // Before a sitting whose day is open: the safe day is offered, not claimed.
    if (atom.rule.startsWith('part-'))
      return { ...base, confidence: 0.45, alternatives: [e.rule === 'event' ? addDays(range.first, -1) : range.last] };
    if (e.rule === 'event') return { ...stretch, operator: 'before', alternatives: [addDays(range.first, -1)] };
    // "kỳ họp giữa năm": the month is not said.
    return { ...stretch, due: range.last, confidence: 0.8 };
  }
  return base;
}

/** "Hằng tháng, các đơn vị gửi báo cáo trước ngày 20": the period and its day stand apart in one sentence. */
function linked(p: Parse, r: Reading, found: Reading[], yearly: readonly Reading[]): Reading {
  if (r.days === undefined || r.dated || r.grain !== 'day') return r;
  const start = sentenceStart(p, r.from);
  const mark = lastSince(found, start, (f) => f.openEnded === true && f.every !== undefined);
  const every = mark?.every ?? reportPeriod(p, r) ?? yearlyDuty(p, r, start, yearly);
  if (!every) return r;
  const made = recurringWith(p, every, r.days, r.operator === 'before');
  if (!made) return r;
  if (mark) found.splice(found.lastIndexOf(mark), 1);
  return { ...recurringReading(p, r.from, made), openEnded: false };
}

/** "báo cáo kết quả thực hiện hằng năm … trước ngày 20/11": a day without its year, of what is done each year. */
function yearlyDuty(p: Parse, r: Reading, start: number, yearly: readonly Reading[]): EveryUnit | undefined {
  if (!r.rule.endsWith('-date-no-year')) return undefined;
  const mark = lastSince(yearly, start, () => true);
  if (!mark) return undefined;
  const between = p.text.slice(at(p, start).start, at(p, mark.from).start).normalize('NFC').toLowerCase();
  return /báo cáo|tổng hợp|đánh giá|sơ kết|rà soát|gửi/u.test(between) ? 'year' : undefined;
}

/** The last reading from `start` on that fits; readings before it are not looked at, so that long texts stay linear. */
function lastSince(found: readonly Reading[], start: number, fits: (r: Reading) => boolean): Reading | undefined {
  for (let k = found.length - 1; k >= 0; k--) {
    const r = found[k];
    if (!r || r.from < start) return undefined;
    if (fits(r)) return r;
  }
  return undefined;
}

/** "Định kỳ hằng quý, … trước ngày 15 của tháng cuối quý": the day says when the period named before it ends. */
function settled(p: Parse, r: Reading, found: Reading[]): void {
  if (r.kind !== 'recurring' || r.openEnded === true || !r.recurrence) return;
  const start = sentenceStart(p, r.from);
  const mark = lastSince(found, start, (f) => f.openEnded === true && f.rule === r.rule);
  if (mark) found.splice(found.lastIndexOf(mark), 1);
}

/** "báo cáo tháng trước ngày 20", "báo cáo tuần: thứ Sáu". */
function reportPeriod(p: Parse, r: Reading): EveryUnit | undefined {
  const k = at(p, r.from - 1).kind === ':' ? r.from - 2 : r.from - 1;
  if (!wordsAt(p, k - 2, 'báo', 'cáo')) return undefined;
  if (r.rule.endsWith('-day-of-month') && wordsAt(p, k, 'tháng')) return 'month';
  return r.rule.endsWith('-weekday') && wordsAt(p, k, 'tuần') ? 'week' : undefined;
}

function deadline(p: Parse, r: Reading): Deadline {
  const first: PhraseToken = at(p, r.from);
  const last: PhraseToken = at(p, r.to - 1);
  const span = r.span ?? ([first.start, last.end] as const);
  return {
    phrase: collapse(p.text.slice(span[0], span[1])),
    span,
    kind: r.kind,
    due: r.due,
    ...present({
      dueTime: r.dueTime,
      from: r.start,
      recurrence: r.recurrence,
      duration: r.duration,
      since: r.since || undefined,
      event: r.event,
    }),
    rule: r.rule,
    confidence:
      Math.round(
        (first.bare === '' && last.bare === '' && at(p, r.from + 1).bare === '' ? 1 : 0.8) * r.confidence * 100,
      ) / 100,
    ...present({
      alternatives: r.alternatives && r.alternatives.length > 0 ? r.alternatives : undefined,
      provisional: r.provisional,
    }),
  };
}
