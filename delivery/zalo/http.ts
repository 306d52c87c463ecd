import { present } from '../../dsl/present.ts';
import { HOUR_MS } from '../../dsl/time/day.ts';

/** What came back from one call, before anyone says what it means for a message. */
export type HttpReply =
  | { readonly kind: 'ok'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'error'; readonly code: number; readonly message: string }
  /** The call surely had no effect. */
  | { readonly kind: 'not-sent'; readonly reason: string; readonly waitMs?: number; readonly alarm?: boolean }
  /** The call may have had its effect. */
  | { readonly kind: 'lost'; readonly reason: string };

/** Errors of a socket that never carried the request. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

export type HttpAnswer =
  | {
      readonly kind: 'json';
      readonly body: Readonly<Record<string, unknown>>;
      /** Calls that are left this minute, where the server says so. */
      readonly callsLeft?: number;
    }
  | Exclude<HttpReply, { kind: 'ok' | 'error' }>;

/**
 * One request and its JSON answer. Never throws.
 *
 * A timeout or a line lost once the request was on its way is `lost`, and so are 502 and 504: a gateway that gave up
 * waiting does not know what happened behind it. Other answers without JSON say that the call was not carried out.
 */
export async function requestJson(url: string, init: RequestInit, timeoutMs: number): Promise<HttpAnswer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    text = await response.text();
  } catch (error) {
    const { code, reason } = causeOf(error);
    return NEVER_CONNECTED.has(code) ? { kind: 'not-sent', reason } : { kind: 'lost', reason };
  }
  const body = objectOf(text);
  if (body !== null && (typeof body['error'] === 'number' || response.ok)) {
    const left = Number.parseInt(response.headers.get('x-ratelimit-remain') ?? '', 10);
    return present({ kind: 'json', body, callsLeft: Number.isNaN(left) ? undefined : left });
  }
  const reason = `HTTP ${response.status}`;
  if (response.status === 502 || response.status === 504 || response.ok) return { kind: 'lost', reason };
  if (response.status === 429 || response.status >= 500) return { kind: 'not-sent', reason };
  return { kind: 'not-sent', reason, waitMs: HOUR_MS, alarm: true };
}

function causeOf(error: unknown): { code: string; reason: string } {
  const outer = isObject(error) ? error : {};
  const cause = isObject(outer['cause']) ? outer['cause'] : outer;
  const code = typeof cause['code'] === 'string' ? cause['code'] : '';
  const text = String(cause['message'] ?? error);
  return { code, reason: [code, text].filter(Boolean).join(': ').slice(0, 200) };
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
