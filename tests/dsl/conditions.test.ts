import { describe, expect, test } from '@jest/globals';
import { kindsToldApart, MOST_KINDS } from '../../dsl/policy/conditions.ts';
import {
  after,
  before,
  choose,
  choosePolicy,
  headOf,
  issuer,
  lead,
  onlyWhen,
  otherwise,
  type Policy,
  policy,
  supervisor,
  type Traits,
  unless,
  when,
  whenSilentFor,
  workingDays,
} from '../../dsl/policy/index.ts';
import { preview } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { dayOf, instantAt } from '../../dsl/time/day.ts';
import { compare } from '../../office/policies/compare.ts';
import { checked, closing, sound } from './proof/support.ts';

/* Rungs that speak of some directives only. */

/** The supervisor hears of what is late; of what is urgent two days sooner. */
const begun = policy('dieu-kien', 'Có điều kiện')
  .assign(lead, { acknowledgeWithin: workingDays(2) })
  .remind(lead, before(workingDays(1)))
  .remind(lead, whenSilentFor(workingDays(5)));
const begin = begun.escalate(headOf(lead), after(workingDays(1)));
const urgent = { urgency: ['khẩn', 'hoả tốc'] } as const;
const both = begin
  .escalate(supervisor, after(workingDays(1)), onlyWhen(urgent))
  .escalate(supervisor, after(workingDays(3)), unless(urgent))
  .close(closing);

const QUICK = { firstDay: '2025-01-24', lastDay: '2025-02-04', rarerActs: 2, acts: 3 } as const;

function told(of: Policy, traits: Traits | undefined, due: string | null = '2025-03-14') {
  const directive = {
    id: 'd',
    issuedAt: instantAt('2025-03-03', 9 * 60),
    due,
    hasCooperating: false,
    calendar: civilServants,
    ...(traits ? { traits } : {}),
  };
  return preview(of, directive).steps.flatMap(({ to, at, key }) =>
    key.startsWith('assign') ? [] : [`${to} ${dayOf(at)}`],
  );
}

describe('a rung with conditions', () => {
  test('speaks of such directives alone, or of all others', () => {
    const late = (traits: Traits | undefined) => told(both, traits).filter((one) => one.startsWith('supervisor'));
    expect(late({ urgency: 'hoả tốc', given: 'single' })).toEqual(['supervisor 2025-03-17']);
    expect(late({ urgency: 'thượng khẩn', given: 'single' })).toEqual(['supervisor 2025-03-19']);
    expect(late({ given: 'group' })).toEqual(['supervisor 2025-03-19']);
  });

  test('of what nobody wrote down speaks: better once too often than not at all', () => {
    expect(told(both, undefined).filter((one) => one.startsWith('supervisor'))).toEqual([
      'supervisor 2025-03-17',
      'supervisor 2025-03-19',
    ]);
  });

  test('asks for all of its conditions, and for any of the values of one', () => {
    const narrow = begin
      .escalate(issuer, after(workingDays(2)), onlyWhen({ ...urgent, given: 'group' }))
      .close(closing);
    const hears = (traits: Traits) => told(narrow, traits).some((one) => one.startsWith('issuer'));
    expect(hears({ urgency: 'khẩn', given: 'group' })).toBe(true);
    expect(hears({ urgency: 'khẩn', given: 'single' })).toBe(false);
    expect(hears({ given: 'group' })).toBe(false);
  });

  test('may ask whether there is a deadline, as it stands when silence is counted', () => {
    const silent = begun
      .remind(headOf(lead), whenSilentFor(workingDays(3)), onlyWhen({ deadline: 'none' }))
      .escalate(headOf(lead), after(workingDays(1)))
      .close(closing);
    const heads = (due: string | null) =>
      told(silent, { given: 'single' }, due).filter((one) => one.includes('headOf'));
    expect(heads(null)).toEqual(['headOf(lead) 2025-03-06']);
    expect(heads('2025-03-14')).toEqual(['headOf(lead) 2025-03-17']);
  });
});

describe('the kinds of directives a policy tells apart', () => {
  test('are one where it tells none apart, and as few as its rungs differ by', () => {
    expect(kindsToldApart(sound)).toEqual([undefined]);
    expect(kindsToldApart(both)).toHaveLength(2);
    const fields = begin
      .escalate(issuer, after(workingDays(2)), onlyWhen({ field: ['y tế', 'xây dựng'] }))
      .close(closing);
    expect(kindsToldApart(both, fields)).toHaveLength(4);
    expect(MOST_KINDS).toBeGreaterThan(4);
  });
});

describe('the checker', () => {
  test('proves what holds of every kind', () => {
    expect(checked(both, QUICK).verdicts.every((verdict) => verdict.endsWith('proved'))).toBe(true);
  });

  test('refutes what fails of one kind, and its story says which', () => {
    const half = begin.escalate(supervisor, after(workingDays(3)), onlyWhen({ urgency: 'khẩn' })).close(closing);
    const result = checked(half, QUICK);
    expect(result.refuted).toEqual(['overdue-reaches-head-and-supervisor']);
    const other = begin.escalate(supervisor, after(workingDays(3)), unless({ urgency: 'khẩn' })).close(closing);
    const story = checked(other, QUICK).story('overdue-reaches-head-and-supervisor');
    expect(story[0]).toMatch(/ban hành nhiệm vụ, hạn .*, khẩn$/);
  });

  test('finds a rung whose conditions nothing can meet', () => {
    const never = begin
      .escalate(supervisor, after(workingDays(3)))
      .escalate(issuer, after(workingDays(5)), onlyWhen({ urgency: 'khẩn' }), unless(urgent))
      .close(closing);
    const result = checked(never, QUICK);
    expect(result.refuted).toEqual(['every-rung-fires']);
    expect(result.story('every-rung-fires').at(-1)).toMatch(
      /lên 3: quá hạn 5 ngày làm việc; chỉ với nhiệm vụ khẩn; trừ nhiệm vụ khẩn hoặc hoả tốc/,
    );
  });

  test('takes days one by one where silence asks for a deadline too', () => {
    const silent = begun
      .remind(headOf(lead), whenSilentFor(workingDays(8)), onlyWhen({ deadline: 'none' }))
      .remind(headOf(lead), whenSilentFor(workingDays(30)), unless({ deadline: 'none' }))
      .escalate(headOf(lead), after(workingDays(1)))
      .escalate(supervisor, after(workingDays(3)))
      .close(closing);
    expect(checked(silent, QUICK).verdicts.filter((verdict) => !verdict.endsWith('proved'))).toEqual([]);
  });
});

describe('compared', () => {
  const DAYS = { first: '2025-01-20', last: '2025-02-20' } as const;
  const plain = begin.escalate(supervisor, after(workingDays(3))).close(closing);

  test('a rung that speaks of fewer directives is weaker, and the story is of one it leaves out', () => {
    const weaker = begin.escalate(supervisor, after(workingDays(3)), onlyWhen({ urgency: 'khẩn' })).close(closing);
    const result = compare(plain, weaker, DAYS);
    expect(result).toMatchObject({ verdict: 'refuted', property: 'due', role: 'supervisor' });
    expect(result.verdict === 'refuted' && result.story?.traits?.urgency).not.toBe('khẩn');
    expect(compare(weaker, plain, DAYS).verdict).toBe('proved');
  });

  test('speaking sooner of some is as strict, said in one rung or in two', () => {
    expect(compare(plain, both, DAYS).verdict).toBe('proved');
    expect(compare(both, plain, DAYS)).toMatchObject({ verdict: 'refuted', property: 'due' });
  });

  test('silence that is told of dated directives alone is missed of the others', () => {
    const some = begin.escalate(issuer, whenSilentFor(workingDays(9)));
    const dated = begin.escalate(issuer, whenSilentFor(workingDays(9)), onlyWhen({ deadline: 'dated' }));
    const undated = begin.escalate(issuer, whenSilentFor(workingDays(9)), onlyWhen({ deadline: 'none' }));
    for (const part of [dated, undated]) {
      expect(compare(some.close(closing), part.close(closing), DAYS)).toMatchObject({
        verdict: 'refuted',
        property: 'silence',
      });
      expect(compare(part.close(closing), some.close(closing), DAYS).verdict).toBe('proved');
    }
  });
});

test('the same conditions choose a policy', () => {
  const rules = choose(
    when({ urgency: ['khẩn', 'hoả tốc'], given: 'group' }, both),
    when({ field: 'y tế' }, sound),
    otherwise(begin.close(closing)),
  );
  const chosen = (traits: Traits) => choosePolicy(rules, { ...traits, deadline: 'dated' }).id;
  expect(chosen({ urgency: 'khẩn', given: 'group' })).toBe('dieu-kien');
  expect(chosen({ urgency: 'khẩn', given: 'single', field: 'y tế' })).toBe('thu');
  expect(choosePolicy(rules, { given: 'single', deadline: 'none' }).escalate).toHaveLength(1);
});
