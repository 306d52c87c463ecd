import type { DeadlineContext } from '../deadline/index.ts';
import type { Day } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { noticeRefusals, noticeWarnings } from '../texts/notice-warnings.ts';
import { finish } from './directives/finish.ts';
import { Walk } from './directives/walk.ts';
import { type Header, readHeader } from './header/read-header.ts';
import { splitDocuments } from './structure/documents.ts';
import { type Line, readLines } from './structure/lines.ts';
import { readParagraphs } from './structure/paragraphs.ts';
import { readTables } from './tables/index.ts';
import type { Notice, ReadOptions, Span } from './types.ts';

/**
 * Reads the documents of a decoded text and the directives they give. Pure: spans are offsets in `text` as it stands.
 *
 * @throws UserError where no document says when it was issued or when the meeting was, and `options.issued` is not given
 */
export function readNotices(text: string, options: ReadOptions): Notice[] {
  const lines = readLines(text);
  const documents = splitDocuments(lines).map(({ from, to }) => {
    const own = lines.slice(from, to);
    return { own, header: readHeader(own) };
  });
  const known = documents.map(({ header }) => header.issued ?? header.fallback).find((d) => d !== null);
  const ids = new Map<string, number>();
  return documents.map(({ own, header }, i) => {
    const written = header.issued ?? header.fallback;
    const anchor = options.issued ?? written ?? known;
    if (!anchor) throw new UserError(noticeRefusals.noAnchorText);
    const prefix = documents.length > 1 ? `vb${i + 1}.` : '';
    const notice = readOne(text, own, header, { anchor, calendar: options.calendar }, options.issued, prefix, ids);
    if (!options.issued && !written)
      for (const d of notice.directives) d.warnings.push(noticeWarnings.anchorBorrowed(anchor));
    return notice;
  });
}

function readOne(
  text: string,
  lines: readonly Line[],
  header: Header,
  context: DeadlineContext,
  issued: Day | undefined,
  prefix: string,
  ids: Map<string, number>,
): Notice {
  const tables = readTables(text, lines, context);
  const drafts = [...new Walk(readParagraphs(tables.lines), context, header.issuer).run(), ...tables.drafts].sort(
    (a, b) => a.span[0] - b.span[0],
  );
  return {
    number: header.number,
    issued: issued ?? header.issued,
    anchor: context.anchor,
    issuer: header.issuer,
    signer: header.signer,
    ...(header.urgency ? { urgency: header.urgency } : {}),
    ...(header.secrecy ? { secrecy: header.secrecy } : {}),
    span: spanOf(lines),
    directives: finish(text, drafts, context.anchor, prefix, ids),
  };
}

function spanOf(lines: readonly Line[]): Span {
  const texts = lines.filter((l) => l.kind === 'text' || l.kind === 'row');
  return [texts[0]?.start ?? 0, texts.at(-1)?.end ?? 0];
}
