import { present } from '../dsl/present.ts';
import { resolve } from './atom.ts';
import { yearPair } from './atom-period.ts';
import { atomAt } from './days.ts';
import { countedBack, endOfLength, type Length, lengthAt, type Since, sinceAt, writtenLength } from './duration.ts';
import { eventWords } from './event-words.ts';
import type { OperatorRun } from './operator.ts';
import { at, type Parse, wordsAt } from './parse.ts';
import type { Reading } from './reading.ts';
import type { RuleId } from './rules.ts';
import { is } from './token.ts';

const BACKWARD: readonly (readonly string[])[] = [
  ['qua'],
  ['vừa', 'qua'],
  ['gần', 'đây'],
  ['trước', 'đó'],
  ['trước', 'đây'],
];
const FORWARD: readonly (readonly string[])[] = [['tới'], ['tiếp', 'theo'], ['kế', 'tiếp'], ['nữa'], ['sắp', 'tới']];

/** A length of time that ends in a limit: "trong vòng 06 ngày làm việc kể từ ngày ký", "chậm nhất 3 ngày trước ngày 30/6". */
export function termAt(p: Parse, i: number, run: OperatorRun | null): Reading | null {
  const k = run?.end ?? i;
  const length = lengthAt(p, k);
  if (!length) return null;
  if (run?.operator === 'before') return ahead(p, i, length);
  if (run?.operator === 'from') return null;
  if (BACKWARD.some((b) => wordsAt(p, length.end, ...b))) return null;
  // "trong 2 ngày 15 và 16/3", "trong 5 năm 2021-2025": the number counts what follows.
  if (
    at(p, length.end).kind === '#' ||
    yearPair(p, length.end) ||
    is(at(p, length.end), 'đầu') ||
    is(at(p, length.end), 'cuối')
  )
    return null;
  const forward = FORWARD.find((f) => wordsAt(p, length.end, ...f));
  const end = length.end + (forward?.length ?? 0);
  const since = sinceAt(p, end);
  const earlier = since ? null : beforeDay(p, i, length, end, run);
  if (earlier) return earlier;
  // "ít nhất 10 ngày" is the least, not the most.
  if (run && wordsAt(p, i, 'ít', 'nhất')) return null;
  if (!run && !since && !forward && length.unit !== 'working-day' && length.unit !== 'working-hour')
    return bareLength(p, i, length, end);
  return term(p, i, run, length, end, since, forward !== undefined);
}

/** A length that is the whole text ("15 ngày") may be a limit; the refiners drop it elsewhere. */
function bareLength(p: Parse, i: number, length: Length, end: number): Reading | null {
  return i === 0 && end >= p.tokens.length ? term(p, i, null, length, end, null, false) : null;
}

function term(
  p: Parse,
  i: number,
  run: OperatorRun | null,
  length: Length,
  end: number,
  since: Since | null,
  forward: boolean,
): Reading {
  const from = since ? since.day : p.anchor;
  const counted = from === null ? null : endOfLength(p, from, length);
  const least =
    length.least !== undefined && from !== null ? endOfLength(p, from, { ...length, count: length.least }).due : null;
  const working = length.unit === 'working-day' || length.unit === 'working-hour';
  const rule: RuleId =
    since?.kind === 'event'
      ? 'duration-of-event'
      : working
        ? 'duration-working-days'
        : length.unit === 'hour'
          ? 'duration-hours'
          : 'duration';
  const sure = since
    ? since.kind === 'receipt'
      ? 0.75
      : since.kind === 'event'
        ? 0.6
        : 0.95
    : forward
      ? 0.9
      : run
        ? 0.8
        : 0.65;
  return {
    from: i,
    to: since?.end ?? end,
    kind: 'duration',
    due: counted?.due ?? null,
    duration: writtenLength(length),
    ...present({
      since: since
        ? since.kind === 'event'
          ? (since.event ?? '')
          : since.kind === 'day'
            ? (since.day ?? '')
            : since.kind
        : undefined,
      event: since?.event,
    }),
    rule,
    confidence: sure,
    ...present({
      alternatives: least !== null && least !== counted?.due ? [least] : undefined,
      provisional: counted?.provisional || undefined,
    }),
    operator: run?.operator ?? 'none',
    latest: run?.latest ?? false,
    openEnded: !since && !forward,
    grain: 'day',
  };
}

/** "trước 05 ngày", "trước 3 ngày làm việc so với ngày họp": ahead of something whose day is not said. */
function ahead(p: Parse, i: number, length: Length): Reading | null {
  const event = eventWords(p, length.end);
  return {
    from: i,
    to: length.end,
    kind: 'event',
    due: p.eventOn && countedBack(p, p.eventOn, length),
    duration: writtenLength(length),
    event: event.text,
    rule: 'duration-of-event',
    confidence: 0.4,
    operator: 'before',
    grain: 'day',
  };
}

/** "chậm nhất 05 ngày trước ngày 30/6/2025", "03 ngày làm việc trước khi họp". */
function beforeDay(p: Parse, i: number, length: Length, end: number, run: OperatorRun | null): Reading | null {
  if (!is(at(p, end), 'trước') || !run) return null;
  const base = {
    from: i,
    kind: 'before' as const,
    duration: writtenLength(length),
    operator: 'before' as const,
    grain: 'day' as const,
  };
  const atom = atomAt(p, end + 1);
  const range = atom ? resolve(p, atom, 'first') : null;
  const due = range ? countedBack(p, range.first, length) : null;
  if (atom && due !== null) {
    return { ...base, to: atom.end, due, rule: 'days-before', confidence: 0.85, dated: true };
  }
  const event = eventWords(p, end + 1);
  return {
    ...base,
    to: event.endToken,
    kind: 'event',
    due: p.eventOn && countedBack(p, p.eventOn, length),
    event: event.text,
    rule: 'duration-of-event',
    confidence: 0.5,
  };
}
