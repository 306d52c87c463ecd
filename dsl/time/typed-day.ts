import { present } from '../present.ts';
import { type ClockTime, type Day, dayOfParts, isDay } from './day.ts';

const WRITTEN = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/;

/** A day as people type it: `dd/mm/yyyy` (or with dots or hyphens), or `YYYY-MM-DD`. Undefined where it is none. */
export function typedDay(text: string): Day | undefined {
  const typed = text.trim();
  if (isDay(typed)) return typed;
  const [, date, month, year] = WRITTEN.exec(typed) ?? [];
  return (year && dayOfParts(Number(year), Number(month), Number(date))) || undefined;
}

const WITH_TIME = /^(\S+)(?:[ T]([01]\d|2[0-3]):([0-5]\d))?$/;

/** The same with an hour, where one is given: `dd/mm/yyyy HH:MM`. */
export function typedDayTime(text: string): { readonly day: Day; readonly time?: ClockTime } | undefined {
  const [, words = '', hour, minute] = WITH_TIME.exec(text.trim()) ?? [];
  const day = typedDay(words);
  if (day === undefined) return undefined;
  return { day, ...present({ time: hour === undefined ? undefined : `${hour}:${minute}` }) };
}
