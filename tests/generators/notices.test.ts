import { describe, expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { readNotices } from '../../notices/index.ts';
import { compareNotice, emptyTally, inShort } from './compare.ts';
import { LAYOUTS } from './layout.ts';
import { noticeOf } from './notice.ts';

const COUNT = 200;
const NOTICES = Array.from({ length: COUNT }, (_, i) => noticeOf(i + 1));
const read = (text: string) => readNotices(text, { calendar: civilServants });
const directives = (text: string) => read(text).flatMap((n) => n.directives);

test('the answers stand where they say, and the notices differ', () => {
  for (const x of NOTICES)
    for (const d of x.directives) expect(x.text.slice(...d.span).startsWith(d.words.slice(0, 20))).toBe(true);
  expect(new Set(NOTICES.map((x) => x.text)).size).toBe(COUNT);
  expect(NOTICES.reduce((sum, x) => sum + x.directives.length, 0)).toBeGreaterThan(COUNT * 5);
});

test('one document each, with its number, its day and its signer', () => {
  for (const x of NOTICES)
    expect(read(x.text).map((n) => [n.number, n.issued, n.signer])).toEqual([[x.number, x.issued, x.signer]]);
});

/*
 * Floors are what the reader holds today on notices it has never seen; what falls short is listed in docs/reading.md.
 * They may rise, not fall.
 */
test('directives, leads, cooperating agencies and days, at the shares held today', () => {
  const tally = emptyTally();
  const faults: string[] = [];
  for (const x of NOTICES)
    compareNotice(x, directives(x.text), tally, (fault, wanted, got) =>
      faults.push(`${x.seed} ${fault}: ${wanted?.words ?? got?.text}`),
    );
  const shares = {
    found: tally.found / tally.wanted,
    leads: tally.leads / tally.found,
    cooperating: tally.cooperating / tally.found,
    dues: tally.dues / tally.found,
    ready: tally.ready / tally.wanted,
  };
  expect({ shares, extra: tally.extra, faults: faults.length }).toMatchObject({ extra: 0 });
  expect(shares.found).toBeGreaterThanOrEqual(0.96);
  expect(shares.leads).toBeGreaterThanOrEqual(0.965);
  expect(shares.cooperating).toBeGreaterThanOrEqual(0.96);
  expect(shares.dues).toBeGreaterThanOrEqual(0.995);
  expect(shares.ready).toBeGreaterThanOrEqual(0.93);
  expect(tally.wrongDays).toBeLessThanOrEqual(tally.found * 0.002);
});

test('no day that the notice does not set; every span exact and inside its directive', () => {
  for (const x of NOTICES) {
    const written = new Set(x.directives.flatMap((d) => d.dues));
    for (const d of directives(x.text)) {
      expect(x.text.slice(...d.span)).toBe(d.text);
      for (const name of [...d.lead, ...d.cooperating])
        if (name.span) expect(x.text.slice(...name.span).replace(/\s+/g, ' ')).toBe(name.name);
      for (const deadline of d.deadlines) {
        expect(
          x.text
            .slice(...deadline.span)
            .replace(/\s+/g, ' ')
            .trim(),
        ).toBe(deadline.phrase);
        if (deadline.due !== null) expect(written).toContain(deadline.due);
      }
    }
  }
});

describe('the same notice laid out otherwise says the same', () => {
  const some = NOTICES.slice(0, 80);
  const base = some.map((x) => inShort(directives(x.text)));
  const differing = (layout: (text: string) => string) =>
    some.filter((x, i) => JSON.stringify(inShort(directives(layout(x.text)))) !== JSON.stringify(base[i]));

  test.each(['letters apart', 'Windows line ends', 'paragraphs apart'])('%s: always', (name) => {
    expect(differing(LAYOUTS[name] ?? String).map((x) => x.seed)).toEqual([]);
  });

  // A line that breaks after "quý" or before "thứ Sáu," can look like a new item.
  test.each(['wrapped at 76', 'wrapped, lines apart', 'pages'])('%s: 95 in 100', (name) => {
    expect(Object.keys(LAYOUTS)).toContain(name);
    expect(differing(LAYOUTS[name] ?? String).length).toBeLessThanOrEqual(some.length * 0.05);
  });
});
