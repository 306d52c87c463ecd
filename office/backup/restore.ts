import { createReadStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { extract } from 'tar';
import { UserError } from '../../dsl/user-error.ts';
import { loadRegister, type PlainRow, RESTORED_MARK, type RegisterPlace, type Restored } from '../../register/index.ts';
import { codeOf } from '../../system/error-code.ts';
import { keepPrivate } from '../../system/private-folder.ts';
import { BACKUP_FAULTS } from '../../texts/backup.ts';
import { systemTrouble } from '../../texts/system-trouble.ts';
import { FILES_FOLDER, MANIFEST, Manifest, TABLES_FOLDER } from './manifest.ts';
import { keptOf, type OfficePlaces, SETTINGS } from './places.ts';
import { digestOf, filesAt } from './walk.ts';
import { tableFile } from './write.ts';

export interface RestoreOptions {
  readonly file: string;
  readonly places: OfficePlaces;
  /** An empty register. */
  readonly register: RegisterPlace;
  readonly now: () => number;
  /** Takes the settings of the backup over into those that are there, which lead. */
  readonly mergeSettings: (text: string) => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Fills an empty data folder, and an empty register there or on PostgreSQL, from a backup. Everything is looked through
 * before anything is written; the register comes last and in one piece, so that the same call can follow one that was
 * cut off. From a backup of what was moved all goes on as it was; from any other nothing leaves until somebody agrees.
 * @throws UserError where the file is no whole backup, or there is something that it would be written over.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { places, register, now, onProgress } = options;
  const file = resolve(options.file);
  await keepPrivate(places.dataFolder);
  const staging = await mkdtemp(join(places.dataFolder, '.dondoc-khoi-phuc-'));
  try {
    const manifest = await unpacked(file, staging);
    const folder = join(staging, TABLES_FOLDER);
    const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    await putBack(options, staging);
    const mark: Restored = { takenAt: manifest.takenAt, restoredAt: now() };
    await loadRegister(
      register,
      {
        ...manifest,
        async *rowsOf(table) {
          for await (const rows of rowsIn(tableFile(folder, table))) {
            yield rows;
            done += rows.length;
            onProgress(done, total);
          }
        },
      },
      manifest.moved ? {} : { [RESTORED_MARK]: JSON.stringify(mark) },
    );
    return manifest;
  } catch (error) {
    if (error instanceof UserError || codeOf(error) === undefined) throw error;
    throw new UserError(BACKUP_FAULTS.notRestored(file, systemTrouble(error)));
  } finally {
    // What was being unpacked when a fault was met may still be written to its end.
    await rm(staging, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** What is in it, once every byte is as it says. */
async function unpacked(file: string, staging: string): Promise<Manifest> {
  try {
    await extract({
      file,
      cwd: staging,
      strict: true,
      // Only what a backup has; a link could lead anywhere.
      filter: (path, entry) =>
        OURS.test(path) && 'type' in entry && ['File', 'OldFile', 'ContiguousFile', 'Directory'].includes(entry.type),
    });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new UserError(BACKUP_FAULTS.noFile(file));
    if (['ENOSPC', 'EACCES', 'EDQUOT', 'EIO', 'EISDIR'].includes(String(codeOf(error)))) throw error;
    throw new UserError(BACKUP_FAULTS.notOurs(file));
  }
  const manifest = await manifestIn(staging, file);
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = await digestOf(join(staging, path)).catch(() => undefined);
    if (found?.bytes !== bytes || found.sha256 !== sha256) throw new UserError(BACKUP_FAULTS.damaged(file, path));
  }
  return manifest;
}

const OURS = /^(muc-luc\.json|(so|tep)(\/.*)?)$/;

async function manifestIn(staging: string, file: string): Promise<Manifest> {
  const text = await readFile(join(staging, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) throw new UserError(BACKUP_FAULTS.notOurs(file));
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new UserError(BACKUP_FAULTS.damaged(file, MANIFEST));
  }
  const read = Manifest.safeParse(said);
  if (read.success) return read.data;
  const { version } = Object(said) as { version?: unknown };
  throw new UserError(Number(version) > 1 ? BACKUP_FAULTS.newer(file) : BACKUP_FAULTS.damaged(file, MANIFEST));
}

/** The files to where today's settings have them. */
async function putBack({ places, mergeSettings }: RestoreOptions, staging: string): Promise<void> {
  for (const [name, path] of keptOf(places)) {
    const from = join(staging, FILES_FOLDER, name);
    for (const rest of await filesAt(from)) {
      if (name === SETTINGS) {
        await mergeSettings(await readFile(from, 'utf8'));
        continue;
      }
      const to = join(path, rest);
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      const beside = `${to}.${process.pid}`;
      await copyFile(join(from, rest), beside);
      await rename(beside, to);
    }
  }
}

/** Rows at once: databases bound the parameters of a statement, and some notices are long. */
const ROWS = 200;

async function* rowsIn(file: string): AsyncGenerator<readonly PlainRow[]> {
  let rows: PlainRow[] = [];
  for await (const line of linesOf(file)) {
    rows.push(JSON.parse(line) as PlainRow);
    if (rows.length < ROWS) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** None where the table was empty. */
async function* linesOf(file: string): AsyncGenerator<string> {
  if ((await filesAt(file)).length === 0) return;
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}
