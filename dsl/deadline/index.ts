export { readDeadlines } from './read.ts';
export type { Deadline, DeadlineContext, DeadlineKind } from './types.ts';
