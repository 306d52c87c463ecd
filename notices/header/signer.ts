import type { Line } from '../structure/lines.ts';

const TITLE =
  /^(?:(?:kt|tm|tl|tuq|q)\. ?|quyền |phó )*(?:(?:phó )?chủ tịch|(?:phó )?giám đốc|(?:phó )?chánh|(?:phó )?cục trưởng|chi cục trưởng|(?:phó )?tổng cục trưởng|(?:phó )?vụ trưởng|(?:phó )?viện trưởng|(?:phó )?bộ trưởng|thứ trưởng|(?:phó )?thủ tướng|(?:phó )?tổ trưởng|(?:phó )?trưởng ban|trưởng phòng|thư ký|bộ trưởng|chủ nhiệm|(?:phó )?tổng giám đốc|hiệu trưởng|thủ trưởng|(?:phó )?bí thư|thường trực|ủy ban nhân dân|ban thường vụ)/u;
const NAME = /^(?:(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy) |(?:gs|pgs|ts|ths|bs)\.? ?)*\p{L}+(?: \p{L}+){1,4}$/u;
const CAPITALISED = /^(?:\p{Lu}[\p{Ll}]*\.?)(?: (?:\p{Lu}\p{Ll}*|tá|tướng|úy))+$/u;
const TAIL_LINES = 45;
const LONGEST_LINE = 160;

/** The name under the last signature block, rank included, as written; null where the document is unsigned. */
export function readSigner(lines: readonly Line[]): string | null {
  const tail = lines.filter((l) => l.kind === 'text').slice(-TAIL_LINES);
  const from = tail.findIndex((l) => l.clean.folded.startsWith('nơi nhận'));
  let titled = false;
  let name: string | null = null;
  for (const { clean } of tail.slice(Math.max(0, from))) {
    const { text, folded } = clean;
    if (/^phụ lục/u.test(folded)) break;
    if (text.length > LONGEST_LINE) continue;
    if (!/\p{Ll}/u.test(text) && TITLE.test(folded)) titled = true;
    else if (titleAtEnd(text)) titled = true;
    else if (titled && NAME.test(folded) && CAPITALISED.test(text)) name = text;
    else if (titled) name = nameAtEnd(text) ?? name;
  }
  return name;
}

/** Two columns on one line: "- Như trên;      KT. CHÁNH VĂN PHÒNG", "Nơi nhận:   GIÁM ĐỐC". */
function titleAtEnd(text: string): boolean {
  const capitals = /[;,.:]\s+((?:(?:KT|TM|TL|TUQ|Q)\. ?)?\p{Lu}{2,}(?: \p{Lu}{2,})+)$/u.exec(text)?.[1];
  return capitals !== undefined && TITLE.test(capitals.toLocaleLowerCase('vi'));
}

/** "- Lưu: VT, NC.    Phạm Văn A": the right column of a recipients' line. */
function nameAtEnd(text: string): string | null {
  const m = /^[-–].*[.;] (\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4})$/u.exec(text);
  return m?.[1] ?? null;
}
