export { cutAtWord, manyLines, oneLine } from './clean.ts';
export { composeMessage } from './compose.ts';
export type {
  DeadlineEvent,
  DigestItem,
  DigestSection,
  FactRow,
  MessageContent,
  MessageLink,
  ZaloContent,
} from './content.ts';
export { composeDigest, type Gathered } from './digest.ts';
export type { DirectiveFacts, EarlierMessage, MessageFacts, Origin, Progress, Recipient } from './facts.ts';
