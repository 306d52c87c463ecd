import { addDays, type Day } from '../dsl/time/day.ts';
import { eventWords } from './event-words.ts';
import { at, type Parse, wordsAt } from './parse.ts';
import type { RuleId } from './rules.ts';
import { is } from './token.ts';

export interface EventPhrase {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Index of the first token after it. */
  readonly endToken: number;
  readonly event: string;
  readonly rule: RuleId;
  /** The last day on time where the day of the event is known; null where none follows from it ("sau khi …"). */
  readonly due: Day | null;
  readonly confidence: number;
}

/** Sittings and gatherings known by name rather than by day. */
const GATHERINGS: readonly (readonly string[])[] = [
  ['kỳ', 'họp'],
  ['phiên', 'họp'],
  ['cuộc', 'họp'],
  ['buổi', 'họp'],
  ['đại', 'hội'],
  ['hội', 'nghị'],
  ['kỳ', 'thi'],
  ['mùa', 'mưa'],
  ['mùa', 'bão'],
  ['mùa', 'khô'],
  ['năm', 'học', 'mới'],
  ['thời', 'điểm'],
  ['thềm', 'đại', 'hội'],
  ['lễ', 'khai', 'giảng'],
  ['ngày', 'khai', 'mạc'],
  ['ngày', 'bầu', 'cử'],
  ['ngày', 'họp'],
];

/** "trước khi …", "(ngay) sau khi …", "trước Đại hội …", "tại phiên họp …", "cho đến khi …": a limit whose day is not in the words. */
export function eventAt(p: Parse, i: number): EventPhrase | null {
  const t = at(p, i);
  let k = i;
  if (wordsAt(p, i, 'ngay', 'sau') || wordsAt(p, i, 'cho', 'đến') || wordsAt(p, i, 'cho', 'tới')) k += 2;
  else if (is(t, 'trước') || is(t, 'sau') || is(t, 'tại') || is(t, 'đến') || is(t, 'trong') || is(t, 'ngay')) k++;
  else return null;
  const trigger = is(t, 'sau') || is(t, 'ngay');
  if (is(at(p, k), 'khi') && !is(t, 'tại') && !is(t, 'trong')) {
    return phrase(p, i, k + 1, trigger ? 'trigger' : 'event', 0.6);
  }
  if (is(at(p, k), 'ngày') && wordsAt(p, k + 1, 'đại', 'hội')) k++;
  const gathering = GATHERINGS.some((g) => wordsAt(p, k, ...g));
  if (!gathering) return null;
  return phrase(p, i, k, is(t, 'tại') || is(t, 'trong') ? 'session' : trigger ? 'trigger' : 'event', 0.55);
}

function phrase(p: Parse, from: number, eventFrom: number, rule: RuleId, confidence: number): EventPhrase | null {
  const event = eventWords(p, eventFrom);
  if (event.endToken <= eventFrom || event.text === '') return null;
  const due = dueOf(p, from, rule);
  return {
    start: at(p, from).start,
    end: event.end,
    endToken: event.endToken,
    event: event.text,
    rule,
    due,
    confidence,
  };
}

/** "trước …" is the day before; at, during or until it, the day itself; "(ngay) sau khi …" begins there and ends nowhere. */
function dueOf(p: Parse, from: number, rule: RuleId): Day | null {
  if (p.eventOn === null || rule === 'trigger') return null;
  return is(at(p, from), 'trước') ? addDays(p.eventOn, -1) : p.eventOn;
}
