import type { ToSee } from '../scan/types.ts';
import type { SourceText } from '../source.ts';
import { openDocument } from './index.ts';

/** The work of the process in which a document's bytes are read. */
export default function readConfined({
  bytes,
  path,
}: {
  bytes: Uint8Array;
  path: string;
}): Promise<SourceText | ToSee> {
  return openDocument(bytes, path);
}
