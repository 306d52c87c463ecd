import { NOT_ORDERS, STOPS } from '../agencies/lexicon.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import type { Clean } from '../text/clean.ts';
import { opensTasks } from './sections.ts';
import type { Parsed } from './segments.ts';

/** Begins as a report or as somebody's sentence, and not as a task. */
export function reportsOn(p: Parsed): boolean {
  const at = p.tokens.findIndex((x) => x.word);
  return at < 0 || NOT_ORDERS.at(p.tokens, at) > 0 || STOPS.at(p.tokens, at) > 0 || !p.tokens[at]?.cap;
}

/** In an opening sentence one body alone that does something is who speaks, not who is told. */
export function isOneBody(name: string): boolean {
  return !/^(?:các|những|toàn thể|mọi|từng|mỗi) /iu.test(name) && !/ các /u.test(name);
}

/** "…. Cụ thể:": the last words of an introduction, behind what it orders itself, only lead on. */
export function isBareTail(body: Clean, { tokens }: Parsed, from: number): boolean {
  const tail = from > 0 && from < tokens.length ? body.folded.slice(tokens[from]?.start ?? 0) : '';
  return /^(?:cụ thể|trong đó|cụ thể như sau|như sau|gồm|bao gồm|cụ thể là)\s*:$/u.test(tail);
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** The name and subject of the document, between the header and the first sentence. */
export function isTitle(p: Paragraph): boolean {
  if (p.label) return false;
  return (
    /^(?:thông báo|kế hoạch|quyết định|chỉ thị|công điện|báo cáo|tờ trình|nghị quyết|kết luận)$/u.test(
      p.clean.folded,
    ) || /^(?:số\s*:|v\/v|về việc )/u.test(p.clean.folded)
  );
}

/** Lines of the header and the title, before the first sentence. */
export function isHeaderPart(p: Paragraph, next: Paragraph | null): boolean {
  const { text, folded } = p.clean;
  if (p.label) return false;
  if (
    /cộng hòa xã hội|độc lập - tự do|chủ nghĩa việt nam|(?:^|\s)số\s*:\s*\d*\s*\/|, ngày\s*\d* tháng/u.test(folded) &&
    text.length < 200
  )
    return true;
  if (/[.:;]$/u.test(text)) return false;
  if (isCapitals(text)) return !(next?.label && opensTasks(folded));
  return text.length < 300;
}

/** "Đối với công tác bảo vệ môi trường trong khai thác.": a heading closed by a full stop. */
export function isSubject(c: Clean): boolean {
  return c.text.length < 160 && /^(?:đối với|về) (?:công tác|việc|lĩnh vực|nội dung) [^,;:]*\.$/u.test(c.folded);
}

/** "Về dữ liệu:", "(3) Về dịch vụ công:": says what the list is about. */
export function isTopic(c: Clean): boolean {
  return (
    c.text === '' ||
    (/:$/.test(c.text) && c.text.length < 90 && /^(?:về|đối với|công tác|kinh phí|nội dung|nhiệm vụ)/u.test(c.folded))
  );
}
