import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Day } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Directory, mergeDirectory, type Register } from '../../register/index.ts';
import { DIRECTORY as say } from '../../texts/staff/index.ts';
import { EvidenceStore } from '../links/index.ts';
import { type DirectoryChange, directoryChanges } from './changes.ts';
import { directoryFromFile } from './workbook.ts';

/** A directory file that was looked at: what taking it would change. */
export interface ImportLook {
  readonly changes: readonly DirectoryChange[];
  readonly loaded: Directory;
  /** What a person should know beside it: sheets and rows that were not read. */
  readonly notes: readonly string[];
  /** What `take` wants back: which file was looked at, and beside which directory. */
  readonly file: string;
  readonly seen: string;
}

/** Takes directory files in two steps: the difference first, then, on a person's word, the file. Files lie in `folder`. */
export class DirectoryImport {
  private readonly store: EvidenceStore;

  constructor(
    private readonly register: Register,
    folder: string,
  ) {
    this.store = new EvidenceStore(folder);
  }

  /** @throws UserError with the line of the file where it cannot be read. */
  async look(file: { readonly name: string; readonly bytes: Uint8Array }, day: Day): Promise<ImportLook> {
    const { loaded, notes } = await directoryOf(file);
    const current = await this.register.directory.current();
    return {
      changes: directoryChanges(current, mergeDirectory(current, loaded), day),
      loaded,
      notes,
      file: await this.store.keep(file.bytes),
      seen: stateOf(current),
    };
  }

  /** @throws UserError where the directory is another one by now, or the file is gone. */
  async take(file: { readonly name: string; readonly sha256: string; readonly seen: string }): Promise<Directory> {
    const bytes = await this.store.read(file.sha256);
    if (!bytes) throw new UserError(say.fileGone);
    const { loaded } = await directoryOf({ name: file.name, bytes });
    await this.register.directory.change((current) => {
      if (stateOf(current) !== file.seen) throw new UserError(say.changedElsewhere);
      return loaded;
    });
    return loaded;
  }
}

function stateOf(directory: Directory): string {
  return createHash('sha256').update(JSON.stringify(directory)).digest('hex');
}

async function directoryOf(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<Pick<ImportLook, 'loaded' | 'notes'>> {
  const notes: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-danh-ba-'));
  try {
    const path = join(folder, basename(file.name));
    await writeFile(path, file.bytes, { mode: 0o600 });
    const loaded = await directoryFromFile(path, (words) => notes.push(words.replaceAll(`${folder}/`, '')));
    return { loaded, notes };
  } catch (error) {
    // Whoever sent the file knows it by its name, and has no business with our folders.
    if (error instanceof UserError) throw new UserError(error.message.replaceAll(`${folder}/`, ''), { cause: error });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
