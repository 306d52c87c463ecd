import { type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import type { DirectiveView, MessageOutcome } from '../../register/index.ts';
import { type WhyVerdict, whyDetails } from '../../texts/why.ts';

type Message = DirectiveView['messages'][number];

const VERDICTS: Readonly<Record<MessageOutcome, WhyVerdict>> = {
  planned: 'waiting',
  queued: 'waiting',
  sending: 'waiting',
  accepted: 'taken',
  delivered: 'taken',
  read: 'taken',
  unknown: 'unknown',
  refused: 'refused',
  bounced: 'bounced',
  skipped: 'skipped',
};

/** Was this message made for the day: due on it, made on it and held back, or tried on it? */
export function belongsTo(message: Message, madeAt: Instant | undefined, day: Day): boolean {
  return dayOf(message.at) === day || (madeAt !== undefined && dayOf(madeAt) === day && message.at > madeAt);
}

/** What is known of a message, never stronger than its evidence. */
export function verdictOf(
  message: Message,
  madeAt: Instant | undefined,
  day: Day,
  dayOff: boolean,
): { readonly verdict: WhyVerdict; readonly says: string } {
  const { outcome, channel, at, attempts, nextAttemptAt } = message;
  const reason = message.reason ?? '';
  if (outcome === 'skipped' && channel === null) return { verdict: 'no-contact', says: reason };
  // Whatever became of it later: that day it was held.
  if (madeAt !== undefined && dayOf(at) > day) {
    return { verdict: 'held', says: whyDetails.heldUntil(madeAt, at, dayOff) };
  }
  if (outcome === 'planned' && attempts > 0) {
    return { verdict: 'waiting', says: whyDetails.triedAgain(attempts, nextAttemptAt ?? at, reason) };
  }
  return { verdict: VERDICTS[outcome], says: reason };
}
