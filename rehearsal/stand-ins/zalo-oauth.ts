import { createHash, randomBytes } from 'node:crypto';

const ACCESS_SECONDS = 90_000;
const REFRESH_SECONDS = 7_776_000;
const CODE_SECONDS = 600;

/** The grant of one application: access tokens that expire, refresh tokens that work once and for three months. */
export class ZaloGrant {
  readonly #now: () => number;
  #access = '';
  #refresh = '';
  #issuedAt = 0;
  #spent = new Set<string>();
  readonly #codes = new Map<string, { readonly until: number; readonly challenge: string | undefined }>();
  /** Refreshes carried out, and attempts to use a refresh token again. */
  refreshes = 0;
  reuses = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#rotate();
  }

  /** What the owner of the grant holds now. */
  get current(): { accessToken: string; refreshToken: string } {
    return { accessToken: this.#access, refreshToken: this.#refresh };
  }

  allows(accessToken: string | undefined): boolean {
    return accessToken === this.#access && this.#age() < ACCESS_SECONDS * 1000;
  }

  /** The access token stops working; the refresh token does not. */
  expireAccess(): void {
    this.#access = token('spent');
  }

  /** The administrator consents: the code that comes with the redirection. With a challenge, its verifier is asked for. */
  consent(challenge?: string): string {
    const code = token('code');
    this.#codes.set(code, { until: this.#now() + CODE_SECONDS * 1000, challenge });
    return code;
  }

  /** Answers `POST /v4/oa/access_token`. */
  refresh(form: URLSearchParams): Record<string, unknown> {
    if (form.get('grant_type') === 'authorization_code') return this.#exchange(form);
    const given = form.get('refresh_token') ?? '';
    if (form.get('grant_type') !== 'refresh_token') return failure(-14001, 'Invalid grant type');
    if (given !== this.#refresh || this.#age() >= REFRESH_SECONDS * 1000) {
      if (this.#spent.has(given)) this.reuses++;
      return failure(-14014, 'Invalid refresh token');
    }
    this.refreshes++;
    return this.#pair();
  }

  #exchange(form: URLSearchParams): Record<string, unknown> {
    const given = form.get('code') ?? '';
    const code = this.#codes.get(given);
    this.#codes.delete(given);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code === undefined || code.until < this.#now()) return failure(-14003, 'Invalid authorization code');
    if (code.challenge !== undefined && code.challenge !== proof) return failure(-14010, 'Invalid code verifier');
    return this.#pair();
  }

  #pair(): Record<string, unknown> {
    this.#rotate();
    return {
      access_token: this.#access,
      refresh_token: this.#refresh,
      expires_in: String(ACCESS_SECONDS),
      refresh_token_expires_in: String(REFRESH_SECONDS),
    };
  }

  #age(): number {
    return this.#now() - this.#issuedAt;
  }

  #rotate(): void {
    if (this.#refresh !== '') this.#spent.add(this.#refresh);
    this.#access = token('access');
    this.#refresh = token('refresh');
    this.#issuedAt = this.#now();
  }
}

function failure(error: number, name: string): Record<string, unknown> {
  return { error, error_name: name, error_reason: name };
}

function token(kind: string): string {
  return `${kind}-${randomBytes(12).toString('hex')}`;
}
