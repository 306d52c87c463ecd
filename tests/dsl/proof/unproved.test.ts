/** @slow proves policies */

import { describe, expect, test } from '@jest/globals';
import { lead, type Policy, policy, secretariat } from '../../../dsl/policy/index.ts';
import { check } from '../../../dsl/proof/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { unprovedOf } from '../../../office/proof/index.ts';
import { noDeadline, shippedPolicies, standard } from '../../../policies/index.ts';
import { QUARTER, sound } from './support.ts';

/* Which policies are checked before they are followed, and how often. */

/** Nothing after the assignment. */
const bare = policy('so-sai', 'Sơ sài').assign(lead).close({ submittedBy: lead, approvedBy: secretariat });

const BEGUN = new Error('is checked');
/** Whether a check would begin: it is broken off there. */
const isChecked = async (given: Policy, calendar = civilServants) => {
  const begun = unprovedOf(given, calendar, {
    onChecking: () => {
      throw BEGUN;
    },
  });
  return begun.then(
    (unproved) => unproved.length > 0,
    (error: unknown) => {
      if (error !== BEGUN) throw error;
      return true;
    },
  );
};

describe('what is checked', () => {
  test.each(shippedPolicies)('$id is not: the suite proves it', async (shipped) => {
    expect(await isChecked(shipped)).toBe(false);
    expect(await isChecked(JSON.parse(JSON.stringify(shipped)))).toBe(false);
    expect(await isChecked({ ...shipped, id: 'tinh-a', name: 'Của tỉnh', channels: ['email'] })).toBe(false);
  });

  test('what only bears the id of one that ships is', async () => {
    expect(await isChecked({ ...standard, escalate: standard.escalate.slice(1) })).toBe(true);
    expect(await isChecked({ ...noDeadline, id: standard.id, window: { from: '07:00', to: '17:00' } })).toBe(true);
  });

  test('so is one that ships, in another edition of the calendar', async () => {
    const { off, ...rest } = civilServants;
    expect(await isChecked(standard, { ...rest, off: [...off, '2026-05-04'] })).toBe(true);
  });

  test('the checker never looks at what is left out of the comparison', () => {
    const hidden = ['id', 'name', 'channels', 'alone', 'onDayOff'];
    const guarded = new Proxy(sound, {
      get(target, key, receiver) {
        if (typeof key === 'string' && hidden.includes(key)) throw new Error(`the checker looks at ${key}`);
        return Reflect.get(target, key, receiver);
      },
    });
    const { properties } = check(guarded, QUARTER);
    expect(properties).toEqual(check(sound, QUARTER).properties);
  });
});

test('a verdict is remembered by all it hangs on, so that a policy is checked once', async () => {
  const verdicts = new Map<string, Awaited<ReturnType<typeof unprovedOf>>>();
  const policies = {
    verdict: async (key: string) => verdicts.get(key),
    saveVerdict: async (key: string, unproved: Awaited<ReturnType<typeof unprovedOf>>) => {
      verdicts.set(key, unproved);
    },
  };
  const checked: string[] = [];
  const ask = (given: Policy) =>
    unprovedOf(given, civilServants, { register: { policies }, onChecking: ({ id }) => checked.push(id) });
  const first = await ask(bare);
  expect(first).toEqual([
    { name: 'open-states-wake', verdict: 'refuted' },
    { name: 'overdue-reaches-head-and-supervisor', verdict: 'refuted' },
  ]);
  expect(await ask({ ...bare, name: 'Sơ sài, đổi tên' })).toEqual(first);
  expect(checked).toEqual(['so-sai']);
});
