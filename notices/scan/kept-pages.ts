import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageAnswer } from './types.ts';

/** Raised with whatever changes what is seen on a page: what was kept before is looked at anew. */
const READER = 'tesseract-7-vie-1';
const OWNER_ONLY = { mode: 0o600 } as const;

/** What was seen on pages, kept by the hash of their file: the documents are the office's, and for its eyes alone. */
export class KeptPages {
  /** The hash. */
  readonly key: string;
  private readonly folder: string | undefined;

  /** @param file its bytes, or its hash where that is known */
  constructor(folder: string | undefined, file: Uint8Array | string) {
    this.key = typeof file === 'string' ? file : createHash('sha256').update(file).digest('hex');
    this.folder = folder === undefined ? undefined : join(folder, `${this.key}.${READER}`);
  }

  /** Undefined where the page has not been seen, or what was kept of it is broken. */
  async find(n: number): Promise<PageAnswer | undefined> {
    if (this.folder === undefined) return undefined;
    try {
      const seen = JSON.parse(await readFile(this.fileOf(n, 'json'), 'utf8'));
      return { seen, jpeg: new Uint8Array(await readFile(this.fileOf(n, 'jpg'))) };
    } catch {
      return undefined;
    }
  }

  /** A page that cannot be kept is looked at again the next time: nothing is lost. */
  async keep(n: number, answer: PageAnswer): Promise<void> {
    if (this.folder === undefined || 'layer' in answer) return;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(this.fileOf(n, 'jpg'), answer.jpeg, OWNER_ONLY);
      const draft = this.fileOf(n, `json.${process.pid}`);
      await writeFile(draft, JSON.stringify(answer.seen), OWNER_ONLY);
      await rename(draft, this.fileOf(n, 'json'));
    } catch {}
  }

  /** Nothing of this file stays. */
  async forget(): Promise<void> {
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private fileOf(n: number, ending: string): string {
    return join(this.folder ?? '', `${n}.${ending}`);
  }
}
