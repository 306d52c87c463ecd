import { bareLetters } from '../../dsl/bare-letters.ts';
import { dayOf } from '../../dsl/time/day.ts';
import type { MessageFacts } from '../messages/facts.ts';
import { codeWords } from '../messages/words.ts';

const LONGEST_PART = 40;

/** cong-van-don-doc-41-tb-ubnd-iv-2-b-2025-03-21.docx: ASCII, so that it survives every mail client and disk. */
export function fileNameOf({ directive, at }: MessageFacts): string {
  const parts = ['cong-van-don-doc', slug(codeWords(directive)), slug(directive.localId), dayOf(at)];
  return `${parts.filter(Boolean).join('-')}.docx`;
}

function slug(text: string): string {
  return bareLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_PART)
    .replace(/^-|-$/g, '');
}
