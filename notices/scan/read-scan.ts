import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { Confined, type Limits, OverLimit } from '../../system/confined.ts';
import { formRefusals } from '../../texts/notice-forms.ts';
import { scanRefusals as refuse, scanRemarks as remark } from '../../texts/notice-scans.ts';
import { doubtsOfMarks } from '../formats/doubts.ts';
import { takeMarks } from '../formats/marks.ts';
import type { Page } from '../formats/pdf-page.ts';
import { textOfPages } from '../formats/pdf-text.ts';
import type { SourceText } from '../source.ts';
import { factsOf, isReadable } from './gate.ts';
import { KeptPages } from './kept-pages.ts';
import { type MendedWord, withKnownNames } from './mend-names.ts';
import { pageStarts } from './page-starts.ts';
import { pageOfWords } from './page-words.ts';
import type { PageAnswer, PageAsked, ScanOptions, ToSee } from './types.ts';

/** A page takes five to ten seconds of a core: more are an afternoon. */
const MOST_PAGES = 60;
/** Of one page, tried head over too: a page of an office takes a tenth. */
const LIMITS: Limits = { memoryMb: 1500, cpuMs: 120_000, wallMs: 1_200_000 };

/**
 * The text of a document some of whose pages are pictures, put together as pages with letters are. Where a page cannot
 * be read well enough nothing is read: a guess that looks like a text is worse than none.
 *
 * @throws UserError naming the pages, and what would help
 */
export async function readScan(
  bytes: Uint8Array,
  path: string,
  { total, pages: pictures, garbled, margins, remarks }: ToSee,
  { folder, onPage }: ScanOptions,
): Promise<SourceText> {
  if (pictures.length > MOST_PAGES) throw new UserError(refuse.tooMany(path, pictures.length, MOST_PAGES));
  const kept = new KeptPages(folder, bytes);
  const answers = await answersOf(bytes, path, { total, pages: pictures }, { kept, onPage });
  const bad = answers.flatMap((a, i) => ('seen' in a && !isReadable(factsOf(a.seen)) ? [i + 1] : []));
  if (bad.length > 0) throw new UserError(refuse.unreadable(path, bad, total));
  const mended: MendedWord[] = [];
  const pages = answers.map((a): Page => {
    if (!('seen' in a)) return a.layer;
    const named = withKnownNames(a.seen.words);
    mended.push(...named.mended);
    return pageOfWords({ ...a.seen, words: named.words });
  });
  const { text, marked } = takeMarks(textOfPages(pages));
  const whole = { span: [0, text.length] as const, why: remark.compare };
  const starts = pageStarts(text, pages);
  return {
    text,
    paragraphEnds: null,
    doubts: [whole, ...doubtsOfMarks(text, marked)],
    remarks: [
      garbled ? remark.garbled : remark.scanned(pictures.length, total),
      ...(mended.length > 0 ? [remark.mended(mended)] : []),
      ...remarks,
    ],
    margins,
    scan: {
      key: kept.key,
      pages: answers.map((a, i) => present({ from: starts[i] ?? null, jpeg: 'jpeg' in a ? a.jpeg : undefined })),
      unsure: marked.filter((m) => m.kind === 'unsure').map((m) => m.span),
    },
  };
}

async function answersOf(
  bytes: Uint8Array,
  path: string,
  { total, pages }: Pick<ToSee, 'total' | 'pages'>,
  { kept, onPage }: { kept: KeptPages; onPage: ScanOptions['onPage'] },
): Promise<PageAnswer[]> {
  const reader = new Confined<PageAsked, PageAnswer>('notices/scan/child', LIMITS);
  const answers: PageAnswer[] = [];
  onPage?.(0, total);
  try {
    for (let n = 1; n <= total; n++) {
      const isPicture = pages.includes(n);
      const known = isPicture ? await kept.find(n) : undefined;
      const answer = known ?? (await reader.run({ key: kept.key, bytes, n, isPicture }));
      if (!known) await kept.keep(n, answer);
      answers.push(answer);
      onPage?.(n, total);
    }
    return answers;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(formRefusals.tooHeavy(path, error instanceof OverLimit ? error.limit : 'broken'));
  } finally {
    reader.close();
  }
}
