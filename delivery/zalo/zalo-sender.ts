import { present } from '../../dsl/present.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { OutboxRow } from '../outbox/ledger.ts';
import type { Outcome, Prepared, Sender } from '../outbox/sender.ts';
import { quotaOf, readFollower, readLastInteraction } from './account.ts';
import { recipientOf } from './address.ts';
import { type CustomerCare, careStanding } from './care.ts';
import { classifyReply, isNight, untilOpening, untilTomorrow } from './classify.ts';
import { type ZaloAccess, ZaloClient, type ZaloReply } from './client.ts';
import { errorClassOf } from './errors.ts';
import { careCall, type SendCall, templateCall, wordsOf } from './send-calls.ts';
import type { ZaloTemplates } from './templates.ts';

export interface ZaloOptions extends ZaloAccess {
  readonly templates: ZaloTemplates;
  /** Send user ids the plain text in full instead of the template, as far as the person's last contact allows it. */
  readonly customerCare?: CustomerCare;
  /** Give Zalo the hash of a telephone number instead of the number. */
  readonly hashPhones?: boolean;
  /** Domain time. */
  readonly now: () => Instant;
  readonly concurrency?: number;
}

/** What cannot work until someone mends it is not tried with every message. */
const PAUSE_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
const DAILY_QUOTA = -144;

type Way = { readonly call: SendCall } | { readonly outcome: Outcome };

interface Ready extends Prepared {
  readonly way: Way;
}

const NO_CARE: Outcome = { kind: 'refused', reason: 'chưa cấu hình mẫu tin Zalo cho loại tin này', alarm: true };

/** Sends template messages by telephone or user id, and customer-care texts, through a Zalo Official Account. */
export class ZaloSender implements Sender<Ready> {
  readonly channel = 'zalo';
  readonly concurrency: number;
  readonly client: ZaloClient;
  readonly #options: ZaloOptions;
  readonly #clock: () => number;
  /** Stopped until: the account ('') or a template on one of the ways to send it. By the clock of the machine. */
  readonly #paused = new Map<string, { until: number; outcome: Outcome }>();

  constructor(options: ZaloOptions) {
    this.#options = options;
    this.#clock = options.clock ?? Date.now;
    this.concurrency = options.concurrency ?? 4;
    this.client = new ZaloClient(options);
  }

  /** Chooses the way, for which it may have to ask Zalo: before the message is marked as begun, nothing is in doubt. */
  async prepare(row: OutboxRow): Promise<Ready> {
    const way = await this.#wayFor(row);
    return { way, text: 'call' in way ? { subject: null, text: wordsOf(way.call) } : null };
  }

  async send(row: OutboxRow, ready?: Ready): Promise<Outcome> {
    const { way } = ready ?? (await this.prepare(row));
    if ('outcome' in way) return way.outcome;
    const { call } = way;
    const stopped = this.#stopped('') ?? this.#stopped(wayOf(call)) ?? this.#hold(call);
    if (stopped !== null) return stopped;
    const reply = await this.client.call(call);
    const outcome = classifyReply(reply, this.#options.now());
    this.#heed(reply, call, outcome);
    return outcome;
  }

  async close(): Promise<void> {}

  /** The plain text in full where it is configured and the person's last contact allows it, else the template. */
  async #wayFor(row: OutboxRow): Promise<Way> {
    const { content } = row;
    const to = recipientOf(row.address);
    if (content === null) return { outcome: { kind: 'refused', reason: 'tin không có nội dung', alarm: true } };
    if (to === null) return { outcome: { kind: 'refused', reason: 'địa chỉ Zalo không hợp lệ' } };
    const stopped = this.#stopped('');
    if (stopped !== null) return { outcome: stopped };
    const { templates, customerCare, hashPhones = false } = this.#options;
    const template = templates[row.kind] ?? templates.default;
    const barred = to.by === 'user' && customerCare !== undefined ? await this.#careBarred(to.userId) : NO_CARE;
    if (barred === null && to.by === 'user') return { call: careCall(to.userId, content) };
    if (template !== undefined) return { call: templateCall(template, row, to, content, hashPhones) };
    return { outcome: barred ?? NO_CARE };
  }

  /** What Zalo would refuse, or deliver without a sound, is not sent. */
  #hold({ careTo }: SendCall): Outcome | null {
    const now = this.#options.now();
    if (careTo !== undefined || !isNight(now)) return null;
    return { kind: 'later', reason: 'Zalo không gửi từ 22 giờ đến 6 giờ', retryAfterMs: untilOpening(now) };
  }

  /** Why a customer-care text may not go to this person now; null where it may. */
  async #careBarred(userId: string): Promise<Outcome | null> {
    const follower = await readFollower(this.client, userId);
    if (follower.kind === 'failed') return unasked(follower);
    if (!follower.value.follows) {
      return { kind: 'refused', reason: 'người nhận chưa quan tâm tài khoản Zalo của cơ quan' };
    }
    const contact = await readLastInteraction(this.client, userId);
    if (contact.kind === 'failed') return unasked(contact);
    const standing = careStanding(contact.value.at, this.#options.now());
    if (standing === 'closed') return { kind: 'refused', reason: 'người nhận không tương tác trong 7 ngày' };
    if (standing === 'free' || this.#options.customerCare === 'paid') return null;
    return { kind: 'refused', reason: 'quá 48 giờ từ lần tương tác cuối, tin tư vấn phải trả phí (chưa cho phép)' };
  }

  #stopped(what: string): Outcome | null {
    const pause = this.#paused.get(what);
    if (pause === undefined || pause.until <= this.#clock()) return null;
    // The alarm was raised when it stopped.
    return { ...pause.outcome, ...present({ alarm: pause.outcome.kind === 'later' ? false : undefined }) };
  }

  /** What a reply says of those that follow: a fault of the account or the template, the end of the day's quota. */
  #heed(reply: ZaloReply, call: SendCall, outcome: Outcome): void {
    if (reply.kind === 'error') {
      const of = errorClassOf(reply.code);
      if (of === 'account' || of === 'balance' || reply.code === DAILY_QUOTA) this.#pause('', PAUSE_MS, outcome);
      if (of === 'template') this.#pause(wayOf(call), PAUSE_MS, outcome);
      if (of === 'rate') this.#pause('', MINUTE_MS, outcome);
    }
    if ('callsLeft' in reply && reply.callsLeft === 0) {
      const reason = 'Zalo: hết số lượt gọi trong phút này';
      this.#pause('', MINUTE_MS, { kind: 'later', reason, retryAfterMs: MINUTE_MS });
    }
    if (reply.kind !== 'ok') return;
    const { quota } = reply.data;
    const left = typeof quota === 'object' && quota !== null ? quotaOf({ ...quota }) : null;
    if (left === null || left.left > 0) return;
    const retryAfterMs = untilTomorrow(this.#options.now());
    const reason = `Zalo: đã dùng hết hạn mức ${left.daily} tin trong ngày`;
    this.#pause('', retryAfterMs, { kind: 'later', code: String(DAILY_QUOTA), reason, retryAfterMs });
  }

  #pause(what: string, ms: number, outcome: Outcome): void {
    this.#paused.set(what, { until: this.#clock() + ms, outcome });
  }
}

/** A template can be barred on one way (by user id) and good on another. */
function wayOf({ path, template = '' }: SendCall): string {
  return `${path} ${template}`;
}

/** The question failed before anything was sent: nothing is in doubt. */
function unasked({ reason, person, code }: { reason: string; person?: boolean; code?: number }): Outcome {
  const coded = code === undefined ? {} : { code: String(code) };
  if (person === true) return { kind: 'refused', reason: `Zalo: ${reason}`, ...coded };
  return { kind: 'later', reason: `chưa hỏi được Zalo: ${reason}`, retryAfterMs: 2 * MINUTE_MS, ...coded };
}
