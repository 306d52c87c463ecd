import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../../dsl/user-error.ts';
import { codeOf } from '../../system/error-code.ts';
import { writeOnce } from '../../system/write-once.ts';
import { LINK_KEY_FAULTS } from '../../texts/links.ts';

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

/** What is said of a file of keys that is of no use: what its loss means depends on what they are for. */
export interface KeyFileFaults {
  unreadable(file: string): string;
  badFile(file: string): string;
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
export async function openKeyRing(file: string, say: KeyFileFaults = LINK_KEY_FAULTS): Promise<KeyRing> {
  const found = await load(file, say);
  if (found) return ringOf(found);
  await writeOnce(file, textOf({ format: 1, keys: [freshKey([])] }));
  return ringOf((await load(file, say)) ?? notOurs(file, say));
}

/** The keys of a file, the one that is used first; none where there is no file. */
export async function knownKeys(
  file: string,
  say: KeyFileFaults = LINK_KEY_FAULTS,
): Promise<readonly { readonly id: string; readonly since: string }[]> {
  return (await load(file, say))?.keys.map(({ id, since }) => ({ id, since })) ?? [];
}

/**
 * Signs with a new key from now on. Links signed before stay good until they expire; with `drop` they end at once, as
 * after a leak.
 */
export async function rotateKeys(
  file: string,
  { drop = false, say = LINK_KEY_FAULTS }: { readonly drop?: boolean; readonly say?: KeyFileFaults } = {},
): Promise<KeyRing> {
  await openKeyRing(file, say);
  const { keys } = (await load(file, say)) ?? notOurs(file, say);
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

async function load(file: string, say: KeyFileFaults): Promise<KeyFile | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UserError(say.unreadable(file), { cause: error });
  }
  // A copy restored with wider rights is narrowed again; where the disk knows no rights there is nothing to narrow.
  await chmod(file, OWNER_ONLY).catch(() => {});
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    return notOurs(file, say);
  }
}

async function writeDraft(file: string, keys: KeyFile): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, textOf(keys), { mode: OWNER_ONLY, flush: true });
  return draft;
}

function textOf(keys: KeyFile): string {
  return `${JSON.stringify(keys, null, 2)}\n`;
}

function freshKey(taken: readonly string[]): KeyFile['keys'][number] {
  let id: string;
  do id = randomBytes(2).toString('hex');
  while (taken.includes(id));
  return { id, secret: randomBytes(SECRET_BYTES).toString('base64url'), since: new Date().toISOString() };
}

function notOurs(file: string, say: KeyFileFaults): never {
  throw new UserError(say.badFile(file));
}
