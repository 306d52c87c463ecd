import { Tokenize } from 'rtf-stream-parser';
import { UserError } from '../../dsl/user-error.ts';
import { formRefusals as refuse, formRemarks as remark } from '../../texts/notice-forms.ts';
import type { SourceText } from '../source.ts';
import { quoted } from './doubts.ts';
import { sourceOfParagraphs } from './paragraph-text.ts';
import { RtfReading, type RtfToken } from './rtf-reading.ts';

/**
 * The text of a Rich Text file as a reader sees it: one line a paragraph, tables as rows between bars, struck and hidden
 * words left out.
 *
 * @throws UserError where the file is damaged
 */
export async function readRtf(bytes: Uint8Array, path: string): Promise<SourceText> {
  const reading = new RtfReading();
  try {
    const tokens = new Tokenize();
    tokens.end(Buffer.from(bytes));
    for await (const token of tokens) reading.take(token as RtfToken);
  } catch {
    throw new UserError(refuse.damagedRtf(path));
  }
  const { lines, gone, margins, legacy } = reading.end();
  return {
    ...sourceOfParagraphs(lines, gone),
    remarks: [...(gone.length > 0 ? [remark.leftOut(gone.map(quoted))] : []), ...(legacy ? [remark.legacyFont] : [])],
    margins: margins.filter((line) => line.trim() !== ''),
  };
}
