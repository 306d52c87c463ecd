import { DAY_MS, HOUR_MS } from '../../dsl/time/day.ts';
import { type Answer, postForJson } from './http.ts';

/** Instants by the clock of the machine. */
export interface Tokens {
  readonly accessToken: string;
  /** Single use: spent by the next refresh, whether its reply arrives or not. */
  readonly refreshToken: string;
  readonly accessExpiresAt: number;
  readonly refreshExpiresAt: number;
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

const OAUTH_URL = 'https://oauth.zaloapp.com';
/** A token lives 25 h; renewed with 5 h to spare, a day's trouble with Zalo's login stops nobody. */
const SPARE_MS = 5 * HOUR_MS;
const REFRESH_LIFE_MS = 90 * DAY_MS;
const RATE = -32;

/** Gives out access tokens and renews them, one renewal at a time. */
export class TokenKeeper {
  readonly #store: TokenStore;
  readonly #options: OAuthOptions;
  #renewal: Promise<Access> | undefined;
  /** A refresh token Zalo has rejected for good: not offered again. A new consent brings another. */
  #dead: string | undefined;

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
    if (tokens.refreshToken === this.#dead) return this.#consent('mã làm mới Zalo đã bị từ chối');
    const answer = await this.#refresh(tokens.refreshToken);
    if (answer.kind !== 'json') return this.#wait(`không làm mới được mã truy cập Zalo: ${answer.reason}`);
    const fresh = tokensOf(answer.body, this.#options.clock());
    if (fresh !== null) {
      // Written down before anyone uses it: the old refresh token is spent, this is the only one there is.
      await this.#store.save(fresh);
      return { kind: 'token', accessToken: fresh.accessToken };
    }
    if (answer.body['error'] === RATE) return this.#wait('Zalo: quá số lượt gọi khi làm mới mã truy cập');
    this.#dead = tokens.refreshToken;
    return this.#consent(`Zalo từ chối mã làm mới (${String(answer.body['error_name'] ?? answer.body['error'])})`);
  }

  #refresh(refreshToken: string): Promise<Answer> {
    const { appId, secretKey, oauthUrl = OAUTH_URL, timeoutMs } = this.#options;
    const body = new URLSearchParams({ app_id: appId, grant_type: 'refresh_token', refresh_token: refreshToken });
    return postForJson(`${oauthUrl}/v4/oa/access_token`, { headers: { secret_key: secretKey }, body }, timeoutMs);
  }

  #wait(reason: string): Access {
    return { kind: 'none', reason, waitMs: 60_000, alarm: false };
  }

  #consent(reason: string): Access {
    return { kind: 'none', reason: `${reason}; cần người quản trị cấp quyền lại`, waitMs: HOUR_MS, alarm: true };
  }
}

/** Days until a person must consent again if nothing is refreshed; to be alarmed about well before zero. */
export function grantDaysLeft(tokens: Tokens, now: number): number {
  return Math.floor((tokens.refreshExpiresAt - now) / DAY_MS);
}

function tokensOf(body: Readonly<Record<string, unknown>>, now: number): Tokens | null {
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
