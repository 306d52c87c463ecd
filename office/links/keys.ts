import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../dsl/user-error.ts';
import { codeOf } from '../../system/error-code.ts';

/** One secret that signs. Its id stands in what it signed, so that it can be found again after a rotation. */
export interface LinkKey {
  /** Four hex digits. */
  readonly id: string;
  readonly secret: Buffer;
}

/** The newest key signs; the older ones still open what they signed. */
export interface KeyRing {
  readonly current: LinkKey;
  find(id: string): LinkKey | undefined;
}

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

const KeyFile = z.object({
  format: z.literal(1),
  keys: z
    .array(z.object({ id: z.string().regex(/^[0-9a-f]{4}$/), secret: z.base64url().min(43), since: z.iso.datetime() }))
    .min(1),
});
type KeyFile = z.infer<typeof KeyFile>;

/**
 * The keys of a data folder, made on first use in a file only its owner can read. Two processes that start together
 * end with the same keys.
 * @throws UserError where the file is not one of ours.
 */
export async function openKeyRing(file: string): Promise<KeyRing> {
  const found = await load(file);
  if (found) return ringOf(found);
  await place(file, { format: 1, keys: [freshKey([])] });
  return ringOf((await load(file)) ?? notOurs(file));
}

/**
 * Signs with a new key from now on. Links signed before stay good until they expire; with `drop` they end at once, as
 * after a leak.
 */
export async function rotateKeys(file: string, { drop = false } = {}): Promise<KeyRing> {
  await openKeyRing(file);
  const { keys } = (await load(file)) ?? notOurs(file);
  const next: KeyFile = { format: 1, keys: [freshKey(keys.map((k) => k.id)), ...(drop ? [] : keys)] };
  const draft = await writeDraft(file, next);
  await rename(draft, file);
  return ringOf(next);
}

function ringOf({ keys }: KeyFile): KeyRing {
  const ring = keys.map(({ id, secret }): LinkKey => ({ id, secret: Buffer.from(secret, 'base64url') }));
  const [current] = ring;
  if (!current) throw new Error('a key ring without keys');
  return { current, find: (id) => ring.find((key) => key.id === id) };
}

async function load(file: string): Promise<KeyFile | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UserError(`${file}: không đọc được tệp khoá của liên kết; kiểm tra quyền của tệp`, { cause: error });
  }
  // A copy restored with wider rights is narrowed again; where the disk knows no rights there is nothing to narrow.
  await chmod(file, OWNER_ONLY).catch(() => {});
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    return notOurs(file);
  }
}

/** Makes the file appear whole or not at all; whoever comes second leaves the first one's. */
async function place(file: string, keys: KeyFile): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = await writeDraft(file, keys);
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(file: string, keys: KeyFile): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: OWNER_ONLY, flush: true });
  return draft;
}

function freshKey(taken: readonly string[]): KeyFile['keys'][number] {
  let id: string;
  do id = randomBytes(2).toString('hex');
  while (taken.includes(id));
  return { id, secret: randomBytes(SECRET_BYTES).toString('base64url'), since: new Date().toISOString() };
}

function notOurs(file: string): never {
  throw new UserError(
    `${file}: không phải tệp khoá của liên kết; khôi phục từ bản sao lưu, hoặc xoá tệp (mọi liên kết đã gửi sẽ hết hiệu lực)`,
  );
}
