import type { Deadline, DeadlineContext } from './types.ts';

/** Every deadline in a text, in order of appearance. */
export function readDeadlines(_text: string, _context: DeadlineContext): Deadline[] {
  return [];
}
