import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a page hands to its script: WebAuthn's options as JSON. */
export interface Asked {
  readonly use: string;
  readonly options: {
    readonly challenge: string;
    readonly rpId?: string;
    readonly rp?: { readonly id: string };
    readonly allowCredentials?: readonly { readonly id: string }[];
  };
}

/** How an answer differs from an honest one. */
export interface Odd {
  readonly origin?: string;
  readonly challenge?: string;
  readonly host?: string;
  /** The person proved nothing to the device. */
  readonly unverified?: true;
  readonly count?: number;
}

/** What a page asks of the device; undefined where it asks nothing. */
export function askedOn(html: string): Asked | undefined {
  const [, written] = /data-passkey="([^"]*)"/.exec(html) ?? [];
  return written === undefined ? undefined : JSON.parse(written.replace(/&quot;/g, '"').replace(/&amp;/g, '&'));
}

/** A device with one key, as WebAuthn describes it (ES256, no attestation): for answers no browser would give. */
export class SoftKey {
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = randomBytes(16);
  private count = 0;

  constructor(private readonly origin: string) {}

  made({ options }: Asked, odd: Odd = {}): string {
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id]);
    const device = Buffer.concat([this.head(odd.host ?? options.rp?.id ?? '', 0x40, odd), credential]);
    const key = this.pair.publicKey.export({ format: 'der', type: 'spki' });
    return this.written({ client: this.client('webauthn.create', options, odd), device, key });
  }

  used({ options }: Asked, odd: Odd = {}): string {
    this.count++;
    const device = this.head(odd.host ?? options.rpId ?? '', 0, odd);
    const client = this.client('webauthn.get', options, odd);
    const signed = Buffer.concat([device, createHash('sha256').update(client).digest()]);
    return this.written({ client, device, signature: sign('sha256', signed, this.pair.privateKey) });
  }

  private client(type: string, options: Asked['options'], odd: Odd): Buffer {
    const challenge = odd.challenge ?? options.challenge;
    return Buffer.from(JSON.stringify({ type, challenge, origin: odd.origin ?? this.origin, crossOrigin: false }));
  }

  private head(host: string, more: number, { unverified, count = this.count }: Odd): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    const flags = 0x01 | (unverified ? 0 : 0x04) | more;
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), counter]);
  }

  private written(parts: Record<string, Buffer>): string {
    const texts = Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64url')]);
    return JSON.stringify({ id: this.id.toString('base64url'), ...Object.fromEntries(texts) });
  }
}
