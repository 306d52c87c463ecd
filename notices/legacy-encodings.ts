/**
 * Telling the Vietnamese encodings of before Unicode apart, so that a refusal can name the one to convert from.
 * Marks are the codes of the commonest letters (đ, ư, ơ, ế, ệ, ạ …) in each table.
 */

/** Latin-1 bytes of common syllables: "của", "được", "nhiệm", "tỉnh" … as each encoding writes them. */
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  [
    'TCVN3 (ABC)',
    [
      '®­îc',
      'cña',
      'nhiÖm',
      'tØnh',
      'viÖc',
      'ñy',
      'vµ',
      'c¸c',
      'ngµy',
      'th¸ng',
      'n¨m',
      'thùc',
      'hiÖn',
      'quyÕt',
      '®Þnh',
      'b¸o',
    ],
  ],
  [
    'VNI',
    [
      'ñöôïc',
      'cuûa',
      'nhieäm',
      'tænh',
      'vieäc',
      'uûy',
      'vaø',
      'caùc',
      'ngaøy',
      'thaùng',
      'naêm',
      'thöïc',
      'hieän',
      'quyeát',
      'ñònh',
      'baùo',
    ],
  ],
  [
    'VPS',
    [
      'ð\u00dc\u00ae c',
      'cu\u00fca',
      '\u00e0',
      'c\u00e1c',
      'n\u00e6m',
      'ng\u00e0y',
      'th\u00e1ng',
      'th\u00f1c',
      '\u00f0\u00dc\u00bec',
    ],
  ],
  [
    'windows-1258',
    [
      '\u00f0\u00fd\u00f5\u00f2c',
      'cu\u00d2a',
      'nhi\u00ea\u00f2m',
      'ti\u00d2nh',
      'vi\u00ea\u00f2c',
      'va\u00cc',
      'ca\u00ecc',
      'nga\u00ccy',
      'tha\u00ecng',
      'n\u00e3m',
      '\u00f0\u00f4\u00f2ng',
    ],
  ],
];

function scores(latin: string): Map<string, number> {
  const low = latin;
  const out = new Map<string, number>();
  for (const [name, words] of WORDS)
    out.set(
      name,
      words.reduce((n, w) => n + (low.split(w).length - 1), 0),
    );
  return out;
}

/** The encoding of bytes that are not UTF-8, or null where none fits. */
export function legacyEncodingOf(bytes: Uint8Array): string | null {
  const latin = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000));
  return best(scores(latin), 2);
}

/** Text typed in an old font but stored as Unicode ("ñöôïc" for "được"): valid UTF-8, unreadable all the same. */
export function legacyFontTextOf(text: string): string | null {
  const sample = text.slice(0, 200_000);
  if (/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹươ]/iu.test(sample.slice(0, 20_000))) return null;
  const found = scores(sample);
  found.delete('VPS');
  found.delete('windows-1258');
  const name = best(found, 4);
  return name ? `${name} (phông cũ)` : null;
}

function best(found: ReadonlyMap<string, number>, least: number): string | null {
  const [top] = [...found].sort((a, b) => b[1] - a[1]);
  return top && top[1] >= least ? top[0] : null;
}
