import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../../dsl/user-error.ts';
import { codeOf } from '../../system/error-code.ts';
import { writeOnce } from '../../system/write-once.ts';
import { ARCHIVE_FAULTS } from '../../texts/archive.ts';

/*
 * What is filed away is signed with Ed25519 (RFC 8032) over every byte before the line that bears the signature, so
 * that it can be checked with what any system has: docs/huong-dan.md says how with openssl.
 */

/** Of its file in the data folder. */
export const ARCHIVE_KEY_NAME = 'archive-key.pem';

export interface ArchiveKey {
  readonly secret: KeyObject;
  readonly fingerprint: string;
}

/** What a file says of who signed it; `intact` where every byte is as it was signed. */
export interface RecordSignature {
  readonly fingerprint: string;
  readonly intact: boolean;
}

const LINE = /\n<!-- ed25519 ([A-Za-z0-9+/=]+) ([A-Za-z0-9+/=]+) -->\n$/;

/**
 * The key an office signs its records with, made on first use in a file only its owner can read. Two processes that
 * start together end with the same key.
 * @throws UserError where the file is no such key.
 */
export async function archiveKeyIn(file: string): Promise<ArchiveKey> {
  const found = await knownArchiveKey(file);
  if (found) return found;
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return (await knownArchiveKey(file)) ?? notOurs(file);
}

/** The same where there is one already; undefined where nothing was ever signed here. */
export async function knownArchiveKey(file: string): Promise<ArchiveKey | undefined> {
  let pem: string;
  try {
    pem = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const secret = createPrivateKey(pem);
    if (secret.asymmetricKeyType !== 'ed25519') return notOurs(file);
    return { secret, fingerprint: fingerprintOf(createPublicKey(secret)) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    return notOurs(file);
  }
}

function notOurs(file: string): never {
  throw new UserError(ARCHIVE_FAULTS.badKey(file));
}

/** The text with the line that signs it. */
export function signedRecord(text: string, { secret }: ArchiveKey): string {
  const key = createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64');
  const signature = sign(null, Buffer.from(text), secret).toString('base64');
  return `${text}\n<!-- ed25519 ${key} ${signature} -->\n`;
}

/** Undefined where it bears no signature. */
export function signatureOf(file: string): RecordSignature | undefined {
  const found = LINE.exec(file);
  if (!found) return undefined;
  const [, der = '', signature = ''] = found;
  try {
    const key = createPublicKey({ key: Buffer.from(der, 'base64'), type: 'spki', format: 'der' });
    const intact = verify(null, Buffer.from(file.slice(0, found.index)), key, Buffer.from(signature, 'base64'));
    return { fingerprint: fingerprintOf(key), intact };
  } catch {
    return undefined;
  }
}

/** Sixteen hex digits, in fours: short enough to be read aloud and compared. */
function fingerprintOf(key: KeyObject): string {
  const hash = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
