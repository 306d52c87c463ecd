import { createHash } from 'node:crypto';
import { present } from '../../dsl/present.ts';
import { DAY_MS, HOUR_MS } from '../../dsl/time/day.ts';
import { type HttpAnswer, requestJson } from './http.ts';

/** Instants by the clock of the machine. */
export interface Tokens {
  readonly accessToken: string;
  /** Single use: spent by the next refresh, whether its reply arrives or not. */
  readonly refreshToken: string;
  readonly accessExpiresAt: number;
  readonly refreshExpiresAt: number;
  /** A refresh was begun with this refresh token and its answer is not known. */
  readonly renewingSince?: number;
  /** Zalo has rejected this refresh token for good: a person must consent again. */
  readonly deadSince?: number;
  /** Hash of the refresh token a person gave, from which these descend. */
  readonly seed?: string;
}

/** Where the tokens live. They are the grant: whoever loses the newest must ask a person to consent again. */
export interface TokenStore {
  load(): Promise<Tokens | null>;
  /** On disk before it returns. */
  save(tokens: Tokens): Promise<void>;
  /** Runs `work` while no other process or call runs one. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

export interface OAuthOptions {
  readonly appId: string;
  readonly secretKey: string;
  /** Default https://oauth.zaloapp.com */
  readonly oauthUrl?: string;
  readonly timeoutMs: number;
  readonly clock: () => number;
}

export type Access =
  | { readonly kind: 'token'; readonly accessToken: string }
  | { readonly kind: 'none'; readonly reason: string; readonly waitMs: number; readonly alarm: boolean };

export const OAUTH_URL = 'https://oauth.zaloapp.com';
/** A token lives 25 h; renewed with 5 h to spare, a day's trouble with Zalo's login stops nobody. */
const SPARE_MS = 5 * HOUR_MS;
const REFRESH_LIFE_MS = 90 * DAY_MS;
const RATE = -32;

/** Gives out access tokens and renews them, one renewal at a time among all processes of the store. */
export class TokenKeeper {
  readonly #store: TokenStore;
  readonly #options: OAuthOptions;
  #renewal: Promise<Access> | undefined;

  constructor(store: TokenStore, options: OAuthOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** A token that should work: the one in the store, renewed where it is about to expire. */
  async access(): Promise<Access> {
    const tokens = await this.#store.load();
    if (tokens === null) return this.#consent('chưa có mã truy cập Zalo');
    const left = tokens.accessExpiresAt - this.#options.clock();
    if (left > SPARE_MS) return { kind: 'token', accessToken: tokens.accessToken };
    const renewed = await this.renew(tokens.accessToken);
    return renewed.kind === 'none' && left > 0 ? { kind: 'token', accessToken: tokens.accessToken } : renewed;
  }

  /** Replaces a token that Zalo no longer takes, unless another call or process has done so already. */
  renew(rejected: string): Promise<Access> {
    this.#renewal ??= this.#store
      .exclusive(() => this.#renewAlone(rejected))
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }

  async #renewAlone(rejected: string): Promise<Access> {
    const tokens = await this.#store.load();
    if (tokens === null) return this.#consent('chưa có mã truy cập Zalo');
    if (tokens.accessToken !== rejected) return { kind: 'token', accessToken: tokens.accessToken };
    if (tokens.deadSince !== undefined) return this.#consent('mã làm mới Zalo đã bị từ chối');
    const { clock } = this.#options;
    // Said before it is done: should this process die now, the next one knows why its refresh token is dead.
    await this.#store.save({ ...tokens, renewingSince: tokens.renewingSince ?? clock() });
    const answer = await this.#refresh(tokens.refreshToken);
    if (answer.kind !== 'json') {
      // It surely did not arrive: there is nothing to wonder about.
      if (answer.kind === 'not-sent') await this.#store.save(tokens);
      return this.#wait(`không làm mới được mã truy cập Zalo: ${answer.reason}`);
    }
    const fresh = tokensOf(answer.body, clock());
    if (fresh !== null) {
      // Written down before anyone uses it: the old refresh token is spent, this is the only one there is.
      await this.#store.save({ ...fresh, ...present({ seed: tokens.seed }) });
      return { kind: 'token', accessToken: fresh.accessToken };
    }
    if (answer.body['error'] === RATE) return this.#wait('Zalo: quá số lượt gọi khi làm mới mã truy cập');
    await this.#store.save({ ...tokens, deadSince: clock() });
    const lost = tokens.renewingSince === undefined ? '' : '; câu trả lời của lần làm mới trước đã mất';
    const says = String(answer.body['error_name'] ?? answer.body['error']);
    return this.#consent(`Zalo từ chối mã làm mới (${says})${lost}`);
  }

  #refresh(refreshToken: string): Promise<HttpAnswer> {
    const { appId, secretKey, oauthUrl = OAUTH_URL, timeoutMs } = this.#options;
    const body = new URLSearchParams({ app_id: appId, grant_type: 'refresh_token', refresh_token: refreshToken });
    const init = { method: 'POST', headers: { secret_key: secretKey }, body };
    return requestJson(`${oauthUrl}/v4/oa/access_token`, init, timeoutMs);
  }

  #wait(reason: string): Access {
    return { kind: 'none', reason, waitMs: 60_000, alarm: false };
  }

  #consent(reason: string): Access {
    return { kind: 'none', reason: `${reason}; cần người quản trị cấp quyền lại`, waitMs: HOUR_MS, alarm: true };
  }
}

/**
 * Takes the refresh token a person gave into the store: where there is none yet, where it is another than the one the
 * stored tokens descend from, or where those are dead. Returns whether it did.
 */
export function seedTokens(store: TokenStore, refreshToken: string, now: number): Promise<boolean> {
  const seed = createHash('sha256').update(refreshToken).digest('hex');
  return store.exclusive(async () => {
    const held = await store.load();
    const newer = held?.seed === undefined ? held?.deadSince !== undefined : held.seed !== seed;
    if (held !== null && (!newer || held.refreshToken === refreshToken)) return false;
    await store.save({
      accessToken: '',
      refreshToken,
      accessExpiresAt: 0,
      refreshExpiresAt: now + REFRESH_LIFE_MS,
      seed,
    });
    return true;
  });
}

/** Days until a person must consent again if nothing is refreshed; to be alarmed about well before zero. */
export function grantDaysLeft(tokens: Tokens, now: number): number {
  return Math.floor((tokens.refreshExpiresAt - now) / DAY_MS);
}

/** The pair an answer of the token endpoint holds; null where it holds none. */
export function tokensOf(body: Readonly<Record<string, unknown>>, now: number): Tokens | null {
  const { access_token: accessToken, refresh_token: refreshToken } = body;
  // `expires_in` comes as a string of seconds.
  const expiresIn = Number(body['expires_in']);
  if (typeof accessToken !== 'string' || typeof refreshToken !== 'string' || !(expiresIn > 0)) return null;
  const refreshLife = Number(body['refresh_token_expires_in']) * 1000;
  return {
    accessToken,
    refreshToken,
    accessExpiresAt: now + expiresIn * 1000,
    refreshExpiresAt: now + (refreshLife > 0 ? refreshLife : REFRESH_LIFE_MS),
  };
}
