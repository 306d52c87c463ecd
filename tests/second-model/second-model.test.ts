import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { preview } from '../../dsl/rules/index.ts';
import { compare, type Preview } from './against.ts';
import { FAULTS, spoilt } from './faults.ts';

const LIVES = 400;

/** The first lives by their seeds on which the two differ, told as a story. */
function differences(engine: Preview, lives: number, most: number): string[] {
  const found: string[] = [];
  for (let seed = 1; seed <= lives && found.length < most; seed++) {
    const { difference } = compare(engine, seed);
    if (difference !== undefined) found.push(difference);
  }
  return found;
}

describe('the second model, day by day', () => {
  test('says of random lives whom the engine tells what on which day', () => {
    expect(differences(preview, LIVES, 3)).toEqual([]);
  });

  test.each(FAULTS)('finds a planted fault: $what', async (fault) => {
    expect(differences(await spoilt(fault), LIVES, 1)).toHaveLength(1);
  });

  test('knows of the project the policy’s type and the calendar alone', () => {
    const text = readFileSync(new URL('model.ts', import.meta.url), 'utf8');
    expect([...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from).sort()).toEqual([
      '../../dsl/policy/policy.ts',
      '../../dsl/time/day-count.ts',
      '../../dsl/time/day.ts',
      '../../dsl/time/work-calendar.ts',
    ]);
    expect(text).toContain("import type { DayCount } from '../../dsl/time/day-count.ts';");
  });
});
