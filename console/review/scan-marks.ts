import type { Scan } from '../../notices/index.ts';
import { MARK_NAMES } from '../../texts/review/index.ts';
import type { TextMark } from './marks.ts';
import { pictureId } from './scan-pages.tsx';

/** Words nobody is sure of; each leads to the picture it was read from. */
export function scanMarks(scan: Scan | undefined): TextMark[] {
  if (!scan) return [];
  return scan.unsure.map((span): TextMark => {
    const page = scan.pages.findLastIndex(({ from }) => from !== null && from <= span[0]);
    return { kind: 'unsure', span, card: pictureId(Math.max(0, page) + 1), tip: MARK_NAMES.unsure };
  });
}
