import { copyFile, type FileHandle, link, mkdir, mkdtemp, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { create } from 'tar';
import { UserError } from '../../dsl/user-error.ts';
import type { PlainRow, Register } from '../../register/index.ts';
import { codeOf } from '../../system/error-code.ts';
import { BACKUP_FAULTS } from '../../texts/backup.ts';
import { systemTrouble } from '../../texts/system-trouble.ts';
import { FILES_FOLDER, MANIFEST, type Manifest, TABLES_FOLDER } from './manifest.ts';
import { EVIDENCE, keptOf, type OfficePlaces } from './places.ts';
import { digestOf, filesAt } from './walk.ts';

export interface BackupOptions {
  readonly register: Register;
  readonly places: OfficePlaces;
  /** The file to write; what is there is left alone. */
  readonly file: string;
  /** Nothing is done any more where it is taken. */
  readonly moved: boolean;
  /** In rows and files. */
  readonly onProgress: (done: number, total: number) => void;
}

const OWNER_ONLY = 0o600;

/**
 * Writes everything an office cannot make again into one file: its register as of one moment, while the service runs,
 * then the files that register names, which are there for good once it does; keys, settings, policies. What runs on
 * Temporal is not in it: the register says how far each directive has come.
 * @throws UserError where the file is there, or cannot be written; then there is none.
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const file = resolve(options.file);
  if (
    await stat(file).then(
      () => true,
      () => false,
    )
  )
    throw new UserError(BACKUP_FAULTS.exists(file));
  let staging: string | undefined;
  try {
    staging = await mkdtemp(join(dirname(file), '.dondoc-sao-luu-'));
    const manifest = await stage(options, staging);
    const whole = join(staging, 'whole.tar.gz');
    const paths = [MANIFEST, ...manifest.files.map(({ path }) => path)];
    await create({ cwd: staging, file: whole, gzip: true, portable: true, strict: true, mode: OWNER_ONLY }, paths);
    await safeOnDisk(whole);
    // A file of this name is a whole backup.
    await rename(whole, file);
    return manifest;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new UserError(BACKUP_FAULTS.notWritten(file, systemTrouble(error)));
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
  }
}

async function stage({ register, places, moved, onProgress }: BackupOptions, staging: string): Promise<Manifest> {
  let done = 0;
  const kept = await Promise.all(
    [...keptOf(places)].map(async ([name, path]) => ({ name, path, rests: await filesAt(path) })),
  );
  const count = kept.reduce((sum, { rests }) => sum + rests.length, 0);
  let total = count;
  const tables = new TableFiles(join(staging, TABLES_FOLDER));
  await mkdir(join(staging, TABLES_FOLDER), { mode: 0o700 });
  const head = await register.copy(async (table, rows, all) => {
    await tables.take(table, rows);
    done += rows.length;
    total = all + count;
    onProgress(done, total);
  });
  await tables.close();
  // After the register: what it names is there.
  for (const [name, path] of keptOf(places)) {
    for (const rest of await filesAt(path)) {
      const to = join(staging, FILES_FOLDER, name, rest);
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await asItIs(join(path, rest), to, name === EVIDENCE);
      done = Math.min(done + 1, total);
      onProgress(done, total);
    }
  }
  const files: Manifest['files'] = [];
  for (const folder of [TABLES_FOLDER, FILES_FOLDER]) {
    for (const rest of await filesAt(join(staging, folder))) {
      files.push({ path: `${folder}/${rest}`, ...(await digestOf(join(staging, folder, rest))) });
    }
  }
  const manifest: Manifest = {
    format: 'dondoc-backup',
    version: 1,
    register: await register.id(),
    takenAt: head.takenAt,
    migration: head.migration,
    moved,
    tables: [...head.tables],
    files,
  };
  await writeFile(join(staging, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: OWNER_ONLY });
  if (done < total) onProgress(total, total);
  return manifest;
}

/** Results never change: a second name for the file is enough. Elsewhere, or what may change, is copied. */
async function asItIs(from: string, to: string, isFixed: boolean): Promise<void> {
  try {
    if (isFixed) await link(from, to);
    else await copyFile(from, to);
  } catch (error) {
    // Gone since it was listed: a draft that was issued.
    if (codeOf(error) === 'ENOENT') return;
    if (codeOf(error) !== 'EXDEV' && codeOf(error) !== 'EPERM') throw error;
    await copyFile(from, to);
  }
}

async function safeOnDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.chmod(OWNER_ONLY);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file a table, a row a line. */
class TableFiles {
  #table = '';
  #handle: FileHandle | undefined;

  constructor(private readonly folder: string) {}

  async take(table: string, rows: readonly PlainRow[]): Promise<void> {
    if (this.#table !== table) {
      await this.close();
      this.#handle = await open(tableFile(this.folder, table), 'wx', OWNER_ONLY);
      this.#table = table;
    }
    await this.#handle?.appendFile(rows.map((row) => `${lineOf(row)}\n`).join(''));
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }
}

/** What reads lines takes these two for the end of one, and JSON leaves them as they are. */
function lineOf(row: PlainRow): string {
  return JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

export function tableFile(folder: string, table: string): string {
  return join(folder, `${table}.jsonl`);
}
