import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/*
 * What WebAuthn (Level 2, §7.1 and §7.2) has a server check of a key in somebody's device. Nothing is asked of who made
 * the device (attestation `none`), so of a new key there is no signature to check, and its public half comes as SPKI.
 */

/** What came from a device, apart from its signature. */
export interface DeviceWord {
  readonly type: 'webauthn.create' | 'webauthn.get';
  /** JSON the browser wrote, as bytes. */
  readonly client: Uint8Array;
  /** What the device says of itself. */
  readonly device: Uint8Array;
}

/** For whom a key is, and what must have been asked. */
export interface ExpectedOf {
  readonly challenge: string;
  readonly origin: string;
  /** Name of the host keys are kept under. */
  readonly host: string;
}

/** Bits of the device's flags: somebody was there, has shown who they are (finger, face, code), a key comes with it. */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;
const HASH_BYTES = 32;
const HEAD_BYTES = HASH_BYTES + 5;
/** Behind the head: the maker's id, then the length of the key's own. */
const MAKER_BYTES = 16;

/** The device's count of uses, where everything it and the browser say is as expected; undefined where not. */
export function countOf(
  { type, client, device }: DeviceWord,
  { challenge, origin, host }: ExpectedOf,
): number | undefined {
  const said = jsonOf(client);
  if (said?.['type'] !== type || said['challenge'] !== challenge || said['origin'] !== origin) return undefined;
  if (said['crossOrigin'] === true || device.length < HEAD_BYTES) return undefined;
  const bytes = Buffer.from(device);
  if (!bytes.subarray(0, HASH_BYTES).equals(sha256(Buffer.from(host)))) return undefined;
  const needed = PRESENT | VERIFIED;
  return (bytes.readUInt8(HASH_BYTES) & needed) === needed ? bytes.readUInt32BE(HASH_BYTES + 1) : undefined;
}

/** Does a new key's device name it so? */
export function isKeyOf(device: Uint8Array, id: Uint8Array): boolean {
  const bytes = Buffer.from(device);
  const at = HEAD_BYTES + MAKER_BYTES;
  if (bytes.length < at + 2 || (bytes.readUInt8(HASH_BYTES) & WITH_KEY) === 0) return false;
  return id.length > 0 && bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)).equals(id);
}

/** A public key of a kind that was asked for (ES256, EdDSA, RS256), from SPKI; undefined for anything else. */
export function keyOf(spki: Uint8Array): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return isTaken(key) ? key : undefined;
  } catch {
    return undefined;
  }
}

const SHORTEST_RSA = 2048;

function isTaken({ asymmetricKeyType: type, asymmetricKeyDetails: details = {} }: KeyObject): boolean {
  if (type === 'ec') return details.namedCurve === 'prime256v1';
  return type === 'ed25519' || (type === 'rsa' && (details.modulusLength ?? 0) >= SHORTEST_RSA);
}

/** Did the key sign what the browser and the device say? */
export function isSigned(key: KeyObject, { client, device }: DeviceWord, signature: Uint8Array): boolean {
  const signed = Buffer.concat([device, sha256(client)]);
  try {
    return verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, key, signature);
  } catch {
    return false;
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function jsonOf(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
