import { answerContained } from '../../system/answer-contained.ts';
import { readDocument } from './index.ts';

/** The program of the process in which a document's bytes are read. */
answerContained(({ bytes, path }: { bytes: Uint8Array; path: string }) => readDocument(bytes, path));
