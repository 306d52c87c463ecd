import type { DirectiveView } from '../register/index.ts';
import { notUsed } from '../texts/outcomes.ts';

type Message = Pick<DirectiveView['messages'][number], 'outcome' | 'channel' | 'reason' | 'postKey' | 'personId'>;

/**
 * What waits for a channel by which nothing is sent, or was left out of it for that, says nothing where its reader is
 * told of the very step by another.
 */
export function withoutUnusedChannels<M extends Message>(messages: readonly M[], sending: ReadonlySet<string>): M[] {
  const idle = ({ outcome, channel, reason }: Message) =>
    channel !== null &&
    ((outcome === 'planned' && !sending.has(channel)) || (outcome === 'skipped' && reason === notUsed(channel)));
  const toldOtherwise = (one: Message) =>
    messages.some((m) => m.postKey === one.postKey && m.personId === one.personId && m.channel !== null && !idle(m));
  return messages.filter((m) => !idle(m) || !toldOtherwise(m));
}
