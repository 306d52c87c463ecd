import { present } from '../../dsl/present.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { ZaloCall, ZaloClient } from './client.ts';
import { errorClassOf } from './errors.ts';
import { isObject } from './http.ts';

/** What an account or a message says of itself, or why it could not be asked. */
export type Read<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** `person`: Zalo answered, and it will never be otherwise for this person. */
  | { readonly kind: 'failed'; readonly reason: string; readonly code?: number; readonly person?: boolean };

/** Messages a day. */
export interface ZaloQuota {
  readonly daily: number;
  readonly left: number;
}

export type Quality = 'HIGH' | 'MEDIUM' | 'LOW' | 'UNDEFINED';

/** As Zalo rates what was sent in the last 48 hours and 7 days; LOW costs quota. */
export interface ZaloQuality {
  readonly last48Hours: Quality;
  readonly last7Days: Quality;
}

export interface ZaloTemplateInfo {
  /** ENABLE, PENDING_REVIEW, REJECT, DISABLE. */
  readonly status: string;
  readonly quality: string;
}

/** A press on a button of a quick-reply template. */
export interface ZaloResponse {
  readonly data: string;
  readonly trackingId: string;
  readonly messageId: string;
  readonly at: Instant;
}

export function readQuota(client: ZaloClient): Promise<Read<ZaloQuota>> {
  return read(client, { host: 'business', path: '/message/quota', query: {} }, quotaOf);
}

export function readQuality(client: ZaloClient): Promise<Read<ZaloQuality>> {
  return read(client, { host: 'business', path: '/quality', query: {} }, (data) => ({
    last48Hours: qualityOf(data['oaCurrentQuality']),
    last7Days: qualityOf(data['oa7dayQuality']),
  }));
}

export function readTemplate(client: ZaloClient, id: string): Promise<Read<ZaloTemplateInfo>> {
  return read(client, { host: 'business', path: '/template/info/v2', query: { template_id: id } }, (data) => ({
    status: String(data['status'] ?? ''),
    quality: String(data['templateQuality'] ?? ''),
  }));
}

/** 1: delivered to the telephone; 0: taken, not delivered yet; -1: Zalo knows no such message. */
export function readStatus(client: ZaloClient, messageId: string, phone?: string): Promise<Read<-1 | 0 | 1>> {
  const query = present({ message_id: messageId, phone });
  return read(client, { host: 'business', path: '/message/status', query }, ({ status }) =>
    status === 1 || status === 0 || status === -1 ? status : null,
  );
}

/** When the person last dealt with the account; null = not as far as Zalo says. */
export function readLastInteraction(client: ZaloClient, userId: string): Promise<Read<{ at: Instant | null }>> {
  const call = { host: 'openApi', path: '/v3.0/oa/quota/message', body: { user_id: userId } } as const;
  return read(client, call, (data) => {
    const at = Number(data['last_interaction']);
    return { at: at > 0 ? at : null };
  });
}

export function readFollower(client: ZaloClient, userId: string): Promise<Read<{ follows: boolean }>> {
  const query = { data: JSON.stringify({ user_id: userId }) };
  return read(client, { host: 'openApi', path: '/v3.0/oa/user/detail', query }, (data) => ({
    follows: data['user_is_follower'] === true,
  }));
}

/** Presses of buttons between two instants, at most `limit`. */
export function readResponses(
  client: ZaloClient,
  { templateId, from, to, limit = 100 }: { templateId: string; from: Instant; to: Instant; limit?: number },
): Promise<Read<readonly ZaloResponse[]>> {
  const body = { template_id: templateId, from_time: from, to_time: to, limit };
  return read(client, { host: 'business', path: '/response/get', body }, ({ data }) =>
    Array.isArray(data) ? data.filter(isObject).map(responseOf) : null,
  );
}

/** Undefined where a reply says nothing of the quota. Figures come as numbers or as strings of digits. */
export function quotaOf(data: Readonly<Record<string, unknown>>): ZaloQuota | null {
  const [daily, left] = [Number(data['dailyQuota'] ?? Number.NaN), Number(data['remainingQuota'] ?? Number.NaN)];
  return Number.isFinite(daily) && Number.isFinite(left) ? { daily, left } : null;
}

function responseOf(item: Record<string, unknown>): ZaloResponse {
  return {
    data: String(item['data'] ?? ''),
    trackingId: String(item['trackingId'] ?? ''),
    messageId: String(item['msgId'] ?? ''),
    at: Number(item['submitDate']),
  };
}

function qualityOf(value: unknown): Quality {
  return value === 'HIGH' || value === 'MEDIUM' || value === 'LOW' ? value : 'UNDEFINED';
}

async function read<T>(
  client: ZaloClient,
  call: ZaloCall,
  of: (data: Readonly<Record<string, unknown>>) => T | null,
): Promise<Read<T>> {
  const reply = await client.call(call);
  if (reply.kind === 'ok') {
    const value = of(reply.data);
    return value === null ? { kind: 'failed', reason: 'câu trả lời không theo dạng đã biết' } : { kind: 'ok', value };
  }
  if (reply.kind !== 'error') return { kind: 'failed', reason: reply.reason };
  const { code, message } = reply;
  const person = errorClassOf(code) === 'person';
  return present({ kind: 'failed', reason: `${message} (mã ${code})`, code, person: person || undefined });
}
