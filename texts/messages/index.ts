export { cutAtWord, manyLines, oneLine } from '../plain-text.ts';
export { composeMessage } from './compose.ts';
export {
  type DeadlineEvent,
  type DigestItem,
  type DigestSection,
  type FactRow,
  headlineFor,
  type MessageContent,
  type MessageLink,
  type ZaloContent,
} from './content.ts';
export { composeDigest, type Gathered } from './digest.ts';
export type { DirectiveFacts, EarlierMessage, MessageFacts, Origin, Progress, Recipient, WholeFacts } from './facts.ts';
