import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../../dsl/user-error.ts';
import { isObject } from './http.ts';
import type { TokenStore, Tokens } from './tokens.ts';

const LOCK_STALE_MS = 2 * 60_000;
const LOCK_LOOK_MS = 50;

/** Tokens in one file only its owner can read, replaced whole, with a lock file beside it for other processes. */
export class FileTokenStore implements TokenStore {
  readonly #file: string;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  async load(): Promise<Tokens | null> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    }
    const tokens = tokensOf(text);
    if (tokens === null) {
      throw new UserError(`${this.#file}: không phải tệp mã truy cập Zalo; xóa tệp và cấp quyền lại cho ứng dụng`);
    }
    return tokens;
  }

  async save(tokens: Tokens): Promise<void> {
    const draft = `${this.#file}.${randomUUID()}`;
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(tokens));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, this.#file);
  }

  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(() => this.#locked(work));
    this.#queue = run.catch(() => {});
    return run;
  }

  async #locked<T>(work: () => Promise<T>): Promise<T> {
    const lock = `${this.#file}.lock`;
    while (!(await take(lock))) {
      if (await isStale(lock)) await rm(lock, { force: true });
      else await delay(LOCK_LOOK_MS);
    }
    try {
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Left by a process that died: no refresh takes this long. */
async function isStale(lock: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(lock)).mtimeMs > LOCK_STALE_MS;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return isObject(error) && error['code'] === code;
}

function tokensOf(text: string): Tokens | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt } = value;
  if (typeof accessToken !== 'string' || typeof refreshToken !== 'string') return null;
  if (typeof accessExpiresAt !== 'number' || typeof refreshExpiresAt !== 'number') return null;
  return { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt };
}
