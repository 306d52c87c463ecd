const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Letters as a reader types them: composed, without ligatures, soft hyphens and characters that take no room. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (c) => LIGATURES[c] ?? c)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(CONTROL, ' ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a broken font map leaves in a text
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** "12" → "¹²": a mark that cannot be taken for part of the number or word before it. */
export function superscript(digits: string): string {
  return digits.replace(/\d/g, (d) => SUPERSCRIPTS.charAt(Number(d)));
}
