import { describe, expect, test } from '@jest/globals';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { endOfDay, instantAt } from '../../../dsl/time/day.ts';
import { daysOffBetween } from '../../../office/timeline/days-off.ts';
import { type Timeline, timelineOfView } from '../../../office/timeline/index.ts';
import { stateOfStep } from '../../../office/timeline/message-state.ts';
import { standard } from '../../../policies/index.ts';
import type { OUTCOMES } from '../../../register/index.ts';
import { eventsOf, issuedAt, pictureOfPlan, viewOf } from './support.ts';

const brief = ({ marks }: Timeline, track: 'plan' | 'run' = 'plan') =>
  marks.filter((m) => m.track === track).map((m) => `${m.day} ${m.role} ${m.kind} ${m.state}`);

describe('days off', () => {
  test('weekends and holidays run together; a Saturday worked in exchange is not off', () => {
    expect(daysOffBetween(civilServants, '2025-01-20', '2025-02-09')).toEqual([
      { from: '2025-01-25', to: '2025-02-02' },
      { from: '2025-02-08', to: '2025-02-09' },
    ]);
    expect(daysOffBetween(civilServants, '2025-04-26', '2025-05-04')).toEqual([
      { from: '2025-04-27', to: '2025-04-27' },
      { from: '2025-04-30', to: '2025-05-04' },
    ]);
    // The range cuts a weekend in two: only what lies within is told.
    expect(daysOffBetween(civilServants, '2025-03-02', '2025-03-08')).toEqual([
      { from: '2025-03-02', to: '2025-03-02' },
      { from: '2025-03-08', to: '2025-03-08' },
    ]);
  });

  test('over decades only holidays', () => {
    const spans = daysOffBetween(civilServants, '2025-01-01', '2045-12-31');
    expect(spans[0]).toEqual({ from: '2025-01-01', to: '2025-01-01' });
    expect(spans[1]).toEqual({ from: '2025-01-25', to: '2025-02-02' });
    expect(spans.length).toBeLessThan(40);
  });
});

describe('a plan', () => {
  const timeline = pictureOfPlan({ id: 'II.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-03-31' });

  test('every step with the day the rules give it, counted by hand', () => {
    expect(brief(timeline)).toEqual([
      '2025-02-24 lead assignment planned',
      '2025-02-24 cooperating copy planned',
      '2025-02-26 lead acknowledge-reminder planned',
      '2025-03-03 headOf(lead) unacknowledged-escalation planned',
      // Fifteen days before is Sunday the 16th: the Friday before it.
      '2025-03-14 lead due-reminder planned',
      '2025-03-17 lead silence-reminder planned',
      '2025-03-24 lead due-reminder planned',
      '2025-03-28 lead due-reminder planned',
      '2025-04-01 lead overdue planned',
      '2025-04-01 headOf(lead) overdue planned',
      // The 7th is Hùng Kings' day.
      '2025-04-08 supervisor overdue planned',
      ...['2025-04-15', '2025-04-22', '2025-04-28', '2025-05-08', '2025-05-15', '2025-05-22'].map(
        (day) => `${day} issuer overdue planned`,
      ),
    ]);
    expect(timeline.marks[4]?.rule).toBe('trước hạn 15 ngày');
  });

  test('range, lanes in the order of the ladder, flags', () => {
    expect(timeline).toMatchObject({ from: '2025-02-24', to: '2025-05-22', tracks: ['plan'], provisionalFrom: null });
    expect(timeline.lanes.map((l) => l.role)).toEqual(['lead', 'headOf(lead)', 'cooperating', 'supervisor', 'issuer']);
    expect(timeline.flags.map(({ kind, day, at }) => [kind, day, at])).toEqual([
      ['notice', '2025-02-24', issuedAt],
      ['due', '2025-03-31', endOfDay('2025-03-31')],
    ]);
  });

  test('today is shown where it lies within, and nowhere else', () => {
    const sketch = { id: '1', lead: 'Sở Y tế', due: '2025-03-31' };
    expect(pictureOfPlan(sketch, '2025-03-05').flags.map((f) => f.kind)).toEqual(['notice', 'today', 'due']);
    expect(pictureOfPlan(sketch, '2026-03-05').flags.map((f) => f.kind)).toEqual(['notice', 'due']);
  });

  test('past what is announced the calendar is provisional', () => {
    expect(pictureOfPlan({ id: '1', lead: 'Sở Y tế', due: '2027-03-31' }).provisionalFrom).toBe('2027-01-01');
  });

  test('a duty that recurs: each occurrence its deadline, no id twice', () => {
    const { flags, marks } = pictureOfPlan({
      ...{ id: '1', lead: 'Sở Y tế', due: '2025-02-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
    });
    expect(flags.filter((f) => f.kind === 'due').map((f) => f.day.slice(5, 7))).toEqual([
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '11',
      '12',
    ]);
    expect(new Set(marks.map((m) => m.id)).size).toBe(marks.length);
  });
});

describe('a directive that was issued', () => {
  const directive = { id: 'x/1', issuedAt, due: '2025-03-14', hasCooperating: false, calendar: civilServants };
  const at = (day: string, hour: number) => instantAt(day, hour * 60);
  const office = { party: 'secretariat' } as const;
  const acknowledged = { at: at('2025-02-25', 9), act: { type: 'acknowledge', by: { party: 'lead' } } } as const;
  const moved = {
    at: at('2025-03-03', 10),
    act: { type: 'change-deadline', by: office, due: '2025-03-28', reason: 'Chờ hướng dẫn' },
  } as const;
  const view = (acts: Parameters<typeof eventsOf>[2], most: number) =>
    viewOf({ policy: standard, directive }, eventsOf(standard, directive, acts, most));
  const draw = (acts: Parameters<typeof eventsOf>[2], most: number) =>
    timelineOfView(view(acts, most), { calendar: civilServants });

  test('what came, what is no longer needed, what is still to come', () => {
    const timeline = draw([acknowledged, moved], 4);
    const plan = brief(timeline);
    expect(plan).toContain('2025-02-24 lead assignment planned');
    // Acknowledged in time; and the deadline is another.
    expect(plan).toContain('2025-02-26 lead acknowledge-reminder dropped');
    expect(plan).toContain('2025-03-17 lead overdue dropped');
    const run = brief(timeline, 'run');
    expect(run.slice(0, 5)).toEqual([
      '2025-02-24 lead assignment accepted',
      '2025-02-25 lead acknowledge act',
      '2025-02-27 lead due-reminder accepted',
      '2025-03-03 lead deadline-changed accepted',
      '2025-03-03 secretariat change-deadline act',
    ]);
    expect(run).toContain('2025-03-31 headOf(lead) overdue planned');
    expect(timeline.flags.map((f) => [f.kind, f.day])).toEqual([
      ['notice', '2025-02-24'],
      ['due-replaced', '2025-03-14'],
      ['due', '2025-03-28'],
    ]);
    expect(timeline.marks.find((m) => m.kind === 'change-deadline')?.rule).toBe('đến 28/03/2025, “Chờ hướng dẫn”');
  });

  test('suspended: the span, two reviews, and how many more', () => {
    const suspend = { at: at('2025-03-03', 9), act: { type: 'suspend', by: office, reason: 'Chờ vốn' } } as const;
    const timeline = draw([acknowledged, suspend], 4);
    expect(timeline.suspensions).toEqual([{ from: '2025-03-03', to: timeline.to }]);
    expect(brief(timeline, 'run').filter((m) => m.includes('suspension-review'))).toHaveLength(2);
    expect(timeline.notes).toEqual(['Còn 22 lần hỏi việc tạm hoãn sau đó, nếu chưa tiếp tục.']);
    const resume = { at: at('2025-03-10', 9), act: { type: 'resume', by: office } } as const;
    expect(draw([acknowledged, suspend, resume], 5).suspensions).toEqual([{ from: '2025-03-03', to: '2025-03-10' }]);
  });

  test('closed: nothing is to come', () => {
    const cancel = { at: at('2025-03-03', 9), act: { type: 'cancel', by: office, reason: 'Trùng' } } as const;
    expect(brief(draw([cancel], 99), 'run').filter((m) => m.endsWith('planned'))).toEqual([]);
  });

  test('drawn by another edition of the calendar than it was issued with, it says so', () => {
    const [note] = timelineOfView(view([], 1), { calendar: { ...civilServants, version: '2026-06-01' } }).notes;
    expect(note).toMatch(/bản 2025-12-25.*bản 2026-06-01/);
  });
});

describe('what is known of a step from its messages', () => {
  const [sample] = viewOf(
    { policy: standard, directive: { id: 'x', issuedAt, due: null, hasCooperating: false, calendar: civilServants } },
    eventsOf(standard, { id: 'x', issuedAt, due: null, hasCooperating: false, calendar: civilServants }, [], 1),
  ).messages;
  const state = (...messages: [person: string, outcome: (typeof OUTCOMES)[number]][]) => {
    if (!sample) throw new Error('no message');
    return stateOfStep(messages.map(([personId, outcome]) => ({ ...sample, personId, outcome })));
  };

  test.each([
    ['posted', []],
    ['posted', [['an', 'planned']]],
    [
      'accepted',
      [
        ['an', 'accepted'],
        ['an', 'refused'],
      ],
    ],
    [
      'accepted',
      [
        ['an', 'skipped'],
        ['an', 'accepted'],
      ],
    ],
    [
      'unknown',
      [
        ['an', 'unknown'],
        ['an', 'refused'],
      ],
    ],
    [
      'refused',
      [
        ['an', 'accepted'],
        ['binh', 'refused'],
      ],
    ],
    [
      'unknown',
      [
        ['an', 'accepted'],
        ['binh', 'unknown'],
      ],
    ],
    ['skipped', [['an', 'skipped']]],
    [
      'posted',
      [
        ['an', 'accepted'],
        ['binh', 'queued'],
      ],
    ],
  ] as const)('%s: %j', (expected, messages) => {
    expect(state(...messages.map(([person, outcome]): [string, (typeof OUTCOMES)[number]] => [person, outcome]))).toBe(
      expected,
    );
  });
});
