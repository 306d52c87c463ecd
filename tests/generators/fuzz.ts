import type { readDeadlines } from '../../deadline/index.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { readNotices } from '../../notices/index.ts';
import { spoiltBytes, spoiltText } from './mutate.ts';

/** What is fuzzed: the sources in the tests, the built product in the bench. */
export interface Reader {
  readonly readDeadlines: typeof readDeadlines;
  readonly readNotices: typeof readNotices;
  readonly decodeNotice: (bytes: Uint8Array, path: string) => string;
  readonly calendar: WorkCalendar;
}

const ANCHOR = '2025-02-24';

/**
 * One round: a spoilt file is decoded and read, first as a notice and then for deadlines. Returns what is wrong, or
 * null. A refusal in words (`UserError`) is an answer; anything else thrown is a crash.
 */
export function fuzzRound(seed: number, reader: Reader): string | null {
  let text: string | null;
  if (seed % 3 === 0) {
    try {
      text = reader.decodeNotice(spoiltBytes(seed), 'fuzz.txt');
    } catch (error) {
      if (!isRefusal(error)) return `decode: ${describe(error)}`;
      text = null;
    }
  } else text = spoiltText(seed);
  if (text === null) return null;
  return notices(seed, text, reader) ?? deadlines(text, reader);
}

function notices(seed: number, text: string, { readNotices, calendar }: Reader): string | null {
  try {
    // Without a day given, a notice whose header is spoilt may be refused.
    const found = readNotices(text, seed % 2 === 0 ? { calendar } : { calendar, issued: ANCHOR });
    for (const notice of found) {
      if (!inside(text, notice.span)) return `notice span ${notice.span} of ${text.length}`;
      for (const d of notice.directives) {
        if (!inside(text, d.span) || text.slice(d.span[0], d.span[1]) !== d.text) return `directive span ${d.span}`;
        for (const name of [...d.lead, ...d.cooperating, ...d.supervisor])
          if (name.span !== null && !inside(text, name.span)) return `name span ${name.span}`;
        for (const x of d.deadlines) if (!inside(text, x.span)) return `deadline span ${x.span}`;
      }
    }
    return null;
  } catch (error) {
    return isRefusal(error) ? null : `readNotices: ${describe(error)}`;
  }
}

function deadlines(text: string, { readDeadlines, calendar }: Reader): string | null {
  try {
    for (const d of readDeadlines(text, { anchor: ANCHOR, calendar })) {
      if (!inside(text, d.span)) return `phrase span ${d.span} of ${text.length}`;
      for (const day of [d.due, d.from, ...(d.alternatives ?? [])])
        if (day && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return `no day: ${day}`;
    }
    return null;
  } catch (error) {
    return `readDeadlines: ${describe(error)}`;
  }
}

function inside(text: string, [start, end]: readonly [number, number]): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
}

/** By name, so that the same holds for the built product's class. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === 'UserError';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error);
}
