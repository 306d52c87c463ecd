import type { Day } from '../../dsl/time/day.ts';
import type { Line } from '../structure/lines.ts';
import { writtenDay } from './dates.ts';

export interface HeaderOpening {
  readonly number: string | null;
  readonly issued: Day | null;
  readonly meeting: Day | null;
  readonly issuer: string | null;
}

/** "Ngày 13/9/2025, Thủ tướng Chính phủ đã có Chỉ thị 24/CT-TTg": a page that reproduces a document. */
const ISSUED =
  /^ngày [\d/.\- thángnăm]+, (.{3,80}?) (?:đã )?(?:có|ban hành|ký ban hành|ký)(?: ban hành)? (?:công điện|chỉ thị|kế hoạch|thông báo|quyết định|công văn|văn bản|nghị quyết|kết luận)(?: khẩn| hỏa tốc)?(?: số)? (\d+\/[\p{L}\d-]+(?:\/[\p{L}\d-]+)?)/u;
const MEETING = /hội nghị|cuộc họp|phiên họp|buổi làm việc|làm việc|họp|giao ban|kiểm tra|chủ trì|hội ý/u;
/** "Văn phòng … thông báo …": the closing names who issues. */
const CLOSING = /^(.{5,90}?) (?:xin |trân trọng |kính )*thông báo (?:đến|ý kiến|kết luận|để|nội dung|nêu trên)/u;
const OPENING_LINES = 40;

/** What the first sentences say of issue and meeting, for texts that have lost their header. */
export function readOpening(lines: readonly Line[]): HeaderOpening {
  const texts = lines.filter((l) => l.kind === 'text');
  let meeting: Day | null = null;
  for (const [i, { clean }] of texts.slice(0, OPENING_LINES).entries()) {
    const ahead = texts.slice(i, i + 4).map((l) => l.clean);
    const folded = ahead.map((c) => c.folded).join(' ');
    const issued = ISSUED.exec(folded);
    if (issued?.[1] && issued[2]) {
      const text = ahead.map((c) => c.text).join(' ');
      const issuer = text.slice(text.indexOf(',') + 1, text.indexOf(',') + 2 + issued[1].length).trim();
      const at = issued[0].length - issued[2].length;
      return { number: text.slice(at, issued[0].length), issued: writtenDay(folded), meeting: null, issuer };
    }
    const day = /^(?:(?:sáng|chiều|tối)(?: ngày)?|trong hai ngày|ngày)\b/u.test(clean.folded)
      ? writtenDay(folded)
      : null;
    const inside = /(?:họp|hội nghị|làm việc)[^.;]{0,60}? (?=ngày\s*\d)/u.exec(folded);
    if (day && MEETING.test(folded)) meeting ??= day;
    else if (inside && inside.index < clean.folded.length) meeting ??= writtenDay(folded.slice(inside.index));
  }
  return { number: null, issued: null, meeting, issuer: readClosing(texts) };
}

function readClosing(texts: readonly Line[]): string | null {
  for (const { clean } of texts.slice(-40)) {
    const m = CLOSING.exec(clean.folded);
    if (m?.[1] && /^\p{Lu}/u.test(clean.text) && !/^(?:trên đây|yêu cầu|đề nghị)/u.test(m[1]))
      return clean.text.slice(0, m[1].length);
  }
  return null;
}
