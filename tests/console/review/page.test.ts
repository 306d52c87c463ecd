import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TextMark } from '../../../console/review/marks.ts';
import { reviewPageOf } from '../../../console/review/page.tsx';
import { TextView } from '../../../console/review/text-view.tsx';
import { withAgencies } from '../../../office/review/index.ts';
import { corrected, directory, fileOf, ITEMS, noticeText, unreviewed } from '../../office/review/support.ts';
import { growth } from '../../support/growth.ts';
import { textOf } from '../../support/html-text.ts';

const HOSTILE =
  'Giao Sở Y tế <script>alert(1)</script> "nhận" & trả </div></style> thuốc &amp; \'vật tư\' trước ngày 15/4/2025.';

describe('the text of the page', () => {
  const kinds = ['directive', 'lead', 'cooperating', 'supervisor', 'deadline', 'header'] as const;
  const piece = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    ' ',
    '   ',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\f',
    '1. Giao ',
    'Sở Y tế',
    'é',
    'e\u0301',
    '&lt;',
    '😀',
    '\u202e',
    '<!--',
    ']]>',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
    fc.constant(noticeText([...ITEMS, HOSTILE])),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );
  const marks = (length: number) =>
    fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        a: fc.nat(length + 3),
        b: fc.nat(length + 3),
        n: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 12 },
    );

  test('without its tags it is the notice, letter by letter, however marks overlap', () => {
    fc.assert(
      fc.property(
        text.chain((t) => fc.tuple(fc.constant(t), marks(t.length))),
        ([words, drawn]) => {
          const marks = drawn.map(
            ({ kind, a, b, n }): TextMark => ({
              kind,
              span: [Math.min(a, b), Math.max(a, b)],
              card: `nv-${n}`,
              n,
              tip: '"><b>&',
            }),
          );
          const view = TextView({ text: words, marks }).toString();
          expect(textOf(view)).toBe(words);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('every letter under a mark is in an element of its kind, and no other is', () => {
    const file = fileOf();
    const page = reviewPageOf(unreviewed(file), 'tb.txt');
    const marked = [...page.matchAll(/<a class="m deadline[^>]*>(.*?)<\/a>/gs)].map((m) => textOf(m[1] ?? ''));
    const phrases = file.notices.flatMap((n) =>
      n.directives.flatMap((d) => d.deadlines.map((x) => file.text.slice(...x.span))),
    );
    expect(marked).toEqual(phrases);
    expect(phrases.length).toBeGreaterThan(3);
  });
});

describe('the page', () => {
  const file = fileOf(noticeText([...ITEMS, HOSTILE]));
  const known = directory();
  const reviewed = corrected(
    '- directive: 1\n  due: 2025-04-20\n  confirm: true\n- directive: 5\n  drop: true\n',
    file,
    known,
  );
  const page = reviewPageOf({ ...reviewed, notices: reviewed.notices.map((n) => withAgencies(n, known)) }, 'tb.txt');
  const words = (of: RegExp) => [...page.matchAll(of)].map((m) => textOf(m[1] ?? ''));

  test('holds the whole notice, loads nothing, and runs its own script alone', () => {
    expect(words(/<div class="words">(.*?)<\/div><\/main>/gs)).toEqual([file.text]);
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|form|svg|base)\b/i);
    const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code ?? '');
    expect(page.match(/<script\b/g)).toHaveLength(1);
    expect(page).toContain(`script-src 'sha256-${createHash('sha256').update(scripts.join('')).digest('base64')}'`);
    expect(page).not.toMatch(/\s(?:src|srcset|action|on\w+)=/i);
    expect(page).not.toMatch(/@import|url\(/i);
    expect(page.match(/href="(?!#)/g)).toBeNull();
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'/);
  });

  test('every link leads somewhere, and every id is one', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map((m) => m[1]);
    expect(targets.filter((t) => !ids.includes(t))).toEqual([]);
    expect(targets.length).toBeGreaterThan(20);
  });

  test('the header is marked where it stands', () => {
    const marked = words(/<a class="m header[^>]*>(.*?)<\/a>/gs);
    expect(marked).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH HẢI SƠN',
      'VĂN PHÒNG',
      '58/TB-VPUBND',
      'ngày 14 tháng 3 năm 2025',
      'Trịnh Quốc Hùng',
    ]);
  });

  test('what must be confirmed comes first, the least sure on top; what is sure is folded away', () => {
    const [first = '', others = ''] = words(/<ol class="list">(.*?)<\/ol>/gs);
    const order = (list: string) => [...list.matchAll(/^(\d) tin cậy/gm)].map((m) => m[1]);
    expect(order(first.replaceAll('Xem lời văn', '\n'))).toEqual(['6', '3', '2', '1']);
    expect(order(others.replaceAll('Xem lời văn', '\n'))).toEqual(['4']);
  });

  test('a date says its rule in words; a correction what was and what is; what was dropped is shown', () => {
    expect(page).toMatch(/title="4\. Hạn: định kỳ ngày 24 hằng tháng, lần đầu .*?Cách hiểu: lặp lại hằng tháng/);
    expect(page).toMatch(/<del>.*?14\/04\/2025<\/del> → <ins>.*?20\/04\/2025<\/ins>/);
    expect(page).toMatch(/Đã bỏ, không giao.*<b>5<\/b>/s);
    expect(page).toMatch(/danh bạ: so-tai-chinh/);
  });

  test('the entry it offers for a corrections file is one', () => {
    const [header = '', entry = ''] = words(/<pre>(.*?)<\/pre>/gs);
    expect(corrected(entry, fileOf()).notices[0]?.review.confirmed).toEqual(['1']);
    const signed = header.replace(/signer: .*/, 'signer: "Lê Văn Cường"').replace(/# signer/, 'signer');
    expect(corrected(signed, fileOf()).notices[0]).toMatchObject({
      signer: 'Lê Văn Cường',
      header: { signer: { value: 'Lê Văn Cường', confidence: 1 } },
      review: { header: [{ field: 'signer', is: 'Lê Văn Cường' }] },
    });
  });
});

test('a notice of 4,000 directives is a page, and costs about four times one of 1,000', async () => {
  const fileWith = (count: number) =>
    unreviewed(
      fileOf(
        noticeText(
          Array.from(
            { length: count },
            (_, i) =>
              `Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính làm việc thứ ${i + 1} của đợt, rà soát từng trạm y tế, từng kho thuốc, lập danh mục và báo cáo UBND tỉnh trước ngày 15/4/2025.`,
          ),
        ),
      ),
    );
  const [few, many] = [fileWith(1000), fileWith(4000)];
  expect(many.text.length).toBeGreaterThan(700_000);
  const drawing = (file: typeof many) => () => reviewPageOf(file, 'tb.txt');
  expect(await growth(drawing(few), drawing(many), 8)).toBeLessThan(8);
  expect(drawing(many)().length).toBeGreaterThan(many.text.length);
});

test('nothing in a notice or its name ends the style sheet', () => {
  const page = reviewPageOf(unreviewed(fileOf(noticeText([HOSTILE]))), '</style><b>.txt');
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});
