import { createHash, timingSafeEqual } from 'node:crypto';
import { isObject } from '../../delivery/zalo/http.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '../../dsl/time/day.ts';
import { eventId, eventOf, type ZaloEvent } from './events.ts';

export interface WebhookKeys {
  readonly appId: string;
  /** "OA Secret Key" of the webhook settings; not the secret of the application. */
  readonly oaSecret: string;
}

export type WebhookFault =
  /** No signature, or no event of Zalo's form. */
  | 'unsigned'
  /** The signature is not that of these bytes. */
  | 'forged'
  /** Of another application. */
  | 'foreign'
  /** Too old, or of the future. */
  | 'stale';

export type WebhookCall =
  | { readonly kind: 'event'; readonly id: string; readonly event: ZaloEvent }
  | { readonly kind: 'refused'; readonly fault: WebhookFault };

/** The last retry comes within two hours. */
const OLDEST_MS = 3 * HOUR_MS;
const AHEAD_MS = 10 * MINUTE_MS;

/**
 * Reads one webhook. Signed is the raw body: SHA-256 of app id, body, timestamp and secret one after the other, not an
 * HMAC. The bytes are hashed as they came; what was parsed and written again would be other bytes.
 */
export function readWebhook(
  raw: Uint8Array,
  signature: string | undefined,
  { appId, oaSecret }: WebhookKeys,
  now: Instant,
): WebhookCall {
  const refused = (fault: WebhookFault): WebhookCall => ({ kind: 'refused', fault });
  const [, mac] = /^mac=([0-9a-f]{64})$/i.exec(signature ?? '') ?? [];
  const body = bodyOf(raw);
  const timestamp = String(body?.['timestamp'] ?? '');
  if (mac === undefined || body === null || !/^\d{10,16}$/.test(timestamp)) return refused('unsigned');
  if (String(body['app_id']) !== appId) return refused('foreign');
  const right = createHash('sha256').update(appId).update(raw).update(timestamp).update(oaSecret).digest();
  if (!timingSafeEqual(right, Buffer.from(mac, 'hex'))) return refused('forged');
  const age = now - Number(timestamp);
  if (age > OLDEST_MS || age < -AHEAD_MS) return refused('stale');
  const event = eventOf(body);
  return { kind: 'event', id: eventId(event, body), event };
}

function bodyOf(raw: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
