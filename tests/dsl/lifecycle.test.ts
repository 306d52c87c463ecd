import { describe, expect, test } from '@jest/globals';
import { preview } from '../../dsl/rules/index.ts';
import { dayOf, instantAt } from '../../dsl/time/day.ts';
import { express, noDeadline, recurringReport, standard } from '../../policies/index.ts';
import { lead, office, on } from '../support/acts.ts';
import { issued, story } from './story.ts';

describe('the standard policy, issued on Monday 24/2/2025 and due on 31/3', () => {
  const directive = issued('2025-02-24', '2025-03-31');

  test('nobody ever answers: every rung in its turn, then silence', () => {
    expect(story(standard, directive)).toEqual([
      '2025-02-24 assignment lead',
      '2025-02-24 copy cooperating',
      '2025-02-26 acknowledge-reminder lead',
      '2025-03-03 unacknowledged-escalation headOf(lead)',
      '2025-03-14 due-reminder lead', // 15 days before is Sunday the 16th: the working day before
      '2025-03-17 silence-reminder lead',
      '2025-03-24 due-reminder lead',
      '2025-03-28 due-reminder lead', // one working day before a Monday is the Friday
      '2025-04-01 overdue lead',
      '2025-04-01 overdue headOf(lead)',
      '2025-04-08 overdue supervisor', // the 7th is Giỗ Tổ
      '2025-04-15 overdue issuer',
      '2025-04-22 overdue issuer',
      '2025-04-28 overdue issuer', // Saturday the 26th is worked
      '2025-05-08 overdue issuer',
      '2025-05-15 overdue issuer',
      '2025-05-22 overdue issuer',
    ]);
  });

  test('done on time', () => {
    const acts = [
      on('2025-02-25', { type: 'acknowledge', by: lead }),
      on('2025-03-20', { type: 'submit-result', by: lead, text: 'Tờ trình 12/TTr-SNV' }),
      on('2025-03-21', { type: 'approve', by: office }),
    ];
    expect(story(standard, directive, acts)).toEqual([
      '2025-02-24 assignment lead',
      '2025-02-24 copy cooperating',
      '2025-03-14 due-reminder lead',
      '2025-03-18 silence-reminder lead',
      '2025-03-20 result-waiting secretariat',
      '2025-03-21 approved lead',
      '2025-03-21 approved cooperating',
    ]);
  });

  test('a result that waits is brought to mind; a return starts the clocks again', () => {
    const acts = [
      on('2025-02-25', { type: 'acknowledge', by: lead }),
      on('2025-03-27', { type: 'submit-result', by: lead, text: 'Báo cáo' }),
      on('2025-04-03', { type: 'return', by: office, reason: 'Thiếu phụ lục' }),
      on('2025-04-16', { type: 'submit-result', by: lead, text: 'Báo cáo bổ sung' }),
      on('2025-04-17', { type: 'approve', by: office }),
    ];
    expect(story(standard, directive, acts).slice(5)).toEqual([
      '2025-03-27 result-waiting secretariat',
      '2025-04-01 approval-reminder secretariat',
      '2025-04-03 returned lead',
      '2025-04-04 overdue lead',
      '2025-04-04 overdue headOf(lead)',
      '2025-04-11 overdue supervisor',
      '2025-04-16 result-waiting secretariat',
      '2025-04-17 approved lead',
      '2025-04-17 approved cooperating',
    ]);
  });

  test('a longer term: reminders come again, before the new date', () => {
    const acts = [
      on('2025-03-24', { type: 'change-deadline', by: office, due: '2025-04-29', reason: 'Chờ Bộ hướng dẫn' }),
    ];
    expect(story(standard, directive, acts).slice(6, 14)).toEqual([
      '2025-03-24 due-reminder lead',
      '2025-03-24 deadline-changed lead',
      '2025-03-24 deadline-changed cooperating',
      '2025-04-14 due-reminder lead',
      '2025-04-15 silence-reminder lead',
      '2025-04-23 due-reminder lead',
      '2025-04-28 due-reminder lead',
      '2025-05-05 overdue lead',
    ]);
  });

  test('what is done at night is told in the morning', () => {
    const late = {
      at: instantAt('2025-02-28', 22 * 60),
      act: { type: 'submit-result', by: lead, text: 'Xong' },
    } as const;
    const step = preview(standard, directive, [late]).steps.at(-6);
    expect(step).toMatchObject({ kind: 'result-waiting', to: 'secretariat' });
    expect(dayOf(step?.at ?? 0)).toBe('2025-03-03');
  });
});

describe('short terms and old ones', () => {
  test('three days: reminders without room are collapsed into the assignment, and the preview says which', () => {
    const plan = preview(standard, issued('2025-02-24', '2025-02-27', { hasCooperating: false }));
    expect(plan.collapsed.map((c) => [c.to, c.when])).toEqual([
      ['lead', { before: { days: 15 } }],
      ['lead', { before: { workingDays: 5 } }],
    ]);
    expect(plan.steps.slice(0, 4).map((s) => `${dayOf(s.at)} ${s.kind} ${s.to}`)).toEqual([
      '2025-02-24 assignment lead',
      '2025-02-26 due-reminder lead',
      '2025-02-28 overdue lead',
      '2025-02-28 overdue headOf(lead)',
    ]);
    // Two reminders on the 26th became one, which stands for both.
    expect(plan.steps[1]?.merges).toEqual(['acknowledge/a']);
  });

  test('overdue when issued: one message, and the ladder counts from that day', () => {
    expect(story(standard, issued('2025-02-24', '2024-12-31', { hasCooperating: false })).slice(0, 6)).toEqual([
      '2025-02-24 assignment lead',
      '2025-02-25 overdue lead',
      '2025-02-25 overdue headOf(lead)',
      '2025-02-26 acknowledge-reminder lead',
      '2025-03-03 unacknowledged-escalation headOf(lead)',
      '2025-03-03 overdue supervisor',
    ]);
  });

  test('issued on the eve of Tết: assigned when the offices open', () => {
    const directive = issued('2025-01-26', '2025-02-14');
    expect(story(standard, directive)[0]).toBe('2025-02-03 assignment lead');
  });
});

describe('the other policies that ship', () => {
  test('express: the head hears from the first day', () => {
    expect(story(express, issued('2025-02-24', '2025-02-27', { hasCooperating: false })).slice(0, 6)).toEqual([
      '2025-02-24 assignment lead',
      '2025-02-24 copy headOf(lead)',
      '2025-02-25 due-reminder lead',
      '2025-02-26 due-reminder lead',
      '2025-02-26 unacknowledged-escalation headOf(lead)',
      '2025-02-28 overdue lead',
    ]);
  });

  test('no deadline: only silence is urged on, and a sign of life starts it afresh', () => {
    const acts = [
      on('2025-02-25', { type: 'acknowledge', by: lead }),
      on('2025-03-26', { type: 'report-progress', by: lead, text: 'Đang lấy ý kiến' }),
    ];
    expect(story(noDeadline, issued('2025-02-24', null), acts).slice(2, 5)).toEqual([
      '2025-04-26 silence-reminder lead',
      '2025-05-30 silence-escalation headOf(lead)',
      '2025-07-01 silence-escalation supervisor',
    ]);
  });

  test('a recurring report: an occurrence is assigned when it opens', () => {
    const occurrence = issued('2025-02-24', '2025-04-24', { opensOn: '2025-03-25', hasCooperating: false });
    expect(story(recurringReport, occurrence)).toEqual([
      '2025-03-25 assignment lead',
      '2025-04-21 due-reminder lead',
      '2025-04-23 due-reminder lead',
      '2025-04-25 overdue lead',
      '2025-04-26 overdue headOf(lead)',
      '2025-05-05 overdue supervisor', // five working days on: Saturday the 26th worked, 30/4 to 2/5 off
      '2025-05-19 overdue supervisor',
    ]);
  });
});
