import { present } from '../../dsl/present.ts';
import { addDays, dayOf, HOUR_MS, type Instant, instantAt, MINUTE_MS } from '../../dsl/time/day.ts';
import type { Outcome } from '../outbox/sender.ts';
import type { ZaloReply } from './client.ts';
import { type ErrorClass, ZALO_ERRORS } from './errors.ts';

const WINDOW_OPENS = 6 * 60;
const WINDOW_CLOSES = 22 * 60;
const MEND_MS = HOUR_MS;
/** What stops every message alike, not this one. */
const CHANNEL_WIDE: ReadonlySet<ErrorClass> = new Set(['token', 'window', 'rate', 'balance', 'account']);
const ACCOUNT_QUOTA = -144;

/** What a reply means for the message. `now` (domain time) tells how long the night or the day still lasts. */
export function classifyReply(reply: ZaloReply, now: Instant): Outcome {
  switch (reply.kind) {
    case 'ok':
      return accepted(reply.data);
    case 'error':
      return classifyError(reply.code, reply.message, now);
    case 'not-sent':
      return present({
        kind: 'later',
        reason: `chưa kết nối được Zalo: ${reply.reason}`,
        retryAfterMs: reply.waitMs ?? MINUTE_MS,
        scope: 'channel',
        alarm: reply.alarm,
      });
    case 'no-access':
      return present({
        kind: 'later',
        reason: reply.reason,
        retryAfterMs: reply.waitMs,
        scope: 'channel',
        alarm: reply.alarm || undefined,
      });
    case 'lost':
      return { kind: 'unknown', reason: `không rõ Zalo đã nhận tin hay chưa: ${reply.reason}` };
  }
}

function accepted(data: Readonly<Record<string, unknown>>): Outcome {
  const id = data['msg_id'] ?? data['message_id'];
  return present({ kind: 'accepted', providerId: typeof id === 'string' ? id : undefined });
}

function classifyError(number: number, message: string, now: Instant): Outcome {
  const known = ZALO_ERRORS[number];
  const code = String(number);
  if (known === undefined) {
    return { kind: 'unknown', code, reason: `Zalo trả lời mã chưa biết: ${message}`, alarm: true };
  }
  const reason = `Zalo: ${known.meaning}`;
  const later = (retryAfterMs: number, alarm = false): Outcome =>
    present({
      kind: 'later' as const,
      code,
      reason,
      retryAfterMs,
      scope: CHANNEL_WIDE.has(known.class) || number === ACCOUNT_QUOTA ? ('channel' as const) : undefined,
      alarm: alarm || undefined,
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

/** Zalo delivers no template message from 22:00 to 06:00, or delivers it without a sound: there is no use in sending. */
export function isNight(now: Instant): boolean {
  const day = dayOf(now);
  return now < instantAt(day, WINDOW_OPENS) || now >= instantAt(day, WINDOW_CLOSES);
}

/** Until the next 06:00. */
export function untilOpening(now: Instant): number {
  const today = instantAt(dayOf(now), WINDOW_OPENS);
  return (now < today ? today : instantAt(addDays(dayOf(now), 1), WINDOW_OPENS)) - now;
}

/** Quotas begin anew at midnight, and nothing is delivered before 06:00. */
export function untilTomorrow(now: Instant): number {
  return instantAt(addDays(dayOf(now), 1), WINDOW_OPENS) - now;
}
