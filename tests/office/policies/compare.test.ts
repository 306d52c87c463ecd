import { describe, expect, test } from '@jest/globals';
import type { Policy, Rung } from '../../../dsl/policy/index.ts';
import { type Compared, compare } from '../../../office/policies/compare.ts';
import { express, standard } from '../../../policies/index.ts';
import { lifeOf } from '../../second-model/lives.ts';
import { lived } from '../../second-model/model.ts';

/** The holidays of spring, and a Saturday worked. */
const SPRING = { first: '2025-04-20', last: '2025-05-06' };
const against = (b: Policy, a: Policy = standard): Compared => compare(a, b, SPRING);

const escalate = (change: (rung: Rung, i: number) => Rung | undefined): Policy => ({
  ...standard,
  escalate: standard.escalate.flatMap((rung, i) => (change(rung, i) as typeof rung | undefined) ?? []),
});
const later = (rung: Rung): Rung => ({ ...rung, when: { after: { workingDays: 2 } } });

describe('a weaker policy is refuted', () => {
  test.each<[string, Policy, object]>([
    [
      'the head hears a day later',
      escalate((r, i) => (i === 2 ? later(r) : r)),
      { property: 'due', role: 'headOf(lead)' },
    ],
    ['the issuer is told less often', escalate((r, i) => (i === 4 ? { ...r, atMost: 3 } : r)), { role: 'issuer' }],
    ['the supervisor is told no more', escalate((r, i) => (i === 3 ? undefined : r)), { role: 'supervisor' }],
    ['by one channel', { ...standard, channels: ['email'] }, { property: 'channels' }],
    ['without the letter', escalate(({ letter: _, ...r }) => r), { property: 'letters', role: 'supervisor' }],
    [
      'nobody asks after silence',
      { ...standard, remind: standard.remind.slice(0, 3) },
      { property: 'silence', role: 'lead' },
    ],
    [
      'those who cooperate have no copy',
      { ...standard, assign: { ...standard.assign, copy: [] } },
      { property: 'assignment' },
    ],
    [
      'a result waits longer',
      { ...standard, close: { ...standard.close, approveWithin: { workingDays: 5 } } },
      { property: 'approval' },
    ],
  ])('%s', (_, b, found) => {
    expect(against(b)).toMatchObject({ verdict: 'refuted', ...found });
  });

  test('with the shortest story, in which the days can be seen', () => {
    const compared = against(escalate((r, i) => (i === 2 ? later(r) : r)));
    if (compared.verdict !== 'refuted' || !compared.story) throw new Error('no story');
    const { story } = compared;
    const told = (posts: typeof story.a) => posts.filter(({ to, kind }) => to === 'headOf(lead)' && kind === 'overdue');
    expect([told(story.a).length, told(story.b).length]).toEqual([1, 1]);
    expect(told(story.a)[0]?.at).toBeLessThan(told(story.b)[0]?.at ?? 0);
  });
});

describe('a harmless edit is proved', () => {
  const added: Rung<{ before: { workingDays: number } }> = { to: 'headOf(lead)', when: { before: { workingDays: 3 } } };
  test.each<[string, Policy]>([
    ['another name, other sources', { ...escalate(({ because: _, ...r }) => r), id: 'khac', name: 'Khác' }],
    ['one more reminder', { ...standard, remind: [...standard.remind, added] }],
    ['the supervisor hears earlier', escalate((r, i) => (i === 3 ? { ...r, when: { after: { workingDays: 3 } } } : r))],
    [
      'the issuer is told more often',
      escalate((r, i) => (i === 4 ? { ...r, every: { workingDays: 3 }, atMost: 12 } : r)),
    ],
    ['rungs in another order', { ...standard, escalate: [...standard.escalate].reverse() }],
    ['longer hours', { ...standard, window: { from: '07:30', to: '17:30' } }],
  ])('%s', (_, b) => {
    expect(against(b)).toMatchObject({ verdict: 'proved' });
  });

  test('less time by asking is nobody told later; more of it is', () => {
    const { extension } = standard;
    if (!extension) throw new Error('the standard policy grants extensions');
    const granting = (change: Partial<typeof extension>): Policy => ({
      ...standard,
      extension: { ...extension, ...change },
    });
    const { extension: _, ...none } = standard;
    for (const less of [none, granting({ atMost: 1 }), granting({ longest: { workingDays: 3 } })])
      expect(against(less)).toMatchObject({ verdict: 'proved' });
    const slow = { answerWithin: { workingDays: 4 } };
    for (const more of [granting({ atMost: 4 }), granting({ longest: { workingDays: 30 } }), granting(slow)])
      expect(against(more)).toEqual({ verdict: 'refuted', property: 'extension' });
    expect(against(standard, none)).toEqual({ verdict: 'refuted', property: 'extension' });
  });

  test('where other people act, lives without acts are compared, and beyond them nothing is claimed', () => {
    expect(against(express)).toMatchObject({ verdict: 'refuted', property: 'due', story: expect.anything() });
    const other: Policy = { ...standard, close: { ...standard.close, approvedBy: 'issuer' } };
    expect(against(other)).toEqual({ verdict: 'unknown', why: 'other-hands' });
    const weaker = escalate((r, i) => (i === 2 ? later(r) : r));
    expect(against({ ...weaker, close: other.close })).toMatchObject({ verdict: 'refuted', role: 'headOf(lead)' });
  });
});

/** The two models as judges: what is proved holds in random lives with acts, told by the model of the guide. */
test('what is proved holds in random lives', () => {
  const b: Policy = escalate((r, i) => (i === 3 ? { ...r, when: { after: { workingDays: 3 } } } : r));
  for (let seed = 1; seed <= 60; seed++) {
    const { given, acts, until } = lifeOf(seed);
    const [ofA, ofB] = [standard, b].map((policy) =>
      lived(policy, given, acts, until)
        .filter(({ to }) => to === 'supervisor')
        .map(({ on }) => on),
    ) as [string[], string[]];
    expect(ofA.filter((on, i) => (ofB[i] ?? '9999') > on)).toEqual([]);
  }
});
