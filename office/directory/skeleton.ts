import { stringify } from 'yaml';
import { type Directory, slugOf } from '../../register/index.ts';
import { DIRECTORY_FILE as say } from '../../texts/directory-file.ts';
import type { ReadNotice } from '../registration.ts';
import { agencyOfName } from '../review/agencies.ts';

/** A directory file to fill in, and how many agencies are in it. */
export interface Skeleton {
  readonly text: string;
  readonly agencies: number;
}

/** The agencies that notices name and the directory does not know, each once, with a place for whom to tell. */
export function skeletonOf(reads: readonly ReadNotice[], directory: Directory): Skeleton {
  const agencies = new Map<string, string>();
  for (const { notice } of reads) {
    for (const { lead, cooperating, supervisor } of notice.directives) {
      for (const { name, agency } of [...lead, ...cooperating, ...supervisor]) {
        const id = slugOf(name);
        if (id === '' || agency !== undefined || agencyOfName(directory, name, notice.anchor)) continue;
        if (!agencies.has(id)) agencies.set(id, name.replace(/\s+/gu, ' ').trim());
      }
    }
  }
  const names = reads.map(({ notice, fileName, id }) => notice.number ?? fileName ?? id).join(', ');
  const list = [...agencies].map(([id, name]) => ({ id, name }));
  return {
    agencies: list.length,
    text: `${say.skeletonHead(names)}\n${stringify({ agencies: list })}people:\n${list.map(({ id, name }) => say.person(id, name)).join('\n')}\n`,
  };
}
