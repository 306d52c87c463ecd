import { requestJson } from './http.ts';
import { OAUTH_URL, type OAuthOptions, type TokenStore, type Tokens, tokensOf } from './tokens.ts';

/** What a person got back from Zalo's consent page: the code, and the code verifier (PKCE) that belongs to it. */
export interface Consent {
  /** Works once, for ten minutes. */
  readonly code: string;
  /** Of the code challenge (PKCE) the consent was asked for with, where it was. */
  readonly verifier?: string;
}

export type Granted =
  | { readonly kind: 'granted'; readonly tokens: Tokens }
  /** `codeLeft`: the code was surely not used, the same may be tried again. */
  | { readonly kind: 'refused'; readonly reason: string; readonly codeLeft: boolean };

/**
 * Exchanges the code for the first pair of tokens, on disk before anything uses them. While it runs no renewal does:
 * what was held before is replaced.
 */
export function exchangeCode(store: TokenStore, options: OAuthOptions, consent: Consent): Promise<Granted> {
  const { appId, secretKey, oauthUrl = OAUTH_URL, timeoutMs, clock } = options;
  const { code, verifier } = consent;
  return store.exclusive(async (): Promise<Granted> => {
    const held = await store.load();
    // Where this disk cannot be written, better to know before the code is spent.
    if (held !== null) await store.save(held);
    const form = { app_id: appId, grant_type: 'authorization_code', code };
    const body = new URLSearchParams(verifier === undefined ? form : { ...form, code_verifier: verifier });
    const init = { method: 'POST', headers: { secret_key: secretKey }, body };
    const answer = await requestJson(`${oauthUrl}/v4/oa/access_token`, init, timeoutMs);
    if (answer.kind !== 'json') {
      return { kind: 'refused', reason: answer.reason, codeLeft: answer.kind === 'not-sent' };
    }
    const tokens = tokensOf(answer.body, clock());
    if (tokens === null) {
      const reason = String(answer.body['error_name'] ?? answer.body['error'] ?? 'câu trả lời không theo dạng đã biết');
      return { kind: 'refused', reason, codeLeft: false };
    }
    await store.save(tokens);
    return { kind: 'granted', tokens };
  });
}
