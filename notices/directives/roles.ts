import type { Name } from '../types.ts';

const TITLE =
  /^(?:đồng chí )?(?:phó )?(?:chủ tịch|bộ trưởng|giám đốc|chánh|trưởng ban|lãnh đạo|thường trực|ban thường vụ|cục trưởng) /u;
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/ủy ban nhân dân/gu, 'ubnd'],
  [/hội đồng nhân dân/gu, 'hđnd'],
  [/thành phố/gu, 'tp'],
  [/\s+/gu, ' '],
];

/** Who issues a document: its head names it in full, its sentences by a short form ("UBND tỉnh"). */
export class Issuer {
  private readonly full: string | null;

  constructor(issuer: string | null) {
    this.full = issuer === null ? null : plain(issuer);
  }

  /** Does this name mean the issuer itself, or the one who signs for it ("Chủ tịch UBND tỉnh")? */
  is(name: Name): boolean {
    if (this.full === null) return false;
    const said = plain(name.name).replace(TITLE, '');
    // "UBND tỉnh" is "UBND tỉnh Hải Sơn", "Sở" is "Sở Tài chính"; "UBND các xã" is neither.
    return said === this.full || (said.length >= 2 && this.full.startsWith(`${said} `) && !/^\p{L}+$/u.test(said));
  }
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
