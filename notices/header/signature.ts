import type { Line } from '../structure/lines.ts';
import { isFamilyName } from './family-names.ts';
import type { Authority, Signature } from './types.ts';

/** How authority to sign is written before whose it is. */
const AUTHORITY: readonly (readonly [RegExp, Authority])[] = [
  [/^(?:tm|t\/m)\s*[.:]?\s+|^tm\.|^t\/m|^thay mặt\s+/u, 'TM'],
  [/^(?:kt|k\/t)\s*[.:]?\s+|^kt\.|^k\/t|^ký thay\s+/u, 'KT'],
  [/^(?:tuq|t\/uq)\s*[.:]?\s+|^tuq\.|^thừa ủy quyền\s+/u, 'TUQ'],
  [/^(?:tl|t\/l)\s*[.:]?\s+|^tl\.|^t\/l|^thừa lệnh\s+/u, 'TL'],
  [/^q\s*[.:]\s*|^quyền\s+/u, 'Q'],
];
const POSITION =
  /^(?:(?:phó|quyền|nguyên) )?(?:chủ tịch|giám đốc|chánh|phó chánh|cục trưởng|phó cục trưởng|chi cục trưởng|phó chi cục trưởng|tổng cục trưởng|vụ trưởng|viện trưởng|viện phó|bộ trưởng|thứ trưởng|thủ tướng|tổ trưởng|trưởng|phó trưởng|thư ký|tổng thư ký|chủ nhiệm|tổng giám đốc|hiệu trưởng|hiệu phó|thủ trưởng|bí thư|thường trực|tổng thanh tra|phó tổng|thống đốc|tư lệnh|chính ủy|chỉ huy|kiểm toán|tổng biên tập|hạt trưởng|đội trưởng|phó đội|trạm trưởng|ủy viên)(?:[^\p{L}]|$)/u;
/** A body may be signed for without a position of its own above. */
const BODY = /^(?:ủy ban|ubnd|hội đồng|ban |đảng ủy|tỉnh ủy|thành ủy|bộ |chính phủ|tổ |đoàn|bcđ|bch|thường trực)/u;
const RANK = /^(?:(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy)|(?:gs|pgs|ts|ths|bs|ks|cn|ckii|cki)\.?)(?:[\s,.]+)/iu;
const NAME_WORDS = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}$/u;
const LONGEST_LINE = 160;
/** Where no recipients are listed, a signature is looked for in so many last lines; below them in so many. */
const TAIL_LINES = 45;
const BLOCK_LINES = 45;
const BEFORE_LINES = 8;

/** Who signed a document: the first block of signature, since annexes that follow are signed by the same. */
export function readSignature(lines: readonly Line[]): Signature {
  const texts = lines.filter((l) => l.kind === 'text');
  const recipients = texts.flatMap((l, i) => (/^(?:nơi nhận|nơi gửi)/u.test(l.clean.folded) ? [i] : []));
  let best: Signature = NOBODY;
  for (const at of recipients) {
    const below = blockOf(texts.slice(at, at + BLOCK_LINES));
    const found =
      below.value !== null ? below : better(blockOf(texts.slice(Math.max(0, at - BEFORE_LINES), at)), below);
    if (found.value !== null) return found;
    best = better(best, found);
  }
  const last = blockOf(texts.slice(-TAIL_LINES));
  return better(last, best);
}

const NOBODY: Signature = { value: null, confidence: 0.6, why: 'missing', position: null, authority: [] };

function better(a: Signature, b: Signature): Signature {
  if ((a.value === null) !== (b.value === null)) return a.value === null ? b : a;
  return a.position !== null || b.position === null ? a : b;
}

/** What the lines of a block say, titles first and the name below them. */
function blockOf(lines: readonly Line[]): Signature {
  let titles: string[] = [];
  let name: string | null = null;
  let open = '';
  for (const { clean, kind } of lines) {
    const { text, folded } = clean;
    if (kind !== 'text' || /^(?:phụ lục|biểu |mẫu số|danh mục|danh sách|kế hoạch$)/u.test(folded)) {
      if (name !== null || titles.length > 0) break;
      continue;
    }
    if (text.length > LONGEST_LINE) {
      if (name !== null) break;
      continue;
    }
    const title = titleIn(text);
    if (title !== null) {
      // A second block: of a document signed by two, or of an annex.
      if (name !== null) break;
      // "KT. BỘ TRƯỞNG, / CHỦ NHIỆM": one official of two titles.
      const goesOn = titles.at(-1)?.endsWith(',') === true;
      titles = goesOn ? [...titles.slice(0, -1), `${titles.at(-1)} ${title}`] : [...titles, title];
      continue;
    }
    if (titles.length === 0 || name !== null) continue;
    if (isCapitals(text) && !isFamilyName(folded.split(' ')[0] ?? '') && text.length < 60 && !/^\p{N}/u.test(text)) {
      titles = [...titles.slice(0, -1), `${titles.at(-1)} ${text}`];
      continue;
    }
    const whole = open === '' ? text : `${open} ${text}`;
    name = nameIn(whole) ?? nameIn(text);
    // A name broken over two lines: "Bùi / Xuân Cường".
    open = name === null && /^\p{Lu}\p{Ll}+$/u.test(text) ? text : '';
  }
  return signed(titles, name);
}

function signed(titles: readonly string[], name: string | null): Signature {
  const authority: { by: Authority; of: string }[] = [];
  let position: string | null = null;
  for (const title of titles) {
    const found = authorityOf(title);
    if (found) authority.push(found);
    else position = title;
  }
  if (titles.length === 0) return NOBODY;
  if (name === null) return { value: null, confidence: 0.8, why: 'unnamed', position, authority };
  const bare = name.replace(RANK, '');
  return isFamilyName(bare.split(' ')[0]?.toLowerCase() ?? '')
    ? { value: name, confidence: 0.97, position, authority }
    : { value: name, confidence: 0.8, why: 'unsure', position, authority };
}

/** "KT. CHỦ TỊCH" → in place of, the chairman. An acting official is their own. */
function authorityOf(title: string): { by: Authority; of: string } | null {
  const folded = title.toLocaleLowerCase('vi').replace(/uỷ/g, 'ủy');
  for (const [pattern, by] of AUTHORITY) {
    const m = pattern.exec(folded);
    if (m) return { by, of: title.slice(m[0].length).trim() };
  }
  return null;
}

/** The line's title: whole, or at its end where recipients stand beside it ("- Như trên;      KT. CHỦ TỊCH"). */
function titleIn(text: string): string | null {
  if (isCapitals(text)) return isTitle(text) ? text : null;
  const end = /[;,.:]\s+((?:(?:KT|TM|TL|TUQ|Q|T\/M)\. ?)?\p{Lu}{2,}(?:[ -]+\p{Lu}{2,})+)$/u.exec(text)?.[1];
  return end !== undefined && isTitle(end) ? end : null;
}

function isTitle(text: string): boolean {
  const authority = authorityOf(text);
  const folded = (authority?.of ?? text).toLocaleLowerCase('vi').replace(/uỷ/g, 'ủy');
  return (
    POSITION.test(folded) ||
    ((authority?.by === 'TM' || authority?.by === 'TL') && BODY.test(folded)) ||
    (BODY.test(folded) && authority !== null)
  );
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** A person's name: the whole line, or what stands at its end beside the recipients. */
function nameIn(text: string): string | null {
  const bare = text.replace(RANK, '');
  if (NAME_WORDS.test(bare) && bare.length < 40) return text;
  const after =
    /^[-–+].*[.;] ((?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng|úy) )?\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4})$/u.exec(
      text,
    )?.[1];
  if (after !== undefined) return after;
  return isCapitals(text) &&
    /^\p{Lu}+(?: \p{Lu}+){1,4}$/u.test(bare) &&
    isFamilyName(bare.split(' ')[0]?.toLocaleLowerCase('vi') ?? '')
    ? text
    : null;
}
