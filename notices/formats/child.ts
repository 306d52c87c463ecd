import type { SourceText } from '../source.ts';
import { readDocument } from './index.ts';

/** The work of the process in which a document's bytes are read. */
export default function readConfined({ bytes, path }: { bytes: Uint8Array; path: string }): Promise<SourceText> {
  return readDocument(bytes, path);
}
