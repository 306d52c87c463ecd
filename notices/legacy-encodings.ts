/**
 * Telling the Vietnamese encodings of before Unicode apart, so that a refusal can name the one to convert from.
 * Each is known by how it writes common syllables; the bytes are looked at as Latin-1.
 */
const SYLLABLES: readonly (readonly [string, readonly string[]])[] = [
  // được, của, nhiệm, tỉnh, việc, và, các, ngày, tháng, năm, thực, hiện, quyết, định, báo
  [
    'TCVN3 (ABC)',
    [
      ...['®­îc', 'cña', 'nhiÖm', 'tØnh', 'viÖc', 'vµ ', 'c¸c', 'ngµy', 'th¸ng'],
      ...['n¨m', 'thùc', 'hiÖn', 'quyÕt', '®Þnh', 'b¸o'],
    ],
  ],
  [
    'VNI',
    [
      ...['ñöôïc', 'cuûa', 'nhieäm', 'tænh', 'vieäc', 'vaø', 'caùc', 'ngaøy', 'thaùng'],
      ...['naêm', 'thöïc', 'hieän', 'quyeát', 'ñònh', 'baùo'],
    ],
  ],
  // đ is 0xC7, ư 0xDC, ă 0xE6
  ['VPS', ['ÇÜ', 'næm', 'Çã', 'Çê', 'Çi', 'Çô']],
  // The tone is a byte of its own after the vowel; đ is 0xF0, ư 0xFD, ơ 0xF5.
  ['windows-1258', ['ðý', 'ýõ', 'êò', 'êì', 'uÒ', 'iÒ', 'nãm', 'ðô', 'aò', 'oò']],
];

const SAMPLE = 200_000;
const UNICODE_ONLY = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹươ]/iu;

/** The encoding of bytes that are not UTF-8, or null where none fits. */
export function legacyEncodingOf(bytes: Uint8Array): string | null {
  return best(new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE)), () => true, 2);
}

/** Text typed in an old font but stored as Unicode ("ñöôïc" for "được"): valid UTF-8, unreadable all the same. */
export function legacyFontTextOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  if (UNICODE_ONLY.test(sample)) return null;
  const name = best(sample, (n) => n === 'VNI' || n.startsWith('TCVN3'), 4);
  return name ? `${name}, gõ bằng phông chữ cũ` : null;
}

function best(latin: string, wanted: (name: string) => boolean, least: number): string | null {
  let top: string | null = null;
  let most = least - 1;
  for (const [name, syllables] of SYLLABLES) {
    if (!wanted(name)) continue;
    const n = syllables.reduce((sum, s) => sum + latin.split(s).length - 1, 0);
    if (n > most) [top, most] = [name, n];
  }
  return top;
}
