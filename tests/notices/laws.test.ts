import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readNotices } from '../../notices/index.ts';
import { clean } from '../../notices/text/clean.ts';
import { cases } from '../support/depth.ts';
import { growth } from '../support/growth.ts';
import { calendar, directives, inShort, notice } from './support.ts';

const AGENCIES = [
  'Sở Nội vụ',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Công an tỉnh',
  'Thanh tra tỉnh',
  'UBND huyện An Bình',
  'các sở, ban, ngành',
  'UBND các huyện, thị xã, thành phố',
];
const TASKS = [
  'rà soát danh mục dịch vụ công',
  'xây dựng kế hoạch triển khai',
  'kiểm tra hiện trường',
  'báo cáo UBND tỉnh kết quả thực hiện',
];
const DATES: readonly (readonly [string, string])[] = [
  ['trong tháng 3/2025', '2025-03-31'],
  ['trước ngày 15/4/2025', '2025-04-14'],
  ['trong quý II/2025', '2025-06-30'],
  ['chậm nhất ngày 20/5/2025', '2025-05-20'],
];

const item = fc.record({
  form: fc.constantFrom('subject', 'order', 'heading'),
  lead: fc.constantFrom(...AGENCIES),
  coop: fc.option(fc.constantFrom(...AGENCIES), { nil: null }),
  task: fc.constantFrom(...TASKS),
  date: fc.option(fc.constantFrom(...DATES), { nil: null }),
});

type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;

function written(x: Item, n: number): string {
  const coop = x.coop && x.coop !== x.lead ? `chủ trì, phối hợp với ${x.coop} ` : '';
  const words = `${coop}${x.task}${x.date ? ` ${x.date[0]}` : ''}.`;
  if (x.form === 'order') return `${n}. Giao ${x.lead} ${words}`;
  if (x.form === 'subject') return `${n}. ${capital(x.lead)} ${words}`;
  return `${n}. ${capital(x.lead)}:\na) ${capital(words)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const out: string[] = [''];
      for (const word of line.split(' ')) {
        const last = out.at(-1) ?? '';
        if (last !== '' && last.length + 1 + word.length > width) out.push(word);
        else out[out.length - 1] = last === '' ? word : `${last} ${word}`;
      }
      return out.join('\n');
    })
    .join('\n\n');
}

describe('notices written by grammar are read back', () => {
  test.each([
    ['one line a paragraph', (body: string) => body],
    ['wrapped at 72', (body: string) => wrap(body, 72)],
    ['Windows line ends', (body: string) => body.replaceAll('\n', '\r\n')],
    ['letters taken apart', (body: string) => body.normalize('NFD')],
  ])('%s', (_, layout) => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
        const text = notice(layout(items.map((x, i) => written(x, i + 1)).join('\n')));
        const found = readNotices(text, { calendar }).flatMap((n) => n.directives);
        expect(found.map((d) => inShort(d).slice(1))).toEqual(
          items.map((x) => [
            [x.form === 'order' ? x.lead : capital(x.lead)],
            x.coop && x.coop !== x.lead ? [x.coop] : [],
            x.date ? [x.date[1]] : [],
          ]),
        );
        for (const d of found) expect(text.slice(d.span[0], d.span[1])).toBe(d.text);
      }),
      { numRuns: cases(20, 300) },
    );
  });
});

test.each([
  ['after a preposition and a class of place', 'UBND huyện\nAn Bình'],
  ['in the middle of a name', 'UBND huyện An\nBình'],
  ['after a conjunction', 'Sở Giáo dục và\nĐào tạo'],
  ['before a name', '\nSở Y tế'],
])('a line that breaks off %s goes on with a capital', (_, coop) => {
  const found = directives(
    `1. UBND các huyện, thị xã, thành phố chủ trì, phối hợp với ${coop} rà soát danh mục dịch vụ công.`,
  );
  expect(found.map((d) => inShort(d).slice(1))).toEqual([
    [['UBND các huyện, thị xã, thành phố'], [coop.replace('\n', ' ').trim()], []],
  ]);
});

test('a heading that breaks off nowhere is not joined to the order after it', () => {
  const found = directives(
    'I. Về nhiệm vụ triển khai thực hiện trong thời gian tới của tháng 02\nSở Y tế rà soát danh mục dịch vụ công trong tháng 3/2025.',
  );
  expect(found.map((d) => inShort(d).slice(1))).toEqual([[['Sở Y tế'], [], ['2025-03-31']]]);
});

const SCRAPS = [
  '1. ',
  'a) ',
  '- ',
  '(i) ',
  'I. ',
  'Giao ',
  'Sở Y tế ',
  'các sở, ngành ',
  'phối hợp với ',
  'phải ',
  ': ',
  '; ',
  '. ',
  '\n',
  '\n\n',
  '(',
  ')',
  '“',
  '**',
  '|',
  ' ngày 15/3/2025 ',
  'trong tháng 3/2025',
  'Nơi nhận:',
  'Số: 1/TB-UBND',
  '¹ ',
  'tỉnh1',
  'Hải Sơn, ngày 01 tháng 3 năm 2025',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Đơn vị chủ trì: ',
  'Thời gian thực hiện: ',
  'e\u0302\u0323',
  '\u200b',
  '\f',
];

test('any text: no crash, spans inside it, text the very slice, ids unique', () => {
  const scrap = fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 6, unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
      const text = scraps.join('');
      const notices = readNotices(text, { calendar, issued: '2025-02-24' });
      const all = notices.flatMap((n) => n.directives);
      expect(new Set(all.map((d) => d.id)).size).toBe(all.length);
      for (const d of all) {
        expect(text.slice(d.span[0], d.span[1])).toBe(d.text);
        const spans = [d.span, ...d.deadlines.map((x) => x.span), ...[...d.lead, ...d.cooperating].map((n) => n.span)];
        for (const span of spans) {
          expect(span).not.toBeNull();
          expect(
            (span?.[0] ?? -1) >= 0 && (span?.[0] ?? 1) <= (span?.[1] ?? 0) && (span?.[1] ?? Infinity) <= text.length,
          ).toBe(true);
        }
      }
    }),
    { numRuns: cases(400, 10_000) },
  );
});

test('cleaning: each character knows its place, and only blanks and marks are left out', () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom('ế', 'e\u0302\u0301', ' ', '\n', '*', '|', '\u00a0', '\u200b', 'Đ', 'hoà'),
      fc.string({ maxLength: 3, unit: 'grapheme' }),
    ),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const source = parts.join('');
      const c = clean(source, [[0, source.length]]);
      expect(c.folded).toHaveLength(c.text.length);
      for (let i = 0; i < c.text.length; i++) {
        const from = c.starts[i] ?? -1;
        const to = c.ends[i] ?? -1;
        expect(from >= (i > 0 ? (c.starts[i - 1] ?? 0) : 0) && to <= source.length).toBe(true);
        if (c.text.charAt(i) !== ' ')
          expect(source.slice(from, to).normalize('NFC')).toContain(c.text.charAt(i).normalize('NFC'));
      }
    }),
    { numRuns: 500 },
  );
});

test.each<[string, (n: number) => string]>([
  [
    'a notice',
    (n) =>
      notice('1. Giao Sở Y tế phối hợp với Công an tỉnh rà soát, báo cáo trước ngày 15/4/2025.\n\n'.repeat(n / 90)),
  ],
  ['one endless list of names', (n) => notice(`1. Sở Y tế phối hợp với ${'Sở Tài chính, '.repeat(n / 14)}thực hiện.`)],
  ['one endless sentence', (n) => notice(`1. Sở Y tế ${'rà soát, '.repeat(n / 9)}báo cáo.`)],
  ['brackets', (n) => notice(`1. ${'('.repeat(n / 2)}${')'.repeat(n / 2)}`)],
  ['commas before a modal', (n) => notice(`${'đến ngày, trong '.repeat(n / 16)} Sở Y tế phải làm`)],
  ['a long line before a list in brackets', (n) => notice(`1. Sở Y tế ${'rà soát '.repeat(n / 8)}\n(ii) báo cáo`)],
  ['footnote marks', (n) => notice('1 Aa1\n'.repeat(n / 6))],
  [
    'digits and strokes without a blank',
    (n) => notice(`1. Giao Sở Y tế báo cáo ${'1/2a'.repeat(n / 4)} trước ngày 15/4/2025.`),
  ],
  ['blanks in a line', (n) => notice(`1. Sở Y tế${' '.repeat(n)}rà soát.`)],
])('time grows with length, not its square: %s', async (_, make) => {
  const reading = (n: number) => {
    const text = make(n);
    return () => readNotices(text, { calendar });
  };
  // Ten times the length: quadratic work would take a hundred times as long.
  expect(await growth(reading(40_000), reading(400_000), 30)).toBeLessThan(30);
});
