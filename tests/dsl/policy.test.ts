import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  after,
  atMost,
  before,
  choose,
  choosePolicy,
  days,
  every,
  headOf,
  issuer,
  lead,
  nextWorkingDay,
  otherwise,
  policy,
  secretariat,
  when,
  whenSilentFor,
  workingDays,
} from '../../dsl/policy/index.ts';
import { express, noDeadline, recurringReport, shippedPolicies, shippedRules, standard } from '../../policies/index.ts';
import { policyJsonSchema, policySchema } from '../../policies/schema.ts';
import { policyText } from '../../texts/rules.ts';
import { policy as anyPolicy } from './arbitraries.ts';

const closing = { submittedBy: lead, approvedBy: secretariat } as const;

describe('the builder', () => {
  test('compiles the sentence to plain data', () => {
    const made = policy('thu', 'Thử')
      .assign(lead, { copy: headOf(lead), acknowledgeWithin: workingDays(2) })
      .remind(lead, before(days(15)), before(workingDays(1)))
      .remind(lead, whenSilentFor(workingDays(15)))
      .escalate(issuer, after(workingDays(10)), every(workingDays(5)), atMost(6), { letter: 'cong-van' })
      .close(closing);
    expect(made).toEqual({
      format: 1,
      id: 'thu',
      name: 'Thử',
      assign: { to: 'lead', copy: ['headOf(lead)'], acknowledgeWithin: { workingDays: 2 } },
      remind: [
        { to: 'lead', when: { before: { days: 15 } } },
        { to: 'lead', when: { before: { workingDays: 1 } } },
        { to: 'lead', when: { whenSilentFor: { workingDays: 15 } } },
      ],
      escalate: [
        {
          to: 'issuer',
          when: { after: { workingDays: 10 } },
          every: { workingDays: 5 },
          atMost: 6,
          letter: 'cong-van',
        },
      ],
      close: { submittedBy: 'lead', approvedBy: 'secretariat' },
      window: { from: '08:00', to: '17:00' },
      channels: ['email', 'zalo'],
    });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  test('a common beginning can be shared', () => {
    const begun = policy('thu', 'Thử').assign(lead);
    const one = begun.remind(lead, before(days(1))).close(closing);
    const other = begun.remind(lead, before(days(2))).close(closing);
    expect([one.remind.length, other.remind.length]).toEqual([1, 1]);
  });

  test('wrong orders do not compile', () => {
    const tsc = (project: string) => execFileSync('npx', ['tsc', '-p', project], { encoding: 'utf8', stdio: 'pipe' });
    expect(tsc('tests/types/tsconfig.json')).toBe('');
  });
});

describe('the schema', () => {
  test('takes every policy that ships and every random one, unchanged', () => {
    for (const shipped of shippedPolicies) expect(policySchema.parse(shipped)).toEqual(shipped);
    fc.assert(fc.property(anyPolicy, (p) => expect(policySchema.parse(JSON.parse(JSON.stringify(p)))).toEqual(p)));
  });

  test('says what becomes of an occurrence on a day off, in data, and in words people read', () => {
    const made = policy('thu', 'Thử', { onDayOff: nextWorkingDay }).assign(lead).close(closing);
    expect(policySchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(policyText(made)).toContain('Kỳ rơi vào ngày nghỉ: chuyển sang ngày làm việc kế tiếp');
    // Unsaid it stays unsaid: policies made before read as they did.
    expect(standard).not.toHaveProperty('onDayOff');
    expect(policySchema.safeParse({ ...made, onDayOff: 'never' }).success).toBe(false);
  });

  test('is offered to editors as JSON Schema', () => {
    expect(policyJsonSchema()).toMatchObject({ type: 'object', required: expect.arrayContaining(['assign', 'close']) });
    // The file that ships is written by scripts/write-policy-schema.mjs.
    const shipped: unknown = JSON.parse(readFileSync('policies/policy.schema.json', 'utf8'));
    expect(shipped).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
  });
});

describe('rules choose a policy', () => {
  test('the ones that ship', () => {
    expect(choosePolicy(shippedRules, { deadline: 'dated' })).toBe(standard);
    expect(choosePolicy(shippedRules, { deadline: 'dated', urgency: 'hoả tốc' })).toBe(express);
    expect(choosePolicy(shippedRules, { deadline: 'none', urgency: 'hoả tốc' })).toBe(noDeadline);
    expect(choosePolicy(shippedRules, { deadline: 'recurring' })).toBe(recurringReport);
  });

  test('the first that matches', () => {
    const rules = choose(
      when({ urgency: 'khẩn' }, express),
      when({ deadline: 'dated' }, standard),
      otherwise(noDeadline),
    );
    expect(choosePolicy(rules, { urgency: 'khẩn', deadline: 'dated' })).toBe(express);
    expect(choosePolicy(rules, { deadline: 'recurring' })).toBe(noDeadline);
  });
});
