import { CompleteAsyncError, Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Ending, PostOffice } from '../delivery/outbox/index.ts';
import type { Channel } from '../dsl/policy/channels.ts';
import type { Instant } from '../dsl/time/day.ts';
import { OUTCOME_NAMES } from '../texts/outcomes.ts';
import { type DispatchInput, NOT_SENT, sendActivity } from '../workflows/contract.ts';

export interface SendingOptions {
  readonly postOffice: Pick<PostOffice, 'attempt'>;
  readonly client: Pick<Client, 'activity'>;
  /** Domain time. */
  readonly now: () => Instant;
  /** Something may be there to hand over: what did not leave by this channel goes by another. */
  readonly onNotSent?: () => void;
  /** How long to wait before another attempt instead; default as long as was said. */
  readonly pace?: (ms: number) => number;
}

/** A quarter of the silence after which a worker counts as dead. */
const BEAT_MS = 5_000;

/**
 * The activity that sends by a channel: an attempt at one dispatch. Completed means that a server took the message;
 * what was refused, or need not be sent any more, fails with that as its type; what may have left is terminated, so that
 * nobody reads it as sent.
 */
export function sendActivities(channel: Channel, options: SendingOptions) {
  const { postOffice, now, pace = (ms) => ms } = options;
  return {
    async [sendActivity(channel)]({ dispatch }: DispatchInput): Promise<string> {
      const { info } = Context.current();
      const ending = await whileBeating(() => postOffice.attempt(channel, dispatch, info.activityId));
      if (ending.kind === 'accepted') return OUTCOME_NAMES.accepted;
      if (ending.kind !== 'later') options.onNotSent?.();
      if (ending.kind === 'unknown') {
        await options.client.activity.getHandle(info.activityId).terminate(ending.reason);
        // It has just been ended: nothing more is to be said to the server.
        throw new CompleteAsyncError();
      }
      throw failureOf(ending, (until) => pace(Math.max(0, until - now())));
    },
  };
}

async function whileBeating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  context.heartbeat();
  const beating = setInterval(() => context.heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

function failureOf(
  ending: Exclude<Ending, { kind: 'accepted' | 'unknown' }>,
  delay: (until: Instant) => number,
): ApplicationFailure {
  const type = NOT_SENT[ending.kind];
  const message = ending.reason;
  // Told by the office's own log: the worker's need not be filled with it.
  const said = { type, message, category: 'BENIGN' } as const;
  return ApplicationFailure.create(
    ending.kind === 'later' ? { ...said, nextRetryDelay: delay(ending.until) } : { ...said, nonRetryable: true },
  );
}
