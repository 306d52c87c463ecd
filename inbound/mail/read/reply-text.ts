import { manyLines } from '../../../texts/messages/index.ts';
import { attributionAt, isDeviceLine, isHeadAt, isSeparator } from './quotation.ts';

const LONGEST = 4_000;
/** What is looked at of a text: beyond it stands what is answered, or nothing anybody would read. */
const MOST_LETTERS = 200_000;
/** Marks alone say nothing; a thumb does. */
const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * What somebody wrote anew in a reply, above, between or below the message it answers: without that message, without a
 * signature below "-- ".
 */
export function replyText(text: string): string {
  const lines = manyLines(text.slice(0, MOST_LETTERS)).split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line === '--' || isSeparator(line) || isHeadAt(lines, at)) break;
    const said = attributionAt(lines, at);
    // Words of the message answered follow: marked line by line, they end where the marks do; else all that follows is.
    if (said > 0 && !isQuotedNext(lines, at + said)) break;
    if (said === 0 && !line.startsWith('>')) kept.push(line);
    at += Math.max(1, said);
  }
  while (kept.length > 0 && isEmptyOrDevice(kept.at(-1) ?? '')) kept.pop();
  const written = manyLines(kept.join('\n')).slice(0, LONGEST);
  return SAYS.test(written) ? written : '';
}

function isQuotedNext(lines: readonly string[], at: number): boolean {
  return (lines[at] === '' ? lines[at + 1] : lines[at])?.startsWith('>') === true;
}

function isEmptyOrDevice(line: string): boolean {
  return line === '' || isDeviceLine(line);
}
