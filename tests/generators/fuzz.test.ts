/** @slow spoilt files by the hundred */
import { expect, test } from '@jest/globals';
import { readDeadlines } from '../../deadline/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { decodeNotice } from '../../notices/decode.ts';
import { readNotices } from '../../notices/index.ts';
import { cases, freshSeed } from '../support/depth.ts';
import { cpuCost } from '../support/growth.ts';
import { fuzzRound, type Reader } from './fuzz.ts';

const READER: Reader = { readDeadlines, readNotices, decodeNotice, calendar: civilServants };
const ROUNDS = cases(500, 3000);
const FIRST = freshSeed();
const MOST_MS = 1000;

/** The short form of `npm run bench -- fuzz`. */
test(`${ROUNDS} spoilt files from seed ${FIRST}: no crash, spans inside the text, none takes a second`, async () => {
  const faults: string[] = [];
  for (let seed = FIRST; seed < FIRST + ROUNDS; seed++) {
    let fault: string | null = null;
    const round = () => {
      fault = fuzzRound(seed, READER);
    };
    let ms = await cpuCost(round);
    // Something else may have had its share: again, and the least counts.
    for (let i = 0; ms > MOST_MS && i < 5; i++) ms = Math.min(ms, await cpuCost(round));
    if (fault) faults.push(`${seed}: ${fault}`);
    if (ms > MOST_MS) faults.push(`${seed}: ${ms} ms`);
  }
  expect(faults).toEqual([]);
});

test('the rounds do reach what they are to try: bytes refused, texts read, texts with directives', () => {
  const seen = { refused: 0, decoded: 0, directives: 0, dates: 0 };
  const watching: Reader = {
    ...READER,
    decodeNotice: (bytes, path) => {
      try {
        const text = decodeNotice(bytes, path);
        seen.decoded++;
        return text;
      } catch (error) {
        seen.refused++;
        throw error;
      }
    },
    readNotices: (text, options) => {
      const found = readNotices(text, options);
      seen.directives += found.flatMap((n) => n.directives).length;
      return found;
    },
    readDeadlines: (text, context) => {
      const found = readDeadlines(text, context);
      seen.dates += found.length;
      return found;
    },
  };
  for (let seed = 1; seed <= 100; seed++) fuzzRound(seed, watching);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  const broken: Reader = {
    ...READER,
    readDeadlines: () => {
      throw new RangeError('no');
    },
  };
  expect(fuzzRound(1, broken)).toContain('RangeError: no');
});
