import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file on the disk whose act is under way. */
export interface StagedFile {
  readonly sha256: string;
  keep(): Promise<void>;
  drop(): Promise<void>;
}

/** Files people send as results, kept by their hash: the same file twice is one, and none can be changed unseen. */
export class EvidenceStore {
  constructor(private readonly folder: string) {}

  /** Safe on the disk when it returns. Returns the hash, hex. */
  async keep(bytes: Uint8Array): Promise<string> {
    const staged = await this.stage(bytes);
    await staged.keep();
    return staged.sha256;
  }

  /** Puts a file on the disk for an act that may still be refused: it can be read from now on, and is kept or dropped after. */
  async stage(bytes: Uint8Array): Promise<StagedFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.fileOf(sha256);
    const known = await stat(file).catch(() => undefined);
    const nothing = async () => {};
    if (known?.size === bytes.length) return { sha256, keep: nothing, drop: nothing };
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return { sha256, keep: () => rename(draft, file), drop: () => rm(draft, { force: true }) };
  }

  /** Undefined where there is no such file, or where it no longer is what its name says. */
  async read(sha256: string): Promise<Buffer | undefined> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
    const bytes = await this.bytesOf(sha256);
    const intact = bytes && createHash('sha256').update(bytes).digest('hex') === sha256;
    return intact ? bytes : undefined;
  }

  /** Also what a process staged that died before it was told what became of the act. */
  private async bytesOf(sha256: string): Promise<Buffer | undefined> {
    const file = this.fileOf(sha256);
    const kept = await readFile(file).catch(() => undefined);
    if (kept !== undefined) return kept;
    const names = await readdir(dirname(file)).catch(() => []);
    const staged = names.find((name) => name.startsWith(`${sha256}.`));
    return staged === undefined ? undefined : readFile(join(dirname(file), staged)).catch(() => undefined);
  }

  private fileOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
