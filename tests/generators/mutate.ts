import { noticeOf } from './notice.ts';
import { phraseOf } from './phrases.ts';
import { type Random, randomOf } from './random.ts';

/** Marks, blanks and letters that break naive readers: joiners, marks without a letter, right-to-left, halves of pairs. */
const ODD = [
  '\u0301',
  '\u0323\u0302',
  '\u200b',
  '\u200d',
  '\u202e',
  '\ufeff',
  '\u00a0',
  '\u00ad',
  '\ud83d',
  '\udc4d',
  '😀',
  'İ',
  'ß',
  'ﬁ',
  '１',
  '٣',
  '²',
  'Ⅳ',
  '\u0000',
  '\u0085',
  '\u2028',
  '\v',
  '\f',
];
const SCRAPS = [
  'trước ngày ',
  '31/2/2025',
  '99/99/9999',
  'quý XVI',
  'tháng 13',
  'kể từ ngày ký ',
  'hằng tháng ',
  'Giao Sở ',
  ' phối hợp với ',
  'Nơi nhận:',
  'PHỤ LỤC',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 1/TB-UBND',
  '| a | b |\n|---|---|\n',
  '\t',
  '**',
  '“',
  '(((',
  ')',
  '- ',
  '+ ',
  'a) ',
  '1.1.1. ',
  'IV. ',
  'năm 0000',
  '999999999999999999999 ngày làm việc',
  'không giờ',
];

function place(r: Random, text: string): number {
  return r.int(0, text.length);
}

const MUTATIONS: readonly ((r: Random, text: string) => string)[] = [
  function remove(r, text) {
    const a = place(r, text);
    return text.slice(0, a) + text.slice(a + r.int(1, r.chance(0.2) ? 400 : 12));
  },
  function repeat(r, text) {
    const a = place(r, text);
    const piece = text.slice(a, a + r.int(1, r.chance(0.2) ? 300 : 20));
    return text.slice(0, a) + piece.repeat(r.int(2, r.chance(0.1) ? 60 : 4)) + text.slice(a);
  },
  function swap(r, text) {
    const [a = 0, b = 0, c = 0] = [place(r, text), place(r, text), place(r, text)].sort((x, y) => x - y);
    return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c);
  },
  function odd(r, text) {
    const a = place(r, text);
    return text.slice(0, a) + r.pick(ODD).repeat(r.chance(0.1) ? r.int(2, 200) : 1) + text.slice(a);
  },
  function scrap(r, text) {
    const a = place(r, text);
    return text.slice(0, a) + r.pick(SCRAPS) + text.slice(a);
  },
  function shuffleLines(r, text) {
    const lines = text.split('\n');
    return r.draw(lines, lines.length).join('\n');
  },
  function oneLine(_, text) {
    return text.replaceAll('\n', ' ');
  },
  function longLine(r, text) {
    const a = place(r, text);
    return `${text.slice(0, a)}${r.pick([...SCRAPS, ...ODD, 'ngày ', '1', ' ', ', ']).repeat(r.int(100, r.chance(0.2) ? 4000 : 600))}${text.slice(a)}`;
  },
  function deep(r, text) {
    const levels = Array.from({ length: r.int(5, 80) }, (_, i) =>
      r.pick([`${Array.from({ length: (i % 12) + 1 }, () => 1).join('.')}. `, 'a) ', '- ', '+ ', `(${i}) `, 'I. ']),
    );
    return `${text}\n${levels.map((label) => `${label}Sở Y tế rà soát:`).join('\n')}`;
  },
  function decomposed(r, text) {
    return text.normalize(r.pick(['NFD', 'NFKD', 'NFKC']));
  },
  function cased(r, text) {
    return r.chance(0.5) ? text.toUpperCase() : text.toLowerCase();
  },
  function cut(r, text) {
    return r.chance(0.5) ? text.slice(place(r, text)) : text.slice(0, place(r, text));
  },
];

const LONGEST = 24_000;

/** A notice or a row of phrases, spoilt a few times over. */
export function spoiltText(seed: number): string {
  const r = randomOf(seed);
  let text = r.chance(0.7)
    ? noticeOf(r.int(1, 1_000_000)).text
    : Array.from({ length: r.int(1, 12) }, () => phraseOf(r.int(1, 1_000_000)).text).join(
        r.pick(['\n', '; ', ' ', '']),
      );
  for (let n = r.int(1, 6); n > 0; n--) {
    text = r.pick(MUTATIONS)(r, text);
    // Repetitions of repetitions would measure memory, not reading.
    if (text.length > LONGEST) text = text.slice(0, LONGEST);
  }
  return text;
}

/** Bytes of a file: a spoilt text with its bytes spoilt too, or nothing but chance. */
export function spoiltBytes(seed: number): Uint8Array {
  const r = randomOf(seed ^ 0x5bd1e995);
  if (r.chance(0.3)) return Uint8Array.from({ length: r.int(0, 3000) }, () => r.int(0, 255));
  const bytes = [...new TextEncoder().encode(spoiltText(seed).slice(0, 6000))];
  for (let n = r.int(0, 3); n > 0 && bytes.length > 0; n--) {
    const at = r.int(0, bytes.length - 1);
    r.pick([
      () => bytes.splice(at, r.int(1, 8)),
      () => bytes.splice(at, 0, r.int(0, 255)),
      () => bytes.splice(at, 1, r.int(0, 255)),
      () => bytes.splice(at, 0, ...bytes.slice(at, at + r.int(1, 40))),
    ])();
  }
  if (r.chance(0.1))
    bytes.unshift(
      ...r.pick([
        [0xff, 0xfe],
        [0xfe, 0xff],
        [0xef, 0xbb, 0xbf],
        [0x50, 0x4b, 3, 4],
      ]),
    );
  return Uint8Array.from(bytes);
}
