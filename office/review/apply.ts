import { present } from '../../dsl/present.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DraftDirective, Notice, Span } from '../../notices/index.ts';
import type { Directory } from '../../register/index.ts';
import { correctionRefusals as refuse } from '../../texts/review/index.ts';
import { addedDirective } from './add-directive.ts';
import { correctedDirective } from './correct-directive.ts';
import { withHeaderFields } from './correct-header.ts';
import { placesOf } from './find-words.ts';
import type {
  Correction,
  Corrections,
  HeaderCorrection,
  NoticeFile,
  ReviewChange,
  ReviewedFile,
  ReviewedNotice,
} from './types.ts';

export interface CorrectionContext {
  readonly calendar: WorkCalendar;
  /** Lets a person name an agency by its id. */
  readonly directory?: Directory;
}

/**
 * The notices of a file as a person corrected them, with what changed. What was read is not lost: each change holds it.
 * @throws UserError naming file, line and directive for whatever does not fit the notices.
 */
export function applyCorrections<N extends Notice>(
  file: NoticeFile<N>,
  corrections: Corrections,
  context: CorrectionContext,
): ReviewedFile<N> {
  requireKnown(file, corrections);
  const homes = new Map(corrections.entries.filter((e) => e.add).map((e) => [e, homeOf(file, e, corrections)]));
  return {
    ...file,
    notices: file.notices.map((notice, i) => {
      const added = [...homes].flatMap(([entry, home]) => (home.notice === notice ? [{ entry, span: home.span }] : []));
      const done = corrected(file, notice, corrections, added, context);
      return withHeaderOf(
        done,
        corrections.headers?.find((h) => h.notice === i + 1),
      );
    }),
  };
}

function withHeaderOf<N extends Notice>(
  read: ReviewedNotice<N>,
  said: HeaderCorrection | undefined,
): ReviewedNotice<N> {
  if (!said) return read;
  const { notice, changes } = withHeaderFields(read, said.fields);
  return { ...notice, review: { ...notice.review, ...present({ header: changes.length > 0 ? changes : undefined }) } };
}

function corrected<N extends Notice>(
  file: NoticeFile,
  notice: N,
  corrections: Corrections,
  added: readonly { entry: Correction; span: Span }[],
  { calendar, directory }: CorrectionContext,
): ReviewedNotice<N> {
  const about = { text: file.text, notice, calendar, source: corrections.source, ...present({ directory }) };
  const changes: ReviewChange[] = [];
  const directives: DraftDirective[] = [];
  for (const draft of notice.directives) {
    const entry = corrections.entries.find((e) => !e.add && e.directive === draft.id);
    if (entry?.drop) {
      changes.push({ directive: draft.id, field: 'drop', was: draft.text, is: null });
      continue;
    }
    const done = entry ? correctedDirective(draft, entry, about) : { draft, changes: [] };
    directives.push(done.draft);
    changes.push(...done.changes);
  }
  for (const { entry, span } of added) {
    const draft = addedDirective(entry, span, about);
    directives.push(draft);
    changes.push({ directive: draft.id, field: 'add', was: null, is: draft.text });
  }
  requireOneCode(directives, corrections);
  const ids = new Set(directives.map((d) => d.id));
  return {
    ...notice,
    directives: directives.sort((a, b) => a.span[0] - b.span[0]),
    review: {
      changes,
      confirmed: corrections.entries.flatMap(({ confirm, directive, code = directive }) =>
        confirm && ids.has(code) ? [code] : [],
      ),
    },
  };
}

/** A code is what mails cite: it means one directive. */
function requireOneCode(directives: readonly DraftDirective[], { entries, source }: Corrections): void {
  const codes = directives.map((d) => d.id);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  const entry = twice === undefined ? undefined : entries.find(({ code }) => code === twice);
  if (twice !== undefined && entry)
    throw new UserError(refuse.codeTaken(`${source}:${entry.line}`, entry.directive, twice));
}

function requireKnown(file: NoticeFile, { entries, headers = [], source }: Corrections): void {
  for (const { notice, line } of headers)
    if (notice > file.notices.length)
      throw new UserError(refuse.noSuchNotice(`${source}:${line}`, notice, file.notices.length));
  const known = file.notices.flatMap((n) => n.directives.map((d) => d.id));
  for (const { directive, line, add } of entries) {
    const where = `${source}:${line}`;
    if (add && known.includes(directive)) throw new UserError(refuse.taken(where, directive));
    if (!add && !known.includes(directive)) {
      throw new UserError(refuse.unknownDirective(where, directive, known.join(', ')));
    }
  }
}

/** Where an added directive stands: the one place of its words. */
function homeOf(file: NoticeFile, entry: Correction, { source }: Corrections): { notice: Notice; span: Span } {
  const words = entry.text ?? '';
  const places = file.notices.flatMap((notice) =>
    placesOf(words, file.text, notice.span).map((span) => ({ notice, span })),
  );
  const [only] = places;
  const where = `${source}:${entry.line}`;
  if (!only) throw new UserError(refuse.notFound(where, entry.directive, words));
  if (places.length > 1) throw new UserError(refuse.severalPlaces(where, entry.directive, words, places.length));
  return only;
}
