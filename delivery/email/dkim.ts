import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../../dsl/user-error.ts';

/** What mail is signed with: the public half stands in DNS at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM; RSA, the one kind every verifier knows. */
  readonly privateKey: string;
}

/** Shorter keys are not to be honoured by verifiers (RFC 8301, section 3.2). */
const SHORTEST_KEY = 1024;

/**
 * Reads the key a domain's mail is signed with.
 * @throws UserError where the file cannot be read, or holds no private RSA key that verifiers accept.
 */
export async function readDkimKey(domain: string, selector: string, file: string): Promise<DkimKey> {
  const pem = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`DKIM_KEY_FILE: không đọc được tệp ${file} (${error.code ?? error.message})`);
  });
  const key = privateKeyOf(pem, file);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa') {
    throw new UserError(
      `DKIM_KEY_FILE: ${file} là khóa ${key.asymmetricKeyType ?? ''}; cần khóa RSA, nên dùng 2048 bit`,
    );
  }
  if (bits < SHORTEST_KEY) {
    throw new UserError(`DKIM_KEY_FILE: khóa RSA trong ${file} chỉ ${bits} bit; cần từ ${SHORTEST_KEY}, nên dùng 2048`);
  }
  return { domain, selector, privateKey: pem };
}

function privateKeyOf(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    const form = pem.includes('ENCRYPTED') ? 'khóa không đặt mật khẩu' : 'một khóa riêng dạng PEM (BEGIN PRIVATE KEY)';
    throw new UserError(`DKIM_KEY_FILE: ${file} không phải khóa dùng được; cần ${form}`);
  }
}

/** Name and value of the DNS record the key needs (RFC 6376, section 3.6). */
export function dkimRecord({ domain, selector, privateKey }: DkimKey): {
  readonly name: string;
  readonly value: string;
} {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${der.toString('base64')}` };
}

/** How a key stands in DNS: `absent` and `other` make receivers reject what it signs; `unasked` = no answer came. */
export type DkimStanding = 'published' | 'absent' | 'other' | 'unasked';

/** Asks DNS for the key's record. `resolveTxt` as in `node:dns/promises`: records in the pieces they are kept in. */
export async function dkimStanding(
  key: DkimKey,
  resolveTxt: (name: string) => Promise<readonly (readonly string[])[]>,
): Promise<DkimStanding> {
  const { name, value } = dkimRecord(key);
  try {
    const records = (await resolveTxt(name)).map((pieces) => pieces.join(''));
    const keys = records.map((record) => /(?:^|;)\s*p\s*=\s*([^;]*)/.exec(record)?.[1]?.replace(/\s/g, ''));
    if (keys.includes(value.slice(value.indexOf('p=') + 2))) return 'published';
    return keys.every((p) => p === undefined) ? 'absent' : 'other';
  } catch (error) {
    const { code } = Object(error) as { readonly code?: unknown };
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'absent' : 'unasked';
  }
}
