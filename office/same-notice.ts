import { diffWords } from 'diff';
import type { NoticeDraft, NoticeRecord } from '../register/index.ts';
import { likeness } from './likeness.ts';
import { plainNumber } from './notice-number.ts';

/** Another text of what the register holds already. */
export interface SameNotice {
  readonly notice: NoticeRecord;
  /** `identity`: number, day and issuer; `words`: hardly a word differs. */
  readonly by: 'identity' | 'words';
  /** Where the words differ, the first few places: "… chợ [dân sinh → các dân sinh] …". */
  readonly differences: readonly string[];
}

/** Two texts of one notice differ by a corrected word or line; two notices on one matter by far more. */
const SAME_WORDS = 0.9;
const DIFFERENCES_SHOWN = 5;
const WORDS_AROUND = 4;

/**
 * The notice of the register that a draft is another text of. A text is not its identity: a corrected copy, a scan read
 * anew or a letterhead left out would each double every task.
 */
export function sameNotice(draft: NoticeDraft, others: readonly NoticeRecord[]): SameNotice | undefined {
  for (const notice of others) {
    const by = isSame(draft, notice)
      ? 'identity'
      : likeness(draft.text, notice.text) >= SAME_WORDS
        ? 'words'
        : undefined;
    if (by !== undefined) return { notice, by, differences: differencesOf(notice.text, draft.text) };
  }
  return undefined;
}

/** An issuer that one of the texts leaves out says nothing against it; a number or a day does. */
function isSame(a: NoticeDraft, b: NoticeDraft): boolean {
  if (a.number === null || b.number === null || plainNumber(a.number) !== plainNumber(b.number)) return false;
  if (a.issued === null || b.issued === null || a.issued !== b.issued) return false;
  return a.issuer === null || b.issuer === null || plainNumber(a.issuer) === plainNumber(b.issuer);
}

function differencesOf(before: string, after: string): string[] {
  const parts = diffWords(before.normalize('NFC'), after.normalize('NFC'));
  const shown: string[] = [];
  for (let i = 0; i < parts.length && shown.length < DIFFERENCES_SHOWN; i++) {
    const part = parts[i];
    if (part === undefined || (!part.added && !part.removed)) continue;
    const next = part.removed && parts[i + 1]?.added ? parts[i + 1] : undefined;
    const lead = words(parts[i - 1]?.value ?? '')
      .slice(-WORDS_AROUND)
      .join(' ');
    const tail = words(parts[next ? i + 2 : i + 1]?.value ?? '')
      .slice(0, WORDS_AROUND)
      .join(' ');
    const [from, to] = [
      part.removed ? part.value.trim() : '',
      part.removed ? (next?.value.trim() ?? '') : part.value.trim(),
    ];
    if (next) i++;
    if (from !== to) shown.push(`…${lead} [${from || '∅'} → ${to || '∅'}] ${tail}…`);
  }
  return shown;
}

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
