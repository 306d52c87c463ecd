import { syllableShare } from './text/syllables.ts';

/** Families of fonts of before Unicode: each puts Vietnamese letters where Latin-1 has others. */
export type LegacyFont = 'tcvn3' | 'tcvn3-capitals' | 'vni';

/** Which family a font is of, by its name ("ABCDEF+.VnTime" in a PDF): ".VnTimeH" shows small letters as capitals. */
export function legacyFontOf(name: string): LegacyFont | null {
  const own = name.replace(/^[A-Z]{6}\+/, '');
  if (/^\.?vn[a-z]/i.test(own) && !/^vni/i.test(own)) {
    if (!own.startsWith('.')) return null;
    return /h(?:[\s,-]|$)/i.test(own) ? 'tcvn3-capitals' : 'tcvn3';
  }
  return /^vni[\s_-]/i.test(own) ? 'vni' : null;
}

/** TCVN 5712:1993 (ABC), letters as Latin-1 shows their bytes. */
const TCVN3 = pairs(
  'µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\u00adưõừøứöử÷ữùựúỳýýûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư',
);

/** VNI: a letter of its own for some, a mark after the vowel for the rest. */
const VNI_LETTERS = pairs('ñđÑĐôơÔƠöưÖƯììÌÌííÍÍæỉÆỈóĩÓĨòịÒỊîỵÎỴ');
const VNI_AFTER: Record<string, string> = {
  ø: '\u0300',
  ù: '\u0301',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_PAIR = /([aeouyAEOUYơƠưƯ])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])/gu;

/** Text typed in a font of before Unicode, as a reader of the page sees it. */
export function fromLegacyFont(text: string, font: LegacyFont): string {
  if (font === 'vni') {
    const letters = text.replace(/[ñÑôÔöÖìÌíÍæÆóÓòÒîÎ]/gu, (c) => VNI_LETTERS.get(c) ?? c);
    return letters
      .replace(VNI_PAIR, (_, vowel: string, mark: string) => vowel + (VNI_AFTER[mark.toLowerCase()] ?? mark))
      .normalize('NFC');
  }
  const plain = text.replace(/[\u00a1-\u00fe]/gu, (c) => TCVN3.get(c) ?? c);
  return font === 'tcvn3-capitals' ? plain.toUpperCase() : plain;
}

/** Letters that no byte of an old encoding looks like. */
const UNICODE_ONLY = /[\u0110\u0111\u01a0-\u01b0\u1ea0-\u1ef9]|\p{M}/u;

/** Is this the mark of the vowel before it, in VNI? */
export function isVniMark(text: string): boolean {
  return VNI_AFTER[text.toLowerCase()] !== undefined;
}

/** A stretch of a paragraph in one font. */
export interface FontRun {
  readonly text: string;
  readonly font: LegacyFont | null;
}

/**
 * The texts of a paragraph's runs as they read: converted where that makes more of its words Vietnamese. A font's name
 * alone does not tell: text pasted into ".VnTime" stays Unicode.
 */
export function asRead(runs: readonly FontRun[]): string[] {
  const plain = runs.map((r) => r.text);
  const old = runs.filter((r) => r.font !== null);
  if (old.length === 0 || old.some((r) => UNICODE_ONLY.test(r.text))) return plain;
  const converted = runs.map((r) => (r.font ? fromLegacyFont(r.text, r.font) : r.text));
  const before = syllableShare(plain.join('').toLowerCase());
  const after = syllableShare(converted.join('').toLowerCase());
  return (after ?? 0) >= (before ?? 0) ? converted : plain;
}

function pairs(list: string): Map<string, string> {
  const letters = Array.from(list);
  return new Map(letters.flatMap((c, i) => (i % 2 === 0 ? [[c, letters[i + 1] ?? c] as const] : [])));
}
