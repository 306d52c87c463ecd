import { addDays, dayOf, HOUR_MS, type Instant, instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import type { Outcome } from '../post-office/sender.ts';
import { type ErrorClass, ZALO_ERRORS } from './errors.ts';
import type { Reply } from './http.ts';

const WINDOW_OPENS = 6 * 60;
const MEND_MS = HOUR_MS;

export function errorClassOf(code: number): ErrorClass | null {
  return ZALO_ERRORS[code]?.class ?? null;
}

/** What a reply means for the message. `now` (domain time) tells how long the night or the day still lasts. */
export function classifyReply(reply: Reply, now: Instant): Outcome {
  switch (reply.kind) {
    case 'ok':
      return { kind: 'accepted', ...(reply.messageId === undefined ? {} : { providerId: reply.messageId }) };
    case 'error':
      return classifyError(reply.code, reply.message, now);
    case 'not-sent':
      return {
        kind: 'later',
        reason: `chưa kết nối được Zalo: ${reply.reason}`,
        retryAfterMs: reply.waitMs ?? MINUTE_MS,
        ...(reply.alarm === undefined ? {} : { alarm: reply.alarm }),
      };
    case 'lost':
      return { kind: 'unknown', reason: `không rõ Zalo đã nhận tin hay chưa: ${reply.reason}` };
  }
}

function classifyError(number: number, message: string, now: Instant): Outcome {
  const known = ZALO_ERRORS[number];
  const code = String(number);
  if (known === undefined) {
    return { kind: 'unknown', code, reason: `Zalo trả lời mã chưa biết: ${message}`, alarm: true };
  }
  const reason = `Zalo: ${known.meaning}`;
  const later = (retryAfterMs: number, alarm = false): Outcome => ({
    ...{ kind: 'later' as const, code, reason, retryAfterMs },
    ...(alarm ? { alarm } : {}),
  });
  switch (known.class) {
    case 'person':
      return { kind: 'refused', code, reason };
    case 'message':
      return { kind: 'refused', code, reason, alarm: true };
    case 'window':
      return later(untilOpening(now));
    case 'rate':
      return later(MINUTE_MS);
    case 'transient':
      return later(2 * MINUTE_MS);
    case 'quota':
      return later(untilTomorrow(now), number !== -1471);
    case 'token':
    case 'balance':
    case 'template':
    case 'account':
      return later(MEND_MS, true);
  }
}

/** Until the next 06:00. */
function untilOpening(now: Instant): number {
  const today = instantAt(dayOf(now), WINDOW_OPENS);
  return (now < today ? today : instantAt(addDays(dayOf(now), 1), WINDOW_OPENS)) - now;
}

/** Quotas begin anew at midnight, and nothing is delivered before 06:00. */
function untilTomorrow(now: Instant): number {
  return instantAt(addDays(dayOf(now), 1), WINDOW_OPENS) - now;
}
