import { createHmac } from 'node:crypto';
import { present } from '../../dsl/present.ts';
import { errorClassOf } from './errors.ts';
import { type HttpReply, isObject, requestJson } from './http.ts';
import { type Access, TokenKeeper, type TokenStore } from './tokens.ts';

export interface ZaloAccess {
  readonly appId: string;
  readonly secretKey: string;
  readonly tokens: TokenStore;
  /** Sign calls with `appsecret_proof`, where the application demands it. */
  readonly prove?: boolean;
  readonly urls?: { readonly business?: string; readonly openApi?: string; readonly oauth?: string };
  readonly timeoutMs?: number;
  /** Clock of the machine, by which tokens expire; default `Date.now`. */
  readonly clock?: () => number;
}

/** One call of the API. `query` makes it a GET, `body` a POST. */
export type ZaloCall = { readonly host: 'business' | 'openApi'; readonly path: string } & (
  | { readonly query: Readonly<Record<string, string>> }
  | { readonly body: Readonly<Record<string, unknown>> }
);

/** What came back; `no-access`: there is no token, so nothing was called. */
export type ZaloReply =
  | (HttpReply & { readonly callsLeft?: number })
  | { readonly kind: 'no-access'; readonly reason: string; readonly waitMs: number; readonly alarm: boolean };

const HOSTS = { business: 'https://business.openapi.zalo.me', openApi: 'https://openapi.zalo.me' } as const;
const TIMEOUT_MS = 20_000;

/** Calls of an Official Account with its token, renewed once where Zalo rejects it. Never throws. */
export class ZaloClient {
  readonly #options: ZaloAccess;
  readonly #keeper: TokenKeeper;

  constructor(options: ZaloAccess) {
    this.#options = options;
    const { appId, secretKey, urls, clock = Date.now } = options;
    this.#keeper = new TokenKeeper(
      options.tokens,
      present({
        appId,
        secretKey,
        timeoutMs: this.#timeoutMs,
        clock,
        oauthUrl: urls?.oauth,
      }),
    );
  }

  async call(call: ZaloCall): Promise<ZaloReply> {
    const access = await this.#access(() => this.#keeper.access());
    if (access.kind === 'none') return { ...access, kind: 'no-access' };
    const reply = await this.#once(call, access.accessToken);
    if (reply.kind !== 'error' || errorClassOf(reply.code) !== 'token') return reply;
    const renewed = await this.#access(() => this.#keeper.renew(access.accessToken));
    return renewed.kind === 'none' ? { ...renewed, kind: 'no-access' } : this.#once(call, renewed.accessToken);
  }

  /** Renews the tokens where that is due, so that an account nobody writes to for months keeps its grant. */
  async keepAlive(): Promise<Access> {
    return this.#access(() => this.#keeper.access());
  }

  /** A token store that fails is no doubt about the call: it was not made. */
  async #access(ask: () => Promise<Access>): Promise<Access> {
    try {
      return await ask();
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      const reason = `không đọc hoặc ghi được mã truy cập Zalo: ${says}`;
      return { kind: 'none', reason, waitMs: 60_000, alarm: true };
    }
  }

  async #once(call: ZaloCall, accessToken: string): Promise<HttpReply & { readonly callsLeft?: number }> {
    const { prove = false, secretKey, urls } = this.#options;
    const headers: Record<string, string> = { access_token: accessToken };
    if (prove) headers['appsecret_proof'] = createHmac('sha256', secretKey).update(accessToken).digest('hex');
    const url = new URL((urls?.[call.host] ?? HOSTS[call.host]) + call.path);
    const init: RequestInit = { method: 'GET', headers };
    if ('body' in call) {
      headers['content-type'] = 'application/json';
      Object.assign(init, { method: 'POST', body: JSON.stringify(call.body) });
    } else {
      url.search = new URLSearchParams(call.query).toString();
    }
    const answer = await requestJson(url.href, init, this.#timeoutMs);
    if (answer.kind !== 'json') return answer;
    return { ...replyOf(answer.body), ...present({ callsLeft: answer.callsLeft }) };
  }

  get #timeoutMs(): number {
    return this.#options.timeoutMs ?? TIMEOUT_MS;
  }
}

function replyOf(body: Readonly<Record<string, unknown>>): HttpReply {
  const { error, message, data } = body;
  if (typeof error !== 'number') return { kind: 'lost', reason: 'câu trả lời không theo dạng đã biết' };
  if (error !== 0) return { kind: 'error', code: error, message: typeof message === 'string' ? message : '' };
  return { kind: 'ok', data: isObject(data) ? data : {} };
}
