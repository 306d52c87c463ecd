import { capital } from '../format.ts';
import { sameName, spelledOut } from './names.ts';

/** The body that issues a letter, as its letterhead needs it. */
export interface IssuingBody {
  /** Its name spelled out: how the letter speaks of it. */
  readonly name: string;
  /** In capitals; empty where it has none above it, or none that is known. */
  readonly governing: string;
  /** In capitals, line by line. */
  readonly lines: readonly string[];
  /** Abbreviation in the number ("VP", "SXD"); empty where it is not known. */
  readonly sign: string;
  /** The place the letter is dated at; empty where it is not known. */
  readonly place: string;
  readonly leader: Leader;
}

/** Who heads such a body, who deputises, and whether they sign for it as a whole (TM.). */
export interface Leader {
  readonly head: string;
  readonly deputy: string;
  readonly onBehalfOf?: string;
}

export interface NoticeOrigin {
  readonly issuer: string;
  readonly noticeNumber: string | null;
}

const COUNCIL = /^(Ủy ban nhân dân|Hội đồng nhân dân)(?:\s+(.+))?$/iu;
const OFFICE_OF = /^Văn phòng\s+((?:Ủy ban nhân dân|Hội đồng nhân dân).*)$/iu;
const CENTRAL = /^(Văn phòng Chính phủ|Bộ|Thanh tra Chính phủ|Ngân hàng Nhà nước)(\s|$)/iu;
const UNIT = /(tỉnh|thành phố|đặc khu|quận|huyện|thị xã|thị trấn|phường|xã)\s+(\S.*)$/iu;
/** Units named after a person or by a number are written in full (Phụ lục I, II.4.a). */
const WRITTEN_IN_FULL = /^(Hồ Chí Minh|\d)/iu;

const LEADERS: readonly (readonly [body: RegExp, leader: Leader])[] = [
  [/^Ủy ban nhân dân/iu, { head: 'Chủ tịch', deputy: 'Phó Chủ tịch', onBehalfOf: 'Ủy ban nhân dân' }],
  [/^Hội đồng nhân dân/iu, { head: 'Chủ tịch', deputy: 'Phó Chủ tịch', onBehalfOf: 'Hội đồng nhân dân' }],
  [/^Văn phòng Chính phủ/iu, { head: 'Bộ trưởng, Chủ nhiệm', deputy: 'Phó Chủ nhiệm' }],
  [/^Văn phòng/iu, { head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng' }],
  [/^Bộ\s/iu, { head: 'Bộ trưởng', deputy: 'Thứ trưởng' }],
  [/^(Sở|Công an tỉnh|Công an thành phố)(\s|$)/iu, { head: 'Giám đốc', deputy: 'Phó Giám đốc' }],
  [/^Thanh tra (tỉnh|thành phố)/iu, { head: 'Chánh Thanh tra', deputy: 'Phó Chánh Thanh tra' }],
  [/^Ban\s/iu, { head: 'Trưởng ban', deputy: 'Phó Trưởng ban' }],
];
const ANY_LEADER: Leader = { head: 'Thủ trưởng cơ quan', deputy: 'Phó Thủ trưởng cơ quan' };

/**
 * The letterhead of a body, from its name and where the notice came from. What the names do not tell is left empty,
 * for the office to fill in: nothing is guessed.
 */
export function bodyOf(given: string, origin: NoticeOrigin): IssuingBody {
  const name = spelledOut(given);
  const above = governingOf(name, origin);
  return {
    name,
    governing: capitals(above.replace(/^Ủy ban nhân dân/iu, 'UBND').replace(/^Hội đồng nhân dân/iu, 'HĐND')),
    lines: linesOf(name).map(capitals),
    sign: signOf(name, origin),
    place: placeOf(name, above, origin),
    leader: LEADERS.find(([body]) => body.test(name))?.[1] ?? ANY_LEADER,
  };
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function linesOf(name: string): string[] {
  if (OFFICE_OF.test(name)) return ['Văn phòng'];
  const [, council, unit] = COUNCIL.exec(name) ?? [];
  return council === undefined ? [name] : [council, ...(unit === undefined ? [] : [unit])];
}

/** The body above: of an office the council it serves, of a department the people's committee that issued the notice. */
function governingOf(name: string, { issuer }: NoticeOrigin): string {
  const council = councilOf(issuer);
  const [, served] = OFFICE_OF.exec(name) ?? [];
  // "Văn phòng Ủy ban nhân dân tỉnh" does not say of which province; the notice may.
  if (served !== undefined) return !UNIT.test(served) && council.startsWith(served) ? council : served;
  return /^(Sở|Thanh tra (tỉnh|thành phố))(\s|$)/iu.test(name) ? council : '';
}

/** The people's committee or council behind an issuer that is one or is the office of one. */
function councilOf(issuer: string): string {
  const name = spelledOut(issuer);
  const council = OFFICE_OF.exec(name)?.[1] ?? name;
  return COUNCIL.test(council) ? council : '';
}

function placeOf(name: string, above: string, { issuer }: NoticeOrigin): string {
  if (CENTRAL.test(name)) return 'Hà Nội';
  for (const body of [name, above, councilOf(issuer)]) {
    const [, unit = '', place] = UNIT.exec(body) ?? [];
    if (place === undefined) continue;
    return WRITTEN_IN_FULL.test(place) ? `${capital(unit)} ${place}` : place;
  }
  return '';
}

function signOf(name: string, { issuer, noticeNumber }: NoticeOrigin): string {
  // The number of its own notice shows how the body abbreviates itself.
  const [, own] = /\/[A-ZĐ]+-([A-ZĐ]+)$/u.exec(noticeNumber ?? '') ?? [];
  if (own !== undefined && sameName(name, issuer)) return own;
  if (/^Văn phòng Chính phủ$/iu.test(name)) return 'VPCP';
  if (OFFICE_OF.test(name)) return 'VP';
  const [, council] = COUNCIL.exec(name) ?? [];
  if (council !== undefined) return initials(council);
  return /^Sở\s/iu.test(name) ? initials(name) : '';
}

function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => word !== '' && word.toLocaleLowerCase('vi') !== 'và');
  // By the base letter: "Ủy ban nhân dân" is UBND, "Đào tạo" keeps its Đ.
  return words.map((word) => capitals(word.charAt(0)).normalize('NFD').replace(/\p{M}/gu, '')).join('');
}
