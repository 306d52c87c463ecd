import { randomUUID } from 'node:crypto';
import { type Day, dayOf } from '../../dsl/time/day.ts';
import { type Fields, fieldsOf, quotaFault, type ReceivedZalo, ruleOn, type ZaloAccount } from './zalo-rules.ts';

export interface ZaloBooksOptions extends ZaloAccount {
  readonly quality?: readonly [last48Hours: string, last7Days: string];
  /** Its clock: nights, days, contacts, tokens. Default the machine's. */
  readonly now: () => number;
  /** Awaited before the answer: what is done here comes before the caller knows that its message was taken. */
  readonly onMessage?: (message: ReceivedZalo) => void | Promise<void>;
}

export type BookAnswer = Record<string, unknown>;

interface Press {
  readonly message: ReceivedZalo;
  readonly data: string;
  readonly at: number;
}

const done = (data: BookAnswer): BookAnswer => ({ error: 0, message: 'Success', data });

/** The account behind the API: what it took, what of it arrived, what was pressed, and what it says when asked. */
export class ZaloBooks {
  readonly messages: ReceivedZalo[] = [];
  /** Ids of messages that reached a telephone. */
  readonly delivered = new Set<string>();
  readonly #presses: Press[] = [];
  readonly #byDay = new Map<Day, ReceivedZalo[]>();

  constructor(private readonly options: ZaloBooksOptions) {}

  async send(path: string, body: Fields): Promise<BookAnswer> {
    const { options } = this;
    const at = options.now();
    const verdict = ruleOn(options, path, body, at);
    if ('error' in verdict) return { error: verdict.error, message: verdict.says };
    const fault = quotaFault(options, this.#today, verdict.message);
    if (fault !== null) return { error: fault.error, message: fault.says };
    const messageId = randomUUID().replaceAll('-', '');
    const message = { ...verdict.message, messageId, at };
    this.messages.push(message);
    if (message.by !== 'text') this.#today.push(message);
    await options.onMessage?.(message);
    const quota = { dailyQuota: String(options.dailyQuota), remainingQuota: String(this.#quotaLeft) };
    const byPhone = message.by === 'phone' || message.by === 'hash';
    const ids = byPhone ? { msg_id: messageId, sending_mode: '1', quota } : { message_id: messageId };
    return done({ ...ids, sent_time: String(at) });
  }

  press(message: ReceivedZalo, data: string): void {
    this.#presses.push({ message, data, at: this.options.now() });
  }

  /** Calls that only ask; undefined where there is no such call. */
  ask(method: string, path: string, query: URLSearchParams, body: Fields): BookAnswer | undefined {
    const { quality = ['HIGH', 'HIGH'], dailyQuota } = this.options;
    switch (`${method} ${path}`) {
      case 'GET /message/quota':
        return done({ dailyQuota, remainingQuota: this.#quotaLeft });
      case 'GET /quality':
        return done({ oaCurrentQuality: quality[0], oa7dayQuality: quality[1] });
      case 'GET /message/status':
        return this.#status(query.get('message_id') ?? '');
      case 'GET /template/info/v2':
        return this.#template(query.get('template_id') ?? '');
      case 'GET /v3.0/oa/user/detail':
        return this.#person(String(jsonOf(query.get('data') ?? '')['user_id'] ?? ''));
      case 'POST /v3.0/oa/quota/message':
        return done({ last_interaction: String(this.options.contacts?.[String(body['user_id'])] ?? 0) });
      case 'POST /response/get':
        return this.#responses(body);
      default:
        return undefined;
    }
  }

  #status(id: string): BookAnswer {
    if (!this.messages.some((m) => m.messageId === id)) return done({ status: -1, message: 'not existed' });
    return done({ status: this.delivered.has(id) ? 1 : 0, delivery_time: String(this.options.now()) });
  }

  #template(id: string): BookAnswer {
    const { templates, templateStatus } = this.options;
    if (templates?.[id] === undefined) return { error: -109, message: 'Template ID invalid' };
    return done({ templateId: id, status: templateStatus?.[id] ?? 'ENABLE', templateQuality: 'HIGH' });
  }

  #person(id: string): BookAnswer {
    return done({ user_id: id, user_is_follower: !(this.options.strangers ?? []).includes(id) });
  }

  #responses(body: Fields): BookAnswer {
    const [from, to] = [Number(body['from_time']), Number(body['to_time'])];
    const mine = this.#presses.filter(
      (p) => p.message.templateId === body['template_id'] && p.at >= from && p.at <= to,
    );
    return done({
      data: mine.slice(0, Number(body['limit'])).map(({ message, data, at }) => ({
        data,
        submitDate: String(at),
        msgId: message.messageId,
        trackingId: message.trackingId ?? '',
      })),
    });
  }

  get #today(): ReceivedZalo[] {
    const day = dayOf(this.options.now());
    const today = this.#byDay.get(day) ?? [];
    this.#byDay.set(day, today);
    return today;
  }

  get #quotaLeft(): number {
    return (this.options.dailyQuota ?? Number.POSITIVE_INFINITY) - this.#today.length;
  }
}

export function jsonOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return fieldsOf(value);
  } catch {
    return {};
  }
}
