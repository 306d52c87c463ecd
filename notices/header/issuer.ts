import { NUMBER_LINE, PARTY_NUMBER, PLACE_DATE } from '../structure/documents.ts';
import type { Line } from '../structure/lines.ts';

const FURNITURE = [
  /cộng hòa xã hội(?: chủ nghĩa)?(?: việt nam)?/u,
  /chủ nghĩa việt nam|^(?:chủ nghĩa|việt nam)$/u,
  /đảng cộng sản việt nam/u,
  /độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc/u,
  /(?:hỏa tốc|thượng khẩn|^khẩn$|^mật$|tối mật|tuyệt mật)/u,
];
const TITLE =
  /^(?:thông báo|kế hoạch|quyết định|chỉ thị|công điện|báo cáo|tờ trình|nghị quyết|kết luận|hướng dẫn|chương trình|kính gửi|v\/v)/u;
/** A line that begins a new body, where the one before is its superior. */
const BODY =
  /^(?:ủy ban|ubnd|hội đồng|văn phòng|bộ |sở |cục |chi cục|tổng cục|ban |công an|thủ tướng|chính phủ|thanh tra|viện|tòa án|kho bạc|ngân hàng|trung tâm|tổ công tác|đảng bộ|tỉnh ủy|huyện ủy|thành ủy|tổng công ty|công ty|tập đoàn|bcđ|bch|đoàn |hội |liên đoàn|trường|học viện|bệnh viện)/u;

/** The issuing body from the left header block: the last body named there, its superior left out. */
export function readIssuer(zone: readonly Line[]): string | null {
  const bodies: string[] = [];
  let marked = false;
  for (const { clean } of zone) {
    if (TITLE.test(clean.folded)) break;
    const left = withoutFurniture(clean.text, clean.folded);
    marked ||= left !== clean.text;
    if (left === '' || /\p{Ll}{2}/u.test(left)) continue;
    const last = bodies.length - 1;
    if (last < 0 || BODY.test(left.toLowerCase())) bodies.push(left);
    else bodies[last] += ` ${left}`;
  }
  const body = bodies.at(-1);
  if (!body || !marked) return null;
  const superior = bodies.at(-2);
  return body === 'VĂN PHÒNG' && superior ? `${body} ${superior}` : body;
}

function withoutFurniture(text: string, folded: string): string {
  let end = text.length;
  let start = 0;
  for (const pattern of [...FURNITURE, NUMBER_LINE, PARTY_NUMBER, PLACE_DATE]) {
    const m = pattern.exec(folded);
    if (!m) continue;
    if (m.index === 0 && m[0].length < text.length && pattern !== NUMBER_LINE && pattern !== PARTY_NUMBER)
      start = Math.max(start, m[0].length);
    else end = Math.min(end, m.index);
  }
  return text.slice(start, Math.max(start, end)).replace(/^[\s\-–—_.:#]+|[\s\-–—_.:]+$/gu, '');
}
