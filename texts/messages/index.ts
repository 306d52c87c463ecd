export { cutAtWord, manyLines, oneLine } from './clean.ts';
export { composeMessage } from './compose.ts';
export type { FactRow, MessageContent, ZaloContent } from './content.ts';
export type { DirectiveFacts, EarlierMessage, MessageFacts, Recipient } from './facts.ts';
