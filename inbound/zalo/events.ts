import { createHash } from 'node:crypto';
import { isObject } from '../../delivery/zalo/http.ts';
import { present } from '../../dsl/present.ts';

/** The message an event is about: our own id where it carried one, and what Zalo knows it by. */
interface About {
  readonly trackingId?: string;
  readonly messageIds: readonly string[];
}

/** What Zalo tells of its own accord, as far as it is of use here. */
export type ZaloEvent =
  /** It reached the person's telephone. */
  | ({ readonly kind: 'received' } & About)
  /** The person opened it. */
  | ({ readonly kind: 'seen' } & About)
  /** The person pressed a button of a quick-reply template; `data` is what the button says. */
  | ({ readonly kind: 'pressed'; readonly data: string; readonly at: string } & About)
  /** The account or a template changed: its quota, its status. What it is now, Zalo says when asked. */
  | { readonly kind: 'account'; readonly name: string }
  | { readonly kind: 'other'; readonly name: string };

/** change_template_status, change_oa_daily_quota and their like. */
const ACCOUNT_EVENT = /^change_(template|oa)_/;

type Body = Readonly<Record<string, unknown>>;

export function eventOf(body: Body): ZaloEvent {
  const name = textOf(body['event_name']);
  const message = isObject(body['message']) ? body['message'] : {};
  const about = aboutOf(body, message);
  switch (name) {
    case 'user_received_message':
      return { kind: 'received', ...about };
    case 'user_seen_message':
      return { kind: 'seen', ...about };
    case 'user_click_response_button':
      return { kind: 'pressed', data: textOf(message['data']), at: textOf(message['submit_time']), ...about };
    default:
      return { kind: ACCOUNT_EVENT.test(name) ? 'account' : 'other', name };
  }
}

/** The same for every retry of an event, and for a press heard of twice: by webhook and by asking. */
export function eventId(event: ZaloEvent, body: Body = {}): string {
  const { num_retry: _retry, ...lasting } = body;
  const told =
    event.kind === 'other' || event.kind === 'account'
      ? lasting
      : [event.kind, event.trackingId ?? [...event.messageIds].sort(), event.kind === 'pressed' ? event.at : ''];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

function aboutOf(body: Body, message: Body): About {
  const trackingId = textOf(message['tracking_id']);
  const many = Array.isArray(message['msg_ids']) ? message['msg_ids'] : [];
  const messageIds = [message['msg_id'], body['msg_id'], ...many].map(textOf).filter((id) => id !== '');
  return { messageIds: [...new Set(messageIds)], ...present({ trackingId: trackingId || undefined }) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
