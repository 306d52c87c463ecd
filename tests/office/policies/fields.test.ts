import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedFields, dataOf, LADDERS, policyFields, rungChangeIn } from '../../../office/policies/fields/index.ts';
import { policyIn } from '../../../office/policies/index.ts';
import { shippedPolicies, standard } from '../../../policies/index.ts';
import { policy as anyPolicy } from '../../dsl/arbitraries.ts';

const again = (fields = policyFields(standard), base = standard) => policyIn(dataOf(fields, base), 'yaml');
const faults = (read: ReturnType<typeof again>) =>
  'faults' in read ? read.faults.map(({ path }) => path.join('.')) : [];

describe('a policy as a form', () => {
  test('says what the policy says: those that ship, and any other', () => {
    for (const one of shippedPolicies) expect(again(policyFields(one), one)).toEqual({ policy: one });
    fc.assert(fc.property(anyPolicy, (one) => expect(again(policyFields(one), one)).toEqual({ policy: one })));
  });

  test('of several fields and issuers each is one; a list of one, and what asks nothing, are as if not written so', () => {
    const fields = policyFields(standard);
    const [first, ...rest] = fields.remind;
    if (!first) throw new Error('the standard policy reminds');
    const asked = { ...first.onlyWhen, field: ' y tế ;; Giáo dục', issuer: 'UBND tỉnh, thành phố;', given: 'single' };
    const read = again({ ...fields, remind: [{ ...first, onlyWhen: asked }, ...rest] });
    expect('policy' in read && read.policy.remind[0]).toEqual({
      ...standard.remind[0],
      onlyWhen: { field: ['y tế', 'giáo dục'], issuer: 'ubnd tỉnh, thành phố', given: 'single' },
    });
  });

  test('rungs are added, taken away and moved, and nothing else changes', () => {
    const before = policyFields(standard);
    for (const ladder of LADDERS) {
      const more = changedFields(before, { change: 'add', ladder });
      const last = before[ladder].length;
      expect(more[ladder]).toHaveLength(last + 1);
      expect(changedFields(more, { change: 'drop', ladder, index: last })).toEqual(before);
      const moved = changedFields(before, { change: 'up', ladder, index: 1 });
      expect(moved[ladder].slice(0, 2)).toEqual([before[ladder][1], before[ladder][0]]);
      expect(changedFields(before, { change: 'up', ladder, index: 0 })).toEqual(before);
      const none = before[ladder].reduce(
        (fields) => changedFields(fields, { change: 'drop', ladder, index: 0 }),
        before,
      );
      expect(changedFields(none, { change: 'add', ladder })[ladder]).toHaveLength(1);
    }
    expect(rungChangeIn('drop escalate 2')).toEqual({ change: 'drop', ladder: 'escalate', index: 2 });
    for (const text of ['drop escalate', 'add close', 'ghi', 'up remind x', ''])
      expect(rungChangeIn(text)).toBeUndefined();
  });

  test('what is typed wrong is said of the place where it stands', () => {
    const fields = policyFields(standard);
    const [first, ...rest] = fields.remind;
    if (!first) throw new Error('the standard policy reminds');
    const wrong = (change: Partial<typeof first>) =>
      faults(again({ ...fields, remind: [{ ...first, ...change }, ...rest] }));
    expect(wrong({ span: { n: 'ba', unit: 'days' } })).toEqual(['remind.0.when.before.days']);
    expect(wrong({ span: { n: '', unit: 'days' } })).toHaveLength(1);
    expect(wrong({ when: 'after' })).toHaveLength(1);
    expect(wrong({ every: { n: '2', unit: 'days' } })).toEqual(['remind.0']);
    expect(wrong({ onlyWhen: { ...first.onlyWhen, urgency: ['chậm'] } })).toEqual(['remind.0.onlyWhen.urgency']);
    expect(wrong({ unless: { ...first.unless, issuer: 'x'.repeat(201) } })).toEqual(['remind.0.unless.issuer']);
    expect(wrong({ because: { source: '', words: 'vì vậy' } })).toEqual(['remind.0.because.source']);
    expect(faults(again({ ...fields, approvedBy: fields.submittedBy }))).toEqual(['close.approvedBy']);
    expect(faults(again({ ...fields, channels: [] }))).toEqual(['channels']);
  });
});
