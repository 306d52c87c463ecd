import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { z } from 'zod';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { isObject } from './http.ts';
import type { TokenStore, Tokens } from './tokens.ts';

const LOCK_LOOK_MS = 50;
/** Longer than a renewal can take, whatever the network does. */
const LOCK_WAIT_MS = 90_000;

const TokenFile = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  accessExpiresAt: z.number(),
  refreshExpiresAt: z.number(),
  renewingSince: z.number().optional(),
  deadSince: z.number().optional(),
  seed: z.string().optional(),
});

/**
 * Tokens in one file only its owner can read, replaced whole. The lock beside it is SQLite's own, on a file without
 * content: the system drops it with the process that held it, so none is ever stale.
 */
export class FileTokenStore implements TokenStore {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async load(): Promise<Tokens | null> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if (isObject(error) && error['code'] === 'ENOENT') return null;
      throw error;
    }
    return tokensOf(text) ?? this.#notOurs();
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
    await syncFolder(dirname(this.#file));
  }

  async exclusive<T>(work: () => Promise<T>): Promise<T> {
    const lock = await openLock(this.#file);
    try {
      await take(lock, this.#file);
      return await work();
    } finally {
      lock.close();
    }
  }

  #notOurs(): never {
    throw new UserError(`${this.#file}: không phải tệp mã truy cập Zalo; xóa tệp và cấp quyền lại cho ứng dụng`);
  }
}

async function openLock(file: string): Promise<Database.Database> {
  try {
    await mkdir(dirname(file), { recursive: true });
    return new Database(`${file}.lock`, { timeout: 0 });
  } catch {
    throw new UserError(`không mở được ${file}.lock để ghi: kiểm tra quyền của thư mục này`);
  }
}

async function take(lock: Database.Database, file: string): Promise<void> {
  const end = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
      if (Date.now() > end) throw new UserError(`${file}: một tiến trình khác giữ khóa làm mới quá lâu; thử lại sau`);
      await delay(LOCK_LOOK_MS);
    }
  }
}

/** A renamed file is only there after a power cut once its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function tokensOf(text: string): Tokens | null {
  try {
    const { renewingSince, deadSince, seed, ...tokens } = TokenFile.parse(JSON.parse(text));
    return { ...tokens, ...present({ renewingSince, deadSince, seed }) };
  } catch {
    return null;
  }
}
