import { describe, expect, test } from '@jest/globals';
import { takeMarks } from '../../../notices/formats/marks.ts';
import { factsOf, isReadable } from '../../../notices/scan/gate.ts';
import { withKnownNames } from '../../../notices/scan/mend-names.ts';
import { pageOfWords } from '../../../notices/scan/page-words.ts';
import type { SeenPage, SeenWord } from '../../../notices/scan/types.ts';

function line(words: string, confidence: number | Readonly<Record<string, number>> = 95): SeenWord[] {
  return words.split(' ').map((text, i) => ({
    text,
    confidence: typeof confidence === 'number' ? confidence : (confidence[text] ?? 95),
    x0: 80 + i * 40,
    x1: 110 + i * 40,
    y: 100,
    size: 12,
    follows: i > 0,
  }));
}

const page = (words: readonly SeenWord[], ink = 0.05): SeenPage => ({
  width: 595,
  height: 842,
  words,
  rules: [],
  quarters: 0,
  degrees: 0,
  ink,
});

/** The words as they are handed on, those nobody is sure of in brackets. */
function readOf(words: readonly SeenWord[]): string {
  const { text, marked } = takeMarks(
    pageOfWords(page(words))
      .runs.map((r) => r.text)
      .join(' '),
  );
  return [...marked].reverse().reduce((t, { span: [a, b] }) => `${t.slice(0, a)}[${t.slice(a, b)}]${t.slice(b)}`, text);
}

describe('words as they were recognised', () => {
  test.each([
    ['a doubtful word is marked', line('trước ngày thứ', { thứ: 60 }), 'trước ngày [thứ]'],
    ['of a figure more is asked', line('ngày 15/3/2025', 85), 'ngày [15/3/2025]'],
    ['dirt is left out', line('| báo cáo ˆ', { '|': 60, ˆ: 20 }), 'báo cáo'],
    ['letters that differ by their height alone', line('SỞ Tài chính toàn bỘ'), 'Sở Tài chính toàn bộ'],
    ['a heading in capitals stays', line('SỞ TÀI CHÍNH'), 'SỞ TÀI CHÍNH'],
    ['a fraction stroke is a slash', line('15⁄3⁄2025'), '15/3/2025'],
    ['a quarter is Roman, and not sure once mended', line('quý 1V/2025'), 'quý [IV/2025]'],
    ['one stroke may have been two', line('quý 1/2025'), 'quý [I/2025]'],
    ['a quarter there is none of', line('quý VII/2025'), 'quý [VII/2025]'],
    ['a part in capitals', line('H. NHIỆM VỤ'), 'II. NHIỆM VỤ'],
    ['an item with a comma for its full stop', line('5, Sở Y tế'), '5. Sở Y tế'],
  ])('%s', (_, words, expected) => {
    expect(readOf(words)).toBe(expected);
  });
});

describe('the gate', () => {
  const sentence =
    'Sở Nông nghiệp và Môi trường rà soát toàn bộ quy hoạch sử dụng đất báo cáo Ủy ban nhân dân tỉnh theo quy định của pháp luật về đất đai';

  test.each([
    ['a good page', page(line(sentence)), true],
    ['words the recogniser is not sure of', page(line(sentence, 78)), false],
    ['sure words of no language', page(line(sentence.replace(/[aoiuêôơư]/gu, 'z'))), false],
    [
      'every third word doubtful',
      page(line(sentence).map((w, i) => (i % 3 === 0 ? { ...w, confidence: 70 } : w))),
      false,
    ],
    ['a back side', page([], 0.001), true],
    ['a page full of ink without a word', page([], 0.2), false],
  ])('%s', (_, seen, expected) => {
    expect(isReadable(factsOf(seen))).toBe(expected);
  });
});

describe('a word that is the only one of a known name to be misread', () => {
  const named = (words: string, confidence: number | Readonly<Record<string, number>> = 95) => {
    const { words: out, mended } = withKnownNames(line(words, confidence));
    return [readOf(out), mended.length];
  };

  test.each<[string, string | readonly [string, Readonly<Record<string, number>>], string]>([
    ['no syllable', 'Giao Sở V tế chủ trì', 'Giao Sở [Y] tế chủ trì'],
    ['with its comma', 'Sở Nội vự, Sở V tế.', 'Sở Nội vự, Sở [Y] tế.'],
    ['doubted', ['Sở Nội vự, báo cáo', { 'vự,': 60 }], 'Sở Nội [vụ,] báo cáo'],
    ['in capitals', 'SỞ V TẾ', 'SỞ [Y] TẾ'],
    ['of a longer name', ['Sở Nông nghiệp và Môi trướng', { trướng: 70 }], 'Sở Nông nghiệp và Môi [trường]'],
    ['its first, the marks lost', ['Só Nội vụ', { Só: 50 }], '[Sở] Nội vụ'],
  ])('%s: becomes it and stays doubtful', (_, given, expected) => {
    const [words, confidence] = typeof given === 'string' ? [given, 95] : given;
    expect(named(words, confidence)).toEqual([expected, 1]);
  });

  test.each<[string, string, Readonly<Record<string, number>>]>([
    ['a word the recogniser is sure of', 'Sở Nội vự báo cáo', {}],
    ['two words that differ', 'Sở V tê báo cáo', { V: 30, tê: 30 }],
    ['a word far from it', 'Sở Kinh tế báo cáo', { Kinh: 30 }],
    ['a name parted by a mark', 'các Sở, V tế', {}],
    ['a name that is right', 'Sở Y tế báo cáo', { Y: 30 }],
  ])('%s: nothing is changed', (_, words, doubts) => {
    const given = line(words, doubts);
    expect(withKnownNames(given)).toEqual({ words: given, mended: [] });
  });
});
