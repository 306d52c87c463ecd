import type { DeadlineContext } from '../deadline/index.ts';
import { present } from '../dsl/present.ts';
import type { Day } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import { noticeWarnings } from '../texts/notice-warnings.ts';
import { ordersBeside } from './directives/beside.ts';
import { finish } from './directives/finish.ts';
import { unreadOf } from './directives/unread.ts';
import { Walk } from './directives/walk.ts';
import { readHeader } from './header/read-header.ts';
import { maybeSecret } from './header/secrecy.ts';
import { type Doubt, plainSource, type SourceText } from './source.ts';
import { splitDocuments } from './structure/documents.ts';
import { type Line, readLines } from './structure/lines.ts';
import { readParagraphs } from './structure/paragraphs.ts';
import { readTables } from './tables/index.ts';
import type { DraftDirective, Notice, ReadOptions, Span } from './types.ts';
import { alike, TWO_DAYS } from './undated.ts';

/**
 * Reads the documents of a decoded text and the directives they give. Pure: spans are offsets in the text as it stands.
 * A document without a day is read too, what needs one left open.
 */
export function readNotices(source: string | SourceText, options: ReadOptions): Notice[] {
  const from = typeof source === 'string' ? plainSource(source) : source;
  const lines = readLines(from.text, from.paragraphEnds);
  const documents = splitDocuments(lines).map(({ from: first, to }) => {
    const own = lines.slice(first, to);
    return { own, header: readHeader(from.text, own, from.margins, unsureSpans(from)) };
  });
  const known = documents.map(({ header }) => header.fields.issued.value ?? header.fallback).find((d) => d !== null);
  const ids = new Map<string, number>();
  const beside = ordersBeside(from, { anchor: options.issued ?? known ?? TWO_DAYS[0], calendar: options.calendar });
  return documents.map(({ own, header }, i) => {
    const { fields } = header;
    const written = fields.issued.value ?? header.fallback;
    const anchor = options.issued ?? written ?? known ?? null;
    const prefix = documents.length > 1 ? `vb${i + 1}.` : '';
    const about: About = {
      text: from.text,
      lines: own,
      issuer: fields.issuer.value,
      calendar: options.calendar,
      prefix,
      ids,
    };
    const { directives, unread } = readOne(about, anchor);
    if (anchor && !options.issued && !written)
      for (const d of directives) d.warnings.push(noticeWarnings.anchorBorrowed(anchor));
    return {
      number: fields.number.value,
      issued: options.issued ?? fields.issued.value,
      anchor,
      issuer: fields.issuer.value,
      signer: fields.signer.value,
      ...present({ urgency: fields.urgency.value ?? undefined, secrecy: fields.secrecy.value ?? undefined }),
      header: options.issued ? { ...fields, issued: { value: options.issued, confidence: 1 } } : fields,
      span: spanOf(own),
      directives: withDoubts(directives, from.doubts),
      unread,
      warnings: [
        ...(i === 0 ? [...from.remarks, ...(beside.length > 0 ? [noticeWarnings.besideText(beside)] : [])] : []),
        ...(anchor ? [] : [noticeWarnings.noDay]),
        ...secrecyDoubts(fields.number.value),
      ],
    };
  });
}

/** Words of a scan that nobody is sure of. */
function unsureSpans({ scan }: SourceText): readonly Span[] {
  return scan?.unsure ?? [];
}

/** "05/TM-UBND": only a person can say whether that is a mark. */
function secrecyDoubts(number: string | null): string[] {
  const mark = maybeSecret(number);
  return number === null || mark === null ? [] : [noticeWarnings.maybeSecret(number, mark)];
}

/** One document of a text, and the ids given out before it. */
interface About {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly issuer: string | null;
  readonly calendar: WorkCalendar;
  readonly prefix: string;
  readonly ids: Map<string, number>;
}

/** What was read of a document, and what looks like an order and was not. */
type Read = Pick<Notice, 'directives' | 'unread'>;

function readOne(about: About, anchor: Day | null): Read {
  if (anchor) return readFrom(about, anchor);
  const [day, another] = TWO_DAYS;
  const again = new Map(about.ids);
  const one = readFrom(about, day);
  return { ...one, directives: alike(one.directives, readFrom({ ...about, ids: again }, another).directives) };
}

function readFrom({ text, lines, issuer, calendar, prefix, ids }: About, anchor: Day): Read {
  const context: DeadlineContext = { anchor, calendar };
  const tables = readTables(text, lines, context);
  const paragraphs = readParagraphs(tables.lines);
  const walk = new Walk(paragraphs, context, issuer);
  const drafts = [...walk.run(), ...tables.drafts].sort((a, b) => a.span[0] - b.span[0]);
  return {
    directives: finish(text, drafts, anchor, prefix, ids, walk.prose),
    unread: unreadOf(text, paragraphs, walk.around, lines, drafts, context),
  };
}

/** Nobody is sure of a directive whose words the file itself makes doubtful. */
const DOUBTED = 0.5;

function withDoubts(directives: readonly DraftDirective[], doubts: readonly Doubt[]): DraftDirective[] {
  if (doubts.length === 0) return [...directives];
  return directives.map((d) => {
    const own = doubts.filter(({ span }) => span[0] <= d.span[1] && span[1] >= d.span[0]);
    if (own.length === 0) return d;
    const why = new Set(own.map((x) => x.why));
    return { ...d, confidence: Math.min(d.confidence, DOUBTED), warnings: [...d.warnings, ...why] };
  });
}

function spanOf(lines: readonly Line[]): Span {
  const texts = lines.filter((l) => l.kind === 'text' || l.kind === 'row');
  return [texts[0]?.start ?? 0, texts.at(-1)?.end ?? 0];
}
