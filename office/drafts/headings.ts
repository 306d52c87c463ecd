import { present } from '../../dsl/present.ts';
import type { Notice } from '../../notices/index.ts';
import type { NoticeHeading } from '../../register/index.ts';
import { cutAtWord, oneLine } from '../../texts/messages/index.ts';

const SUBJECT_LETTERS = 140;
/** A subject of more lines than these is no subject any more. */
const SUBJECT_LINES = 4;

/** The line that says what kind of document it is; what it is about stands below. */
const KIND =
  /^[ \t]*(?:THÔNG BÁO|KẾT LUẬN|CHỈ THỊ|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|CHƯƠNG TRÌNH|CÔNG ĐIỆN|BÁO CÁO|HƯỚNG DẪN)[ \t.]*$/mu;
/** A letter has no kind, and says beside its number what it is about. */
const ABOUT = /^[ \t]*V\/v:?[ \t]+(?=\S)/imu;
const NUMBERED = /^[ \t]*(?:[IVX]+|\d+|[a-z])[.)]\s/u;

/** How each notice of a file is known in a list. */
export function headingsOf(text: string, notices: readonly Notice[]): NoticeHeading[] {
  return notices.map(({ number, issued, span: [from, to] }) =>
    present({
      number: number ?? undefined,
      issued: issued ?? undefined,
      subject: subjectWritten(text.slice(from, to)),
    }),
  );
}

/** What a document is about, in one line; undefined where it does not say so in its usual place. */
export function subjectWritten(text: string): string | undefined {
  const composed = text.normalize('NFC');
  const found = KIND.exec(composed) ?? ABOUT.exec(composed);
  if (!found) return undefined;
  const lines: string[] = [];
  for (const line of composed.slice(found.index + found[0].length).split(/\r?\n/)) {
    const words = oneLine(line);
    if (words === '' && lines.length === 0) continue;
    if (words === '' || NUMBERED.test(words) || /^[-_*–—=]+$/.test(words) || lines.length === SUBJECT_LINES) break;
    lines.push(words);
  }
  return lines.length === 0 ? undefined : cutAtWord(lines.join(' '), SUBJECT_LETTERS);
}
