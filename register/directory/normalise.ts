/**
 * A name of an agency in the one form in which names are compared: lower case, composed letters, one spelling of tone
 * marks and of i/y, abbreviations written out, no punctuation and no "và".
 */
export function comparable(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const long = LETTERS_JOINED.reduce((text, [form, meaning]) => text.replace(form, `$1${meaning}`), words);
  return oneSpelling(
    long
      .split(' ')
      .map((word) => ABBREVIATIONS[word] ?? word)
      .join(' ')
      // "Khoa học và Công nghệ", "Khoa học & Công nghệ", "Khoa học - Công nghệ"
      .replace(/ và(?= )/gu, ''),
  );
}

const EDUCATION = 'giáo dục và đào tạo';
const SCIENCE = 'khoa học và công nghệ';
const INFORMATION = 'thông tin và truyền thông';
const PLANNING = 'kế hoạch và đầu tư';
const RESOURCES = 'tài nguyên và môi trường';
const FARMING = 'nông nghiệp và môi trường';
const COUNTRYSIDE = 'nông nghiệp và phát triển nông thôn';
const LABOUR = 'lao động thương binh và xã hội';
const CULTURE = 'văn hóa thể thao và du lịch';

/** What one province alone abbreviates belongs into the aliases of its directory. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ubnd: 'ủy ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  ub: 'ủy ban',
  ubmttq: 'ủy ban mặt trận tổ quốc',
  mttq: 'mặt trận tổ quốc',
  vp: 'văn phòng',
  vpcp: 'văn phòng chính phủ',
  tp: 'thành phố',
  tx: 'thị xã',
  gdđt: EDUCATION,
  khcn: SCIENCE,
  tttt: INFORMATION,
  khđt: PLANNING,
  tnmt: RESOURCES,
  nnmt: FARMING,
  nnptnt: COUNTRYSIDE,
  lđtbxh: LABOUR,
  vhttdl: CULTURE,
  gtvt: 'giao thông vận tải',
  ptnt: 'phát triển nông thôn',
  chqs: 'chỉ huy quân sự',
};

/** Letters joined by "&", "-" or "và" (the first two are blanks by now). */
const LETTERS_JOINED: readonly (readonly [RegExp, string])[] = (
  [
    ['gd (?:và )?đt', EDUCATION],
    ['kh (?:và )?cn', SCIENCE],
    ['tt (?:và )?tt', INFORMATION],
    ['thông tin (?:và )?tt', INFORMATION],
    ['kh (?:và )?đt', PLANNING],
    ['tn (?:và )?mt', RESOURCES],
    ['nn (?:và )?mt', FARMING],
    ['nn (?:và )?ptnt', COUNTRYSIDE],
    ['lđ ?tb (?:và )?xh', LABOUR],
    ['vh ?tt (?:và )?dl', CULTURE],
    ['tt (?:và )?dl', 'thể thao và du lịch'],
    ['tb (?:và )?xh', 'thương binh và xã hội'],
  ] as const
).map(([form, meaning]) => [new RegExp(`(^| )${form}(?= |$)`, 'gu'), meaning]);

/**
 * "uỷ" and "ủy", "hoà" and "hòa", "quản lý" and "quản lí" are one syllable each in two spellings. The form is for
 * comparing only ("hoàn" becomes "hòan", always).
 */
function oneSpelling(text: string): string {
  return text
    .replace(/([ou])([àáảãạèéẻẽẹỳýỷỹỵ])/gu, (pair: string, first: string, second: string, at: number) => {
      if (first === 'u' && text[at - 1] === 'q') return pair;
      const [base = '', mark = ''] = second.normalize('NFD');
      return `${(first + mark).normalize('NFC')}${base}`;
    })
    .replace(/(?<=[hklmstu])[yýỳỷỹỵ](?!\p{L})/gu, (y) => `i${y.normalize('NFD').slice(1)}`.normalize('NFC'));
}
