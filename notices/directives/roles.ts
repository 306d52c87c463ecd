import type { Name } from '../types.ts';

const TITLE =
  /^(?:đồng chí )?(?:phó )?(?:chủ tịch|bộ trưởng|giám đốc|chánh|trưởng ban|lãnh đạo|thường trực|ban thường vụ|cục trưởng) /u;
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/ủy ban nhân dân/gu, 'ubnd'],
  [/hội đồng nhân dân/gu, 'hđnd'],
  [/thành phố/gu, 'tp'],
  [/\s+/gu, ' '],
];

/** "Sở Công Thương | Hải Sơn": where it is, behind what the head calls it. */
const PLACE = /^ (?:(?:tỉnh|thành phố|tp\.?) )?\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}$/u;
const CHANCERY = /^văn phòng (?=ubnd |chính phủ)/u;

/** Who issues a document: its head names it in full, its sentences by a short form ("UBND tỉnh"). */
export class Issuer {
  private readonly full: string | null;

  constructor(issuer: string | null) {
    this.full = issuer === null ? null : plain(issuer);
  }

  /** Does this name mean the issuer itself, the one who signs for it ("Chủ tịch UBND tỉnh"), whom a chancery writes for? */
  is(name: Name): boolean {
    if (this.full === null) return false;
    const said = plain(name.name).replace(TITLE, '');
    // "UBND tỉnh" is "UBND tỉnh Hải Sơn", "Sở" is "Sở Tài chính"; "UBND các xã" is neither.
    if (isShortFor(said, this.full) || isShortFor(said, this.full.replace(CHANCERY, ''))) return true;
    return said.startsWith(`${this.full} `) && PLACE.test(name.name.slice(this.full.length - said.length));
  }
}

function isShortFor(said: string, full: string): boolean {
  return said === full || (said.length >= 2 && full.startsWith(`${said} `) && !/^\p{L}+$/u.test(said));
}

function plain(name: string): string {
  let out = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/ủy|uỷ/gu, 'ủy')
    .replace(/\s*\(.*$/u, '')
    .trim();
  for (const [spelt, short] of SPELT) out = out.replace(spelt, short);
  return out;
}
