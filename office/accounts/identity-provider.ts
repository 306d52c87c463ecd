import type { Configuration, IDToken } from 'openid-client';
import { HOUR_MS } from '../../dsl/time/day.ts';

/** The sign-in an office or a province has for all its programs: OpenID Connect. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a browser keeps between leaving for the provider and coming back: each drawn anew, each good once. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type ProviderAnswer =
  | { readonly kind: 'known'; readonly address: string }
  /** The provider does not say that the address is theirs. */
  | { readonly kind: 'unverified' }
  /** Its person turned back, or the answer is not one to this errand. */
  | { readonly kind: 'refused'; readonly why: string };

/** Found out again so often: keys and addresses of a provider change. */
const KNOWN_MS = 24 * HOUR_MS;
const WAIT_SECONDS = 10;

/** Authorization code with PKCE, state and nonce, as `openid-client` carries it out and checks it. */
export class IdentityProvider {
  #known: { readonly found: Promise<Configuration>; readonly at: number } | undefined;

  constructor(
    private readonly settings: ProviderSettings,
    private readonly clock: () => number = Date.now,
  ) {}

  /**
   * Where somebody signs in. `anew`: who they are is to be proved again, whatever session the provider has.
   * @throws where the provider cannot be asked, or is not the one it should be
   */
  async begin(redirectUri: string, anew: boolean): Promise<{ readonly url: URL; readonly errand: Errand }> {
    const [client, config] = await this.#open();
    const errand = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
      ...(anew ? { prompt: 'login', max_age: '0' } : {}),
    });
    return { url, errand };
  }

  /** Who came back. `at`: the address they came back to, with what the provider added. @throws as `begin` */
  async finish(at: URL, { state, nonce, verifier }: Errand, anew: boolean): Promise<ProviderAnswer> {
    const [client, config] = await this.#open();
    try {
      const tokens = await client.authorizationCodeGrant(config, at, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
        ...(anew ? { maxAge: 0 } : {}),
      });
      const claims = tokens.claims();
      if (!claims) return { kind: 'refused', why: 'no claims' };
      const said = hasAddress(claims) ? claims : await client.fetchUserInfo(config, tokens.access_token, claims.sub);
      return addressIn(said);
    } catch (error) {
      // What was typed, signed or sent wrongly has a code; a provider that cannot be reached has not.
      if (error instanceof Error && 'code' in error && !/TIMEOUT|ECONN|ENOTFOUND|EAI_/.test(String(error.code)))
        return { kind: 'refused', why: String(error.code) };
      throw error;
    }
  }

  /** Where the provider's own session is ended; undefined where it has no such page. */
  async leave(backTo: string): Promise<URL | undefined> {
    const [client, config] = await this.#open();
    if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo });
  }

  /** Asks the provider what it offers. @throws where it cannot be asked, or is not the one it should be */
  async tryOut(): Promise<void> {
    await this.#open();
  }

  async #open() {
    const client = await import('openid-client');
    const now = this.clock();
    if (!this.#known || now - this.#known.at > KNOWN_MS) {
      const { issuer, clientId, clientSecret } = this.settings;
      const server = new URL(issuer);
      // On this machine alone: a provider being tried out.
      const execute = server.protocol === 'http:' && isThisMachine(server) ? [client.allowInsecureRequests] : [];
      const found = client.discovery(server, clientId, clientSecret, undefined, { timeout: WAIT_SECONDS, execute });
      this.#known = { found, at: now };
      found.catch(() => {
        this.#known = undefined;
      });
    }
    return [client, await this.#known.found] as const;
  }
}

function isThisMachine({ hostname }: URL): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

type Said = Pick<IDToken, string>;

function hasAddress(claims: Said): boolean {
  return typeof claims['email'] === 'string';
}

function addressIn(claims: Said): ProviderAnswer {
  const { email, email_verified: isVerified } = claims;
  if (typeof email !== 'string' || email === '' || isVerified !== true) return { kind: 'unverified' };
  return { kind: 'known', address: email.trim().toLowerCase() };
}
