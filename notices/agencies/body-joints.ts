import { Phrases, type Token } from '../text/tokens.ts';
import type { parseBody } from './body.ts';
import { LOOSE_HEADS, STRICT_HEADS } from './body-words.ts';
import { FIELD_WORDS, HEADS, TITLES } from './lexicon.ts';

/** A syllable as Vietnamese spells it: a name list goes on with one, a brand name ("Vietcombank") starts anew. */
const SYLLABLE =
  /^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/u;

/** "Khoa học | và Công nghệ", "Khoa học | và công nghệ"; "Văn phòng Đoàn ĐBQH | và HĐND tỉnh": tokens that belong to the name, 0 for none. */
export function behindAnd(t: readonly Token[], at: number, first: string): number {
  const next = t[at + 1];
  const joint =
    /^(?:hđnd|hội|ubnd|ủy)$/u.test(next?.low ?? '') && /^(?:hội|đbqh|hđnd|dân)$/u.test(t[at - 1]?.low ?? '');
  if (first === 'văn' && joint) return 2;
  // "Phòng An ninh mạng | và phòng, chống tội phạm …"
  if (next?.low === 'phòng' && t[at + 2]?.text === ',' && t[at + 3]?.low === 'chống') return 2;
  // "Ban Quản lý Khu kinh tế X và các Khu công nghiệp", "Ban Quản lý các khu chế xuất và công nghiệp X"
  if (first === 'ban' && next?.low === 'các' && t[at + 2]?.low === 'khu') return 3;
  if (first === 'ban' && t[at - 1]?.low === 'xuất' && FIELD_WORDS.at(t, at + 1) > 0)
    return 1 + FIELD_WORDS.at(t, at + 1);
  if (first === 'ty' && !next?.cap && !t[at - 1]?.cap) return otherTrade(t, at);
  if (next?.cap) return !beginsName(t, at + 1) && isSyllable(next) ? 2 : 0;
  return STRICT_HEADS.has(first) && FIELD_WORDS.at(t, at + 1) > 0 ? 1 : 0;
}

const LONGEST_TRADE = 6;

/** "Công ty Cổ phần vận tải | và tư vấn kỹ thuật | Thành Long": a second trade, up to what the company is called; 0 for none. */
function otherTrade(t: readonly Token[], at: number): number {
  for (let k = at + 1; k <= at + LONGEST_TRADE && t[k]?.word; k++)
    if (t[k]?.cap) return k > at + 1 && !beginsName(t, k) ? k - at : 0;
  return 0;
}

/** Tokens from the mark at `at` on that belong to the name; 0 where it ends before the mark. */
export function behindMark(t: readonly Token[], at: number, first: string): number {
  const mark = t[at]?.text;
  const next = t[at + 1];
  // "Ban Chỉ đạo phong trào | “Toàn dân đoàn kết …”"
  if ((mark === '“' || mark === '"') && ['trào', 'động', 'án'].includes(t[at - 1]?.low ?? '')) return quoted(t, at);
  // "Quỹ Phòng | , chống tác hại của thuốc lá"
  if (mark === ',' && next?.low === 'chống' && t[at - 1]?.low === 'phòng') return FOUGHT.at(t, at + 2) + 2;
  // "Phòng Giáo dục Mầm non | , Tiểu học", "Tổ bảo vệ an ninh | , trật tự cơ sở"
  if (mark === ',' && next?.cap && ['tiểu', 'trung'].includes(next.low) && t[at + 2]?.low === 'học') return 3;
  if (mark === ',' && next?.low === 'trật' && t[at - 1]?.low === 'ninh') return 3;
  // "Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực 9"
  if ((mark === '-' || mark === '–') && next?.low === 'chi' && t[at + 2]?.low === 'nhánh') return 3;
  // "UBND cấp xã, phường", "UBND xã, phường", "UBND phường - xã"
  if ((mark === ',' || mark === '-') && isPlaceNoun(next) && isPlaceNoun(t[at - 1])) return 2;
  // "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh"
  if (mark === ',' && LOOSE_HEADS.has(first) && !next?.cap) {
    const field = FIELD_WORDS.at(t, at + 1);
    const more = field > 0 && t[at + 1 + field]?.low === 'và' ? FIELD_WORDS.at(t, at + 2 + field) : 0;
    return more > 0 ? 2 + field + more : 0;
  }
  if ((mark === '-' || mark === '–') && next?.cap && t[at - 1]?.word && !beginsName(t, at + 1)) return 2;
  // "Bộ Kế hoạch | - đầu tư", "Sở Tài nguyên | – môi trường và …"
  if ((mark === '-' || mark === '–') && !next?.cap && FIELD_NAMED.has(first) && t[at - 1]?.word) {
    const field = FIELD_WORDS.at(t, at + 1);
    const more = field > 0 && t[at + 1 + field]?.low === 'và' ? FIELD_WORDS.at(t, at + 2 + field) : 0;
    return field > 0 ? 1 + field + (more > 0 && !t[at + 2 + field]?.cap ? 1 + more : 0) : 0;
  }
  if (mark === '/' && next?.word) return HEADS.at(t, at + 1) > 0 || TITLES.at(t, at + 1) > 0 || !next.cap ? 2 : 0;
  if (mark !== ',' || !next?.cap || !isSyllable(next) || beginsName(t, at + 1)) return 0;
  // "Sở Văn hóa, Thể thao và Du lịch", "Báo và Phát thanh, Truyền hình tỉnh": one body named by several fields.
  if (['báo', 'đài'].includes(first)) return 2;
  for (let k = at + 2; k < at + 8; k++) {
    if (t[k]?.low === 'và') return t[k + 1]?.cap && !beginsName(t, k + 1) ? 2 : 0;
    if (!t[k]?.word) return 0;
  }
  return 0;
}

/** "Phòng PC06 | - Công an tỉnh", "Cục Cảnh sát giao thông | - Bộ Công an": tokens that say whose a body with this head is; 0 for none. */
export function whoseBody(t: readonly Token[], at: number, head: string, bodyAt: typeof parseBody): number {
  if (!/^[-–]$/.test(t[at]?.text ?? '') || !t[at + 1]?.cap) return 0;
  const superior = PARTS_OF.get(head)?.includes(t[at + 1]?.low ?? '') ? HEADS.at(t, at + 1) : 0;
  return superior > 0 ? (bodyAt(t, at + 1, superior)?.to ?? at) - at : 0;
}

/** Heads of bodies that are a part of another, and the heads of those. */
const PARTS_OF = new Map([
  ['phòng', ['công', 'sở', 'chi', 'ubnd']],
  ['cục', ['bộ']],
  ['vụ', ['bộ']],
  ['tổng', ['bộ']],
  ['chi', ['sở', 'cục']],
]);

function isPlaceNoun(token: Token | undefined): boolean {
  return token !== undefined && !token.cap && ['xã', 'phường', 'huyện', 'quận', 'trấn', 'đặc'].includes(token.low);
}

/** Heads of bodies that are named by their fields alone. */
const FIELD_NAMED = new Set(['bộ', 'sở', 'phòng', 'ủy', 'vụ']);

/** What is fought: "thiên tai", "tác hại của thuốc lá"; tokens of it. */
const FOUGHT = new Phrases(
  'thiên tai|thiên tai và tìm kiếm cứu nạn|tham nhũng|tham nhũng , lãng phí|tham nhũng , lãng phí , tiêu cực|tham nhũng , tiêu cực|tội phạm|tội phạm sử dụng công nghệ cao|tội phạm công nghệ cao|tội phạm về môi trường|tội phạm và tệ nạn xã hội|ma túy|tệ nạn xã hội|ma túy , mại dâm|tác hại của thuốc lá|dịch|dịch bệnh|hiv / aids|aids|bạo lực gia đình|rửa tiền|buôn lậu|buôn lậu , gian lận thương mại và hàng giả|mua bán người|khủng bố|cháy rừng|đuối nước|lụt bão|hàng giả|in lậu',
);

/** Tokens of a quotation that opens at `at`, its marks included; 0 where it does not close. */
function quoted(t: readonly Token[], at: number): number {
  const close = t[at]?.text === '“' ? '”' : '"';
  for (let k = at + 1; k < at + MOST_QUOTED && t[k]; k++) if (t[k]?.text === close) return k + 1 - at;
  return 0;
}

const MOST_QUOTED = 24;

/** Does another name begin here? "Xã hội" is a field of work, "Xã" a place. */
function beginsName(t: readonly Token[], at: number): boolean {
  return (HEADS.at(t, at) > 0 && FIELD_WORDS.at(t, at) === 0) || TITLES.at(t, at) > 0;
}

function isSyllable(token: Token): boolean {
  return SYLLABLE.test(token.low);
}
