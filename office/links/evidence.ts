import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files people send as results, kept by their hash: the same file twice is one, and none can be changed unseen. */
export class EvidenceStore {
  constructor(private readonly folder: string) {}

  /** Safe on the disk when it returns. Returns the hash, hex. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.fileOf(sha256);
    const known = await stat(file).catch(() => undefined);
    if (known?.size === bytes.length) return sha256;
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
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return sha256;
  }

  /** Undefined where there is no such file, or where it no longer is what its name says. */
  async read(sha256: string): Promise<Buffer | undefined> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
    const bytes = await readFile(this.fileOf(sha256)).catch(() => undefined);
    const intact = bytes && createHash('sha256').update(bytes).digest('hex') === sha256;
    return intact ? bytes : undefined;
  }

  private fileOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
