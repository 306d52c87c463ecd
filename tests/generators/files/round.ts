import type { WorkCalendar } from '../../../dsl/time/work-calendar.ts';
import type { openDocument } from '../../../notices/formats/index.ts';
import type { readNotices, Span } from '../../../notices/index.ts';
import type { workbookTable } from '../../../office/import/workbook.ts';
import type { SampleFile } from './samples.ts';

/** What reads files: the sources in the tests, the built product in the bench. */
export interface FileReader {
  readonly openDocument: typeof openDocument;
  readonly readNotices: typeof readNotices;
  readonly workbookTable: typeof workbookTable;
  readonly calendar: WorkCalendar;
}

export interface FileOutcome {
  /** What came of it: read with so many letters, refused in words, pages to be looked at as pictures. */
  readonly kind: 'read' | 'refused' | 'pictures';
  /** What is wrong. */
  readonly fault?: string;
}

/** A spoilt file is opened and read. A refusal in one line (`UserError`) is an answer; anything else thrown is a crash. */
export async function fileRound({ form, bytes }: SampleFile, reader: FileReader): Promise<FileOutcome> {
  const path = `hong.${form}`;
  try {
    if (form === 'xlsx') {
      await reader.workbookTable(bytes, path, undefined);
      return { kind: 'read' };
    }
    const source = await reader.openDocument(bytes, path);
    if ('garbled' in source) return { kind: 'pictures' };
    const { text, doubts } = source;
    const notices = reader.readNotices(source, { calendar: reader.calendar });
    const spans: Span[] = [
      ...doubts.map((d) => d.span),
      ...notices.flatMap((n) => [n.span, ...[...n.directives, ...n.unread].map((d) => d.span)]),
    ];
    const out = spans.find(([a, b]) => !(a >= 0 && a <= b && b <= text.length));
    return out ? { kind: 'read', fault: `span ${out} of ${text.length}` } : { kind: 'read' };
  } catch (error) {
    if (!(error instanceof Error)) return { kind: 'refused', fault: String(error) };
    if (error.constructor.name !== 'UserError')
      return { kind: 'refused', fault: (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') };
    return error.message.includes('\n')
      ? { kind: 'refused', fault: `two lines: ${error.message}` }
      : { kind: 'refused' };
  }
}
