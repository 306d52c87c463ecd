import { createHash } from 'node:crypto';
import { present } from '../../dsl/present.ts';
import type { Fields, ReceivedZalo } from './zalo-rules.ts';

/** Waits before each of the retries, in seconds: 30 s, 5 min, 15 min, 30 min, 1 h. */
const RETRY_SECONDS = [30, 300, 900, 1_800, 3_600] as const;
/** An answer that takes longer is as good as none. */
const ANSWER_MS = 2_000;

interface Undelivered {
  readonly event: Fields;
  readonly retries: number;
}

/** The far end of the webhooks: makes events, signs them, posts them, and posts again what was not answered with 200. */
export class ZaloWebhooks {
  #waiting: Undelivered[] = [];
  /** Given up after the last retry. */
  lost = 0;

  constructor(
    private readonly options: {
      readonly url: string;
      readonly appId: string;
      readonly oaSecret: string;
      readonly now: () => number;
      /** Default two seconds, as Zalo has it. */
      readonly answerMs?: number;
    },
  ) {}

  /** The account or a template is not as it was. */
  changed(name: 'change_template_status' | 'change_oa_daily_quota', what: Fields): Fields {
    return this.#event(name, what);
  }

  /** Reached the person's telephone. */
  received(message: ReceivedZalo): Fields {
    const { to, messageId, trackingId } = message;
    const tracked = trackingId === undefined ? {} : { tracking_id: trackingId };
    const delivery = trackingId === undefined ? {} : { delivery_time: String(this.options.now()) };
    return this.#event('user_received_message', {
      recipient: { id: to },
      message: { msg_id: messageId, ...tracked, ...delivery },
    });
  }

  /** Opened by the person. */
  seen(message: ReceivedZalo): Fields {
    return this.#event('user_seen_message', {
      recipient: { id: message.to },
      message: { msg_ids: [message.messageId] },
    });
  }

  /** A button of a quick-reply template was pressed. */
  pressed(message: ReceivedZalo, data: string): Fields {
    const { messageId, trackingId } = message;
    return this.#event('user_click_response_button', {
      msg_id: messageId,
      message: present({
        button_type: 'response',
        data,
        submit_time: String(this.options.now()),
        tracking_id: trackingId,
      }),
    });
  }

  #event(name: string, more: Fields): Fields {
    return { event_name: name, app_id: this.options.appId, sender: { id: 'oa-1' }, ...more };
  }

  /** Posts one event as it is now; anything but 200 in time is kept for a retry. Answers the status, 0 = none. */
  async post(event: Fields, retries = 0): Promise<number> {
    const timestamp = String(this.options.now());
    const body = JSON.stringify({
      ...event,
      timestamp,
      ...present({ num_retry: retries === 0 ? undefined : retries }),
    });
    const status = await this.raw(body, this.sign(body, timestamp));
    if (status === 200) return status;
    if (retries < RETRY_SECONDS.length) this.#waiting.push({ event, retries });
    else this.lost++;
    return status;
  }

  /** Time passes until the next retry of everything that waits; `reorder` turns their order round. */
  async retry({ reorder = false } = {}): Promise<number[]> {
    const due = this.#waiting;
    this.#waiting = [];
    const statuses: number[] = [];
    for (const { event, retries } of reorder ? due.reverse() : due) statuses.push(await this.post(event, retries + 1));
    return statuses;
  }

  sign(body: string, timestamp: string, appId = this.options.appId, oaSecret = this.options.oaSecret): string {
    return `mac=${createHash('sha256')
      .update(appId + body + timestamp + oaSecret)
      .digest('hex')}`;
  }

  /** Posts bytes as they are, signed or not. */
  async raw(body: string, signature?: string): Promise<number> {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'x-zevent-server': 'ZNS' };
    if (signature !== undefined) headers['x-zevent-signature'] = signature;
    try {
      const signal = AbortSignal.timeout(this.options.answerMs ?? ANSWER_MS);
      return (await fetch(this.options.url, { method: 'POST', headers, body, signal })).status;
    } catch {
      return 0;
    }
  }
}
