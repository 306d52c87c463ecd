import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../../dsl/time/day.ts';
import { cutAtWord, type MessageContent, manyLines } from '../../texts/messages/index.ts';
import type { LedgerRow } from '../post-office/ledger.ts';
import type { Outcome, Sender } from '../post-office/sender.ts';
import { recipientOf, type ZaloRecipient } from './address.ts';
import { classifyReply, errorClassOf } from './classify.ts';
import { isObject, postForJson, type Reply } from './http.ts';
import { templateData, type ZaloTemplate, type ZaloTemplates } from './templates.ts';
import { type Access, TokenKeeper, type TokenStore } from './tokens.ts';

export interface ZaloOptions {
  readonly appId: string;
  readonly secretKey: string;
  readonly tokens: TokenStore;
  readonly templates: ZaloTemplates;
  /** Send plain text to user ids for which there is no template: possible for 7 days after their last contact. */
  readonly customerCare?: boolean;
  /** Sign calls with `appsecret_proof`, where the application demands it. */
  readonly prove?: boolean;
  /** Domain time. */
  readonly now: () => Instant;
  readonly urls?: { readonly business?: string; readonly openApi?: string; readonly oauth?: string };
  readonly timeoutMs?: number;
  readonly concurrency?: number;
  /** Clock of the machine, by which tokens expire; default `Date.now`. */
  readonly clock?: () => number;
}

const BUSINESS_URL = 'https://business.openapi.zalo.me';
const OPENAPI_URL = 'https://openapi.zalo.me';
const TIMEOUT_MS = 20_000;
const TEXT_MAX = 2_000;
const TRACKING_MAX = 48;
/** What cannot work until someone mends it is not tried with every message. */
const PAUSE_MS = 15 * 60_000;

interface Call {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly template?: string;
}

/** Sends template messages by telephone or user id, and customer-care texts, through a Zalo Official Account. */
export class ZaloSender implements Sender {
  readonly channel = 'zalo';
  readonly concurrency: number;
  readonly #options: ZaloOptions;
  readonly #keeper: TokenKeeper;
  /** Stopped until: the account ('') or a template, by id. By the clock of the machine. */
  readonly #paused = new Map<string, { until: number; outcome: Outcome }>();

  constructor(options: ZaloOptions) {
    this.#options = options;
    this.concurrency = options.concurrency ?? 4;
    const { appId, secretKey, urls } = options;
    this.#keeper = new TokenKeeper(options.tokens, {
      ...{ appId, secretKey, timeoutMs: this.#timeoutMs, clock: this.#clock },
      ...(urls?.oauth === undefined ? {} : { oauthUrl: urls.oauth }),
    });
  }

  async send(row: LedgerRow): Promise<Outcome> {
    const { content } = row;
    const to = recipientOf(row.address);
    if (content === null) return { kind: 'refused', reason: 'tin không có nội dung', alarm: true };
    if (to === null) return { kind: 'refused', reason: 'địa chỉ Zalo không hợp lệ' };
    const call = this.#callFor(row, to, content);
    if (call === null) return { kind: 'refused', reason: 'chưa cấu hình mẫu tin Zalo cho loại tin này', alarm: true };
    const stopped = this.#stopped('') ?? this.#stopped(call.template);
    if (stopped !== null) return stopped;
    const access = await this.#access(() => this.#keeper.access());
    if (access.kind === 'none') return noAccess(access);
    let reply = await this.#call(call, access.accessToken);
    if (reply.kind === 'error' && errorClassOf(reply.code) === 'token') {
      const rejected = access.accessToken;
      const renewed = await this.#access(() => this.#keeper.renew(rejected));
      if (renewed.kind === 'none') return noAccess(renewed);
      reply = await this.#call(call, renewed.accessToken);
    }
    const outcome = classifyReply(reply, this.#options.now());
    if (reply.kind === 'error') this.#pause(reply.code, call.template, outcome);
    return outcome;
  }

  async close(): Promise<void> {}

  /** A token store that fails is no doubt about the message: it has not been sent. */
  async #access(ask: () => Promise<Access>): Promise<Access> {
    try {
      return await ask();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        kind: 'none',
        reason: `không đọc hoặc ghi được mã truy cập Zalo: ${reason}`,
        waitMs: 60_000,
        alarm: true,
      };
    }
  }

  #callFor(row: LedgerRow, to: ZaloRecipient, content: MessageContent): Call | null {
    const { templates, customerCare = false, urls } = this.#options;
    const openApi = urls?.openApi ?? OPENAPI_URL;
    const template = templates[row.kind] ?? templates.default;
    if (template !== undefined) {
      const fill = templateBody(template, content, row);
      return to.by === 'phone'
        ? {
            url: `${urls?.business ?? BUSINESS_URL}/message/template`,
            body: { phone: to.phone, ...fill, tracking_id: trackingId(row.id) },
            template: template.id,
          }
        : {
            url: `${openApi}/v3.0/oa/message/template`,
            body: { user_id: to.userId, ...fill },
            template: template.id,
          };
    }
    if (to.by === 'phone' || !customerCare) return null;
    const text = cutAtWord(manyLines(content.zalo.body), TEXT_MAX);
    return { url: `${openApi}/v3.0/oa/message/cs`, body: { recipient: { user_id: to.userId }, message: { text } } };
  }

  async #call({ url, body }: Call, accessToken: string): Promise<Reply> {
    const { prove = false, secretKey } = this.#options;
    const headers: Record<string, string> = { access_token: accessToken, 'content-type': 'application/json' };
    if (prove) headers['appsecret_proof'] = createHmac('sha256', secretKey).update(accessToken).digest('hex');
    const answer = await postForJson(url, { headers, body: JSON.stringify(body) }, this.#timeoutMs);
    return answer.kind === 'json' ? replyOf(answer.body) : answer;
  }

  #stopped(what: string | undefined): Outcome | null {
    const pause = what === undefined ? undefined : this.#paused.get(what);
    if (pause === undefined || pause.until <= this.#clock()) return null;
    // The alarm was raised when it stopped.
    return { ...pause.outcome, ...(pause.outcome.kind === 'later' ? { alarm: false } : {}) };
  }

  #pause(code: number, template: string | undefined, outcome: Outcome): void {
    const of = errorClassOf(code);
    const what = of === 'account' || of === 'balance' || code === -144 ? '' : of === 'template' ? template : undefined;
    if (what !== undefined) this.#paused.set(what, { until: this.#clock() + PAUSE_MS, outcome });
  }

  get #timeoutMs(): number {
    return this.#options.timeoutMs ?? TIMEOUT_MS;
  }

  get #clock(): () => number {
    return this.#options.clock ?? Date.now;
  }
}

function templateBody(template: ZaloTemplate, content: MessageContent, row: LedgerRow) {
  return { template_id: template.id, template_data: templateData(template, content, row.personName ?? '') };
}

/** Correlates receipts; Zalo promises no idempotency by it. */
function trackingId(rowId: string): string {
  return rowId.length <= TRACKING_MAX ? rowId : createHash('sha256').update(rowId).digest('hex').slice(0, TRACKING_MAX);
}

function replyOf(body: Readonly<Record<string, unknown>>): Reply {
  const { error, message, data } = body;
  if (typeof error !== 'number') return { kind: 'lost', reason: 'câu trả lời không theo dạng đã biết' };
  if (error !== 0) return { kind: 'error', code: error, message: typeof message === 'string' ? message : '' };
  const fields = isObject(data) ? data : {};
  const id = fields['msg_id'] ?? fields['message_id'];
  return { kind: 'ok', ...(typeof id === 'string' ? { messageId: id } : {}) };
}

function noAccess({ reason, waitMs, alarm }: { reason: string; waitMs: number; alarm: boolean }): Outcome {
  return { kind: 'later', reason, retryAfterMs: waitMs, ...(alarm ? { alarm } : {}) };
}
