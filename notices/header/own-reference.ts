import { type Day, dayOfParts } from '../../dsl/time/day.ts';
import type { Line } from '../structure/lines.ts';

/**
 * What an annex says of the document it belongs to: "(Kèm theo Công văn số 6386/BVHTTDL-KH ngày 25/11/2025 của …)", or
 * "Ban hành kèm theo Kế hoạch số … ngày …".
 */
const REFERENCE =
  /^\(?(?:ban hành )?kèm theo (?:công văn|kế hoạch|thông báo|quyết định|chỉ thị|công điện|nghị quyết|chương trình|văn bản)(?: số)?\s*:?\s*(\d[\d.]*)?\s*([/-]\s*\p{L}[\p{L}\d/.&-]*)?[^\d]{0,12}ngày\s*(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})/u;
/** An annex title goes over two lines at most. */
const AHEAD = 3;

/** Number and day by the document's own annexes; null where none says them, or two say different ones. */
export function ownReference(lines: readonly Line[]): { number: string | null; issued: Day | null } | null {
  const texts = lines.filter((l) => l.kind === 'text').map((l) => l.clean);
  const found = new Map<string, { number: string | null; issued: Day | null }>();
  for (const [i, { folded }] of texts.entries()) {
    if (!/^\(?(?:ban hành )?kèm theo(?: |$)/u.test(folded)) continue;
    const ahead = texts.slice(i, i + AHEAD);
    const m = REFERENCE.exec(ahead.map((c) => c.folded).join(' '));
    if (!m) continue;
    const written = ahead
      .map((c) => c.text)
      .join(' ')
      .slice(m.index, m.index + m[0].length);
    const number =
      m[1] && m[2] ? (/\d[\d.]*\s*[/-]\s*\p{L}[\p{L}\d/.&-]*/u.exec(written)?.[0].replace(/\s/g, '') ?? null) : null;
    const issued = dayOfParts(Number(m[5]), Number(m[4]), Number(m[3]));
    found.set(JSON.stringify([number, issued]), { number, issued });
  }
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
}
