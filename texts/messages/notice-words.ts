import { capital } from '../format.ts';

/* What a notice's page does to its words, undone: line ends within sentences, capitals of a letterhead. */

/** Lines of a page are about this long at least; shorter ones were ended on purpose. */
const FULL_LINE = 50;
const NEW_POINT = /^(?:[-–+•*]|\d{1,3}[.)]|\p{L}{1,2}[.)])\s/u;

/** The words of a notice without the line ends of the page they stood on; points and paragraphs keep their own. */
export function withoutLayout(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      const next = lines[i + 1];
      if (next === undefined) return line;
      const wrapped = [...line].length >= FULL_LINE && next !== '' && !/[.:;]$/.test(line) && !NEW_POINT.test(next);
      return `${line}${wrapped ? ' ' : '\n'}`;
    })
    .join('');
}

/** Words of the names of bodies that are not followed by a name of their own. */
const BODY_WORDS =
  /^(VĂN PHÒNG|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|CHÍNH PHỦ|THỦ TƯỚNG|BỘ|SỞ|BAN|CỤC|THANH TRA)(?=\s|$)/u;
const UNIT_WORDS = /^(TỈNH|THÀNH PHỐ|TP\.?|QUẬN|HUYỆN|THỊ XÃ|PHƯỜNG|XÃ(?! HỘI)|ĐẶC KHU)(?=\s|$)/u;

/** Written in capitals in a sentence, too. */
const ABBREVIATION = /^(UBND|HĐND|ĐBQH|UBMTTQ|MTTQ|UBMTTQVN|VP|TP\.?|HĐBCQG|BCĐ|BQL)$/u;

/** A letterhead writes its body in capitals; in a sentence it is "Văn phòng Ủy ban nhân dân tỉnh Hải Sơn". */
export function inSentence(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  const parts: string[] = [];
  let rest = name;
  let own = false;
  while (rest !== '') {
    const [unit] = UNIT_WORDS.exec(rest) ?? [];
    const [body] = BODY_WORDS.exec(rest) ?? [];
    const word = unit ?? body ?? rest.split(' ')[0] ?? rest;
    const lower = ABBREVIATION.test(word) ? word : word.toLocaleLowerCase('vi');
    const starts = unit === undefined && (body !== undefined || own || beginsName(parts));
    parts.push(starts ? capital(lower) : lower);
    // What follows a province or a commune is its name, each word of it with a capital.
    own = unit !== undefined || (own && body === undefined);
    rest = rest.slice(word.length).trimStart();
  }
  return parts.join(' ');
}

/** The first word of what a ministry or a department is for, and each further field of it. */
function beginsName(before: readonly string[]): boolean {
  const last = before.at(-1);
  return last === undefined || /[,-]$|^và$|^(Bộ|Sở|Ban|Cục|Thanh tra)$/u.test(last);
}
