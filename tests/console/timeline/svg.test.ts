import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { svgOf } from '../../../console/timeline/document.tsx';
import { textWidth } from '../../../console/timeline/measure.ts';
import { DARK, LIGHT, type Palette } from '../../../console/timeline/palette.ts';
import { panelOf } from '../../../console/timeline/panel.ts';
import { SHEET } from '../../../console/timeline/scale.ts';
import { type Box, boxOf, type Scene, type TextItem } from '../../../console/timeline/scene.ts';
import { ACT_NAMES } from '../../../texts/acts.ts';
import { KIND_NAMES } from '../../../texts/names.ts';
import { picture, pictureOfPlan } from '../../office/timeline/support.ts';
import { faultsOfXml } from '../../support/xml-faults.ts';

const textsOf = ({ items }: Scene) => items.filter((item): item is TextItem => item.type === 'text');

/** Pairs of texts whose boxes share more than rounding. */
function overlaps(scene: Scene): string[] {
  const boxes = textsOf(scene).map((item) => ({ item, box: boxOf(item) }));
  const meet = (a: Box, b: Box) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.01;
  return boxes.flatMap(({ item, box }, i) =>
    boxes
      .slice(i + 1)
      .filter((other) => meet(box, other.box))
      .map((other) => `“${item.text}” / “${other.item.text}”`),
  );
}

const recurring = pictureOfPlan({
  ...{ id: '1', lead: 'Sở Y tế', due: '2025-02-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
});
const farAway = pictureOfPlan({ id: '1', lead: 'Sở Y tế', due: '2061-12-31' });

describe('the picture', () => {
  test('no text covers another, none leaves the sheet', () => {
    fc.assert(
      fc.property(picture, ({ timeline }) => {
        const scene = panelOf(timeline);
        expect(overlaps(scene)).toEqual([]);
        for (const { left, right, top, bottom } of textsOf(scene).map(boxOf)) {
          expect([left >= 0, right <= SHEET.width, top >= 0, bottom <= scene.height]).toEqual([true, true, true, true]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['a duty that recurs', recurring],
    ['thirty-six years', farAway],
  ])('nor in %s', (_, timeline) => {
    expect(overlaps(panelOf(timeline))).toEqual([]);
  });

  test('every mark is drawn once, with its words for a pointer', () => {
    fc.assert(
      fc.property(picture, ({ timeline }) => {
        const marks = panelOf(timeline).items.filter((item) => item.type === 'mark' && item.title !== undefined);
        expect(marks).toHaveLength(timeline.marks.length);
        for (const { x } of marks.flatMap((m) => (m.type === 'mark' ? [m] : []))) {
          expect(x >= SHEET.plotLeft && x <= SHEET.plotRight).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('the rule of each step can be read on the sheet itself', () => {
    const timeline = pictureOfPlan({ id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' });
    const texts = new Set(textsOf(panelOf(timeline)).map((t) => t.text));
    for (const { rule } of timeline.marks.filter((m) => !/lần \d/.test(m.rule))) expect(texts).toContain(rule);
  });

  test('well-formed, without script, whatever the texts are', () => {
    fc.assert(
      fc.property(picture, ({ timeline }) => {
        const svg = svgOf([timeline, timeline]);
        expect(faultsOfXml(svg)).toEqual([]);
        const tags = svg.match(/<[a-z]+[^>]*>/gi) ?? [];
        expect(
          tags.filter((tag) => !/^<(svg|title|desc|style|defs|pattern|rect|line|g|path|circle|text)\b/.test(tag)),
        ).toEqual([]);
        expect(tags.filter((tag) => /\s(on\w+|href|style|src)=/i.test(tag))).toEqual([]);
        expect(svg).not.toMatch(/@import|url\((?!#)/);
      }),
      { numRuns: 30 },
    );
  });

  test('a check that finds nothing finds what is there', () => {
    expect(faultsOfXml('<svg><g></svg>')).not.toEqual([]);
    expect(faultsOfXml('<svg a="1" a="2"/>')).not.toEqual([]);
    expect(faultsOfXml('<svg>a & b</svg>')).not.toEqual([]);
    expect(faultsOfXml('<svg/><svg/>')).not.toEqual([]);
  });

  test('it is named and told to those who cannot see it', () => {
    const svg = svgOf([pictureOfPlan({ id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' })], 'a');
    expect(svg).toMatch(/role="img" aria-labelledby="a-title a-desc"/);
    expect(svg).toMatch(/<title id="a-title">[^<]*II\.1: hạn 31\/03\/2025<\/title>/);
    const description = /<desc id="a-desc">([^<]*)</.exec(svg)?.[1] ?? '';
    expect(description).toMatch(/14\/03\/2025: nhắc sắp đến hạn → đơn vị chủ trì \(trước hạn 15 ngày\)/);
  });

  test('the pictures that the guide shows are whole', () => {
    const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
    const files = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const name of files) expect(faultsOfXml(readFileSync(folder + name, 'utf8'))).toEqual([]);
  });
});

describe('colours', () => {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };

  test.each<[string, Palette]>([
    ['light', LIGHT],
    ['dark', DARK],
  ])('%s: all that is read has 4.5:1 on every ground', (_, palette) => {
    const { text, muted, assign, remind, escalate, close, act, ground, off, hatch } = palette;
    for (const ink of [text, muted, assign, remind, escalate, close, act]) {
      for (const under of [ground, off, hatch]) expect(contrast(ink, under)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('the room a text needs', () => {
  const fonts = fileURLToPath(new URL('../../../node_modules/dejavu-fonts-ttf/ttf/', import.meta.url));
  const doc = new PDFDocument();
  const real = (text: string, bold: boolean) =>
    doc
      .font(`${fonts}DejaVuSans${bold ? '-Bold' : ''}.ttf`)
      .fontSize(100)
      .widthOfString(text, { kerning: false } as object);
  const sentences = [
    ...Object.values(KIND_NAMES),
    ...Object.values(ACT_NAMES),
    'AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY ăâđêôơư ẮẰẲẴẶỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰ 0123456789',
    '24/02/2025 “Tờ trình số 41/TTr-SNNMT”; (trước hạn 5 ngày làm việc), lần 2 → … – ×',
  ];

  test.each([false, true])('is never less than the widest common face takes (bold: %s)', (bold) => {
    for (const sentence of sentences) {
      const [needed, given] = [real(sentence, bold), textWidth(sentence, 100, bold)];
      expect(given).toBeGreaterThanOrEqual(needed - 0.5);
      // And not so much more that labels would be thrown away.
      expect(given).toBeLessThan(needed * 1.12);
    }
  });
});
