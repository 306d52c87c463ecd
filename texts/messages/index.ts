export { cutAtWord, manyLines, oneLine } from './clean.ts';
export { composeMessage } from './compose.ts';
export type { DeadlineEvent, FactRow, MessageContent, MessageLink, ZaloContent } from './content.ts';
export type { DirectiveFacts, EarlierMessage, MessageFacts, Progress, Recipient } from './facts.ts';
