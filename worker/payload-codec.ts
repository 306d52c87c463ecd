import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto, { type temporal } from '@temporalio/proto';
import { UserError } from '../dsl/user-error.ts';
import { type KeyRing, knownKeys, type LinkKey, openKeyRing } from '../office/links/index.ts';
import type { TemporalConfig } from '../settings/config.ts';
import { ENCRYPTION_FAULTS } from '../texts/encryption.ts';

/** As Temporal's own samples mark what is encrypted, so that its tools know it. */
const ENCODING = 'encoding';
const ENCRYPTED = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * As the settings have it: a codec where there is something to encrypt, or keys for what was encrypted once.
 * @throws UserError where the file of the keys is of no use.
 */
export async function payloadCodecs({
  encrypt,
  keyFile,
}: Pick<TemporalConfig, 'encrypt' | 'keyFile'>): Promise<PayloadCodec[]> {
  if (!encrypt && (await knownKeys(keyFile, ENCRYPTION_FAULTS)).length === 0) return [];
  return [payloadCodec(await openKeyRing(keyFile, ENCRYPTION_FAULTS), encrypt)];
}

/**
 * Everything Temporal keeps of a run (inputs, results, acts, details, memos) encrypted with AES-256-GCM: nonce, tag,
 * then the whole payload, its key's id beside it. What is not encrypted is read as it is, so that runs of before go on;
 * with `encrypts` false nothing new is, and what is can still be read.
 */
export function payloadCodec(keys: KeyRing, encrypts: boolean): PayloadCodec {
  return {
    encode: async (payloads) => (encrypts ? payloads.map((one) => encrypted(one, keys.current)) : payloads),
    decode: async (payloads) => payloads.map((one) => decrypted(one, keys)),
  };
}

function encrypted(payload: Payload, { id, secret }: LinkKey): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce);
  const plain = proto.temporal.api.common.v1.Payload.encode(payload as temporal.api.common.v1.IPayload).finish();
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    metadata: { [ENCODING]: Buffer.from(ENCRYPTED), [KEY_ID]: Buffer.from(id) },
    data: Buffer.concat([nonce, cipher.getAuthTag(), data]),
  };
}

/** @throws UserError where its key is not there, or it is not as it was encrypted. */
function decrypted(payload: Payload, keys: KeyRing): Payload {
  const { metadata, data } = payload;
  if (textOf(metadata?.[ENCODING]) !== ENCRYPTED) return payload;
  const id = textOf(metadata?.[KEY_ID]);
  const key = keys.find(id);
  if (key === undefined) throw new UserError(ENCRYPTION_FAULTS.noKey(id));
  const bytes = Buffer.from(data ?? []);
  const decipher = createDecipheriv(CIPHER, key.secret, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  try {
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()]);
    return proto.temporal.api.common.v1.Payload.decode(plain);
  } catch {
    throw new UserError(ENCRYPTION_FAULTS.changed(id));
  }
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes).toString() : '';
}
