import { setTimeout as delay } from 'node:timers/promises';
import { type ConnectionOptions, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

/** Retries of a connection's calls, as the client library makes them, that end before the connection is closed. */
export interface ClosingRetries {
  readonly interceptors: NonNullable<ConnectionOptions['interceptors']>;
  /** Is a retry put off until its time? */
  isPutOff(): boolean;
  /** From here on a call that fails has failed. Ends once no retry is put off any more: at most 6 s. */
  end(): Promise<void>;
}

/** After a retry's time: its timer was set before ours. */
const LATER_MS = 20;

/**
 * A call that nobody waits for any more is still tried again; on a connection that was closed meanwhile the library throws
 * from a timer, where nobody can catch it, and the process ends with 1 whatever it ended for.
 */
export function closingRetries(): ClosingRetries {
  const usual = defaultGrpcRetryOptions();
  let isEnding = false;
  let putOffUntil = 0;
  const interceptor = makeGrpcRetryInterceptor({
    retryableDecider: (attempt, status) => !isEnding && usual.retryableDecider(attempt, status),
    delayFunction(attempt, status) {
      const ms = usual.delayFunction(attempt, status);
      putOffUntil = Math.max(putOffUntil, performance.now() + ms);
      return ms;
    },
  });
  const left = () => putOffUntil + LATER_MS - performance.now();
  return {
    interceptors: [interceptor],
    isPutOff: () => left() > 0,
    async end() {
      isEnding = true;
      if (left() > 0) await delay(left());
    },
  };
}
