export { type AwaitedEvent, awaitedEvent, dueByEvent, type EventDue, eventKey } from './event-due.ts';
export { readDeadlines } from './read.ts';
export type { Deadline, DeadlineContext, DeadlineKind } from './types.ts';
