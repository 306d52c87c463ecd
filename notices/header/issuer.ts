import { NUMBER_LINE, PARTY_NUMBER, PLACE_DATE } from '../structure/documents.ts';
import type { Line } from '../structure/lines.ts';
import { fold } from '../text/clean.ts';
import type { HeaderField } from './types.ts';
import type { ZoneLine } from './zone.ts';

const FURNITURE = [
  /cộng hòa xã hội(?: chủ nghĩa)?(?: việt nam)?/u,
  /chủ nghĩa việt nam|^(?:chủ nghĩa|việt nam)$/u,
  /đảng cộng sản việt nam/u,
  /^số\s+\d.*$/u,
  /độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc/u,
  /(?:hỏa tốc|thượng khẩn|^khẩn$|^mật$|tối mật|tuyệt mật)/u,
];
const TITLE =
  /^(?:thông báo|kế hoạch|quyết định|chỉ thị|công điện|báo cáo|tờ trình|nghị quyết|kết luận|hướng dẫn|chương trình|kính gửi|v\/v)/u;
/** A line that begins a new body, where the one before is its superior. */
const BODY =
  /^(?:ủy ban|ubnd|hội đồng|văn phòng|bộ |sở |cục |chi cục|tổng cục|ban |công an|thủ tướng|chính phủ|thanh tra|viện|tòa án|kho bạc|ngân hàng|trung tâm|tổ công tác|đảng bộ|tỉnh ủy|huyện ủy|thành ủy|tổng công ty|công ty|tập đoàn|bcđ|bch|đoàn |hội |liên đoàn|trường|học viện|bệnh viện)/u;

/** The issuing body from the left header block: the last body named there, its superior left out. */
export function readIssuer(zone: readonly ZoneLine[]): HeaderField<string> {
  const bodies: string[] = [];
  let marked = false;
  for (const { text, folded } of zone) {
    if (TITLE.test(folded)) break;
    const left = withoutFurniture(text, folded);
    marked ||= left !== text;
    if (left === '' || /\p{Ll}{2}/u.test(left)) continue;
    const last = bodies.length - 1;
    if (last < 0 || BODY.test(fold(left))) bodies.push(left);
    else bodies[last] += ` ${left}`;
  }
  const body = bodies.at(-1);
  if (!body || !marked) return { value: null, confidence: 0.6, why: 'missing' };
  const superior = bodies.at(-2);
  const value = body === 'VĂN PHÒNG' && superior ? `${body} ${superior}` : body;
  return BODY.test(fold(value)) ? { value, confidence: 0.97 } : { value, confidence: 0.7, why: 'unsure' };
}

const OPENING_LINES = 30;

/**
 * The issuer of a text that has lost its header: the body in capitals that "căn cứ …" follows, or that "điện:" does.
 */
export function issuerByTitle(lines: readonly Line[]): string | null {
  const texts = lines.filter((l) => l.kind === 'text').slice(0, OPENING_LINES);
  for (const [i, { clean }] of texts.entries()) {
    const { text, folded } = clean;
    const wire = /^(.{4,80}?) điện:/u.exec(folded)?.[1];
    if (wire && BODY.test(wire)) return text.slice(0, wire.length);
    const next = texts[i + 1]?.clean.folded ?? '';
    if (!/\p{Ll}/u.test(text) && text.length < 90 && BODY.test(folded) && /^căn cứ /u.test(next)) return text;
  }
  return null;
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
