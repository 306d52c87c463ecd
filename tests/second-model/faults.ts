import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Preview } from './against.ts';

/* Copies of the engine with one fault each, such as people make. */

export interface Fault {
  readonly what: string;
  /** In `dsl`, which words become which. */
  readonly file: string;
  readonly words: string;
  readonly become: string;
}

export const FAULTS: readonly Fault[] = [
  {
    what: 'a reminder of the day of assignment comes beside the assignment',
    file: 'rules/ladder.ts',
    words: 'first > this.roundDay',
    become: 'first >= this.roundDay',
  },
  {
    what: 'what was late from the start is counted from the deadline',
    file: 'rules/ladder.ts',
    words: 'Math.max(due, this.roundDay)',
    become: 'due',
  },
  {
    what: 'the lead is asked for news though it is late',
    file: 'rules/ladder.ts',
    words: 'clock.until !== undefined && day > clock.until',
    become: 'false',
  },
  {
    what: 'a rung that repeats comes once too rarely',
    file: 'rules/rungs.ts',
    words: 'length: rung.atMost ?? 1 }',
    become: 'length: (rung.atMost ?? 2) - 1 }',
  },
  {
    what: 'of two steps for one role the first of the ladder speaks',
    file: 'rules/decide.ts',
    words: 'STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage]',
    become: 'STAGE_ORDER[b.stage] - STAGE_ORDER[a.stage]',
  },
  {
    what: 'before the deadline a day off moves to the day worked after it',
    file: 'time/day-count.ts',
    words: 'nextWorkedNumber(calendar, there, -1)',
    become: 'nextWorkedNumber(calendar, there, 1)',
  },
  {
    what: 'a rung that speaks of some directives only speaks of those it leaves out',
    file: 'policy/conditions.ts',
    words: '!(unless && meets(unless, traits, isDated))',
    become: 'unless !== null',
  },
  {
    what: 'a suspension gives back a day too few',
    file: 'rules/acts/office.ts',
    words: 'addDays(state.due, days)',
    become: 'addDays(state.due, days - 1)',
  },
  {
    what: 'a lead that takes its result back begins a new round',
    file: 'rules/acts/result.ts',
    words: 'follows(directive, WITHDRAWN_STOPS_NOTHING)',
    become: 'follows(directive, WITHDRAWN_STOPS_NOTHING + 1) && false',
  },
  {
    what: 'what was told when a result was taken back counts as heard, however soon the next one came in',
    file: 'rules/acts/result.ts',
    words: 'unheard && last !== undefined',
    become: 'unheard && last === day',
  },
  {
    what: 'a Saturday worked in exchange is a day off',
    file: 'time/work-calendar.ts',
    words: ': worked.has(n)',
    become: ': worked.has(n) && n < 0',
  },
];

/** The preview of a copy with this fault. */
export async function spoilt({ file, words, become }: Fault): Promise<Preview> {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-spoilt-'));
  cpSync(fileURLToPath(new URL('../../dsl', import.meta.url)), folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(words).length !== 2) throw new Error(`${file} has “${words}” not once`);
  writeFileSync(path, text.replace(words, become));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  try {
    return ((await import(pathToFileURL(join(folder, 'rules/preview.ts')).href)) as { preview: Preview }).preview;
  } finally {
    // What was loaded stays loaded.
    rmSync(folder, { recursive: true });
  }
}
