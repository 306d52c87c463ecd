import { describe, expect, test } from '@jest/globals';
import type { Policy } from '../../dsl/policy/index.ts';
import { preview, type TimedAct } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import { standard } from '../../policies/index.ts';
import { refusalText } from '../../texts/refusals.ts';
import { lead, office, on } from '../support/acts.ts';
import { issued, story } from './story.ts';

describe('more of a directive’s life', () => {
  const directive = issued('2025-02-24', '2025-03-31', { hasCooperating: false });
  const acknowledged = on('2025-02-25', { type: 'acknowledge', by: lead });
  const after = (acts: TimedAct[], policy = standard) => preview(policy, directive, [acknowledged, ...acts]);
  const told = (acts: TimedAct[], from: Day, policy = standard) =>
    story(policy, directive, [acknowledged, ...acts]).filter((line) => line >= from);

  test('more time: asked, another day offered, accepted; the reminders come before the new date', () => {
    const acts = [
      on('2025-03-20', { type: 'ask-extension', by: lead, due: '2025-04-30', reason: 'Chờ góp ý' }),
      on('2025-03-25', { type: 'offer-extension', by: office, due: '2025-04-15', reason: 'Chỉ cần hai tuần' }),
      on('2025-03-27', { type: 'accept-offer', by: lead }),
    ];
    expect(after(acts).state).toMatchObject({
      due: '2025-04-15',
      extension: null,
      extensionsAsked: 1,
      extensionsGranted: 1,
    });
    expect(told(acts, '2025-03-20').slice(0, 8)).toEqual([
      '2025-03-20 extension-asked secretariat',
      '2025-03-24 extension-reminder secretariat',
      '2025-03-24 due-reminder lead',
      '2025-03-25 extension-offered lead',
      '2025-03-27 offer-reminder lead',
      '2025-03-27 extension-granted lead',
      '2025-03-27 extension-granted secretariat',
      '2025-03-31 due-reminder lead',
    ]);
  });

  test('a request is no consent: unanswered, the ladder goes on', () => {
    const acts = [on('2025-03-28', { type: 'ask-extension', by: lead, due: '2025-04-30', reason: 'Chờ góp ý' })];
    expect(told(acts, '2025-04-01').slice(0, 3)).toEqual([
      '2025-04-01 extension-reminder secretariat',
      '2025-04-01 overdue lead',
      '2025-04-01 overdue headOf(lead)',
    ]);
  });

  test('the third request is said to be the third; a fourth is refused', () => {
    const ask = (day: Day, due: Day) => on(day, { type: 'ask-extension', by: lead, due, reason: 'Chờ' });
    const no = (day: Day) => on(day, { type: 'reject-extension', by: office, reason: 'Không' });
    const acts = [
      ...[ask('2025-03-03', '2025-04-02'), no('2025-03-04'), ask('2025-03-05', '2025-04-02'), no('2025-03-06')],
      ...[ask('2025-03-10', '2025-04-02'), no('2025-03-11'), ask('2025-03-12', '2025-04-02')],
    ];
    const { steps, refused } = after(acts);
    const asked = steps
      .filter((s) => s.kind === 'extension-asked')
      .map((s) => ('event' in s.cause ? s.cause.repeat : 0));
    expect(asked).toEqual([undefined, 2, 3]);
    expect(refused.map((r) => refusalText(r.refusal))).toEqual(['Nhiệm vụ đã đề nghị gia hạn đủ 3 lần theo quy tắc.']);
  });

  test('the limits of the policy', () => {
    const refusals = (day: Day, due: Day) =>
      after([on(day, { type: 'ask-extension', by: lead, due, reason: 'Chờ' })]).refused.map((r) => r.refusal);
    expect(refusals('2025-03-20', '2025-05-05')).toEqual([{ code: 'extension-too-long', latest: '2025-04-30' }]);
    expect(refusals('2025-05-02', '2025-05-05')).toEqual([{ code: 'extension-too-late', until: '2025-04-30' }]);
    expect(refusals('2025-03-20', '2025-03-28')).toEqual([{ code: 'deadline-earlier', due: '2025-03-28' }]);
  });

  test('suspended for 17 days: nothing is urged, the office is asked on its day, the deadline moves by 17', () => {
    const acts = [
      on('2025-03-03', { type: 'suspend', by: office, reason: 'Chờ Luật', until: '2025-03-15' }),
      on('2025-03-20', { type: 'resume', by: office }),
    ];
    expect(after(acts).state).toMatchObject({ due: '2025-04-17', status: 'acknowledged', suspendedDays: 17 });
    expect(told(acts, '2025-03-03').slice(0, 5)).toEqual([
      '2025-03-03 suspended lead',
      '2025-03-17 suspension-review secretariat', // the 15th is a Saturday
      '2025-03-20 resumed lead',
      '2025-04-02 due-reminder lead',
      '2025-04-10 due-reminder lead',
    ]);
  });

  test('the day of an event: another one that leaves the deadline where it is starts no clock afresh', () => {
    const event = (day: Day, due: Day, eventOn: Day) =>
      on(day, {
        ...{ type: 'change-deadline', by: office, due, reason: 'Công báo' },
        event: { words: 'Luật có hiệu lực', on: eventOn },
      });
    const acts = [event('2025-03-03', '2025-04-30', '2025-03-30'), event('2025-03-05', '2025-04-30', '2025-03-31')];
    const { state, refused } = after(acts);
    expect(refused).toEqual([]);
    expect(state).toMatchObject({ due: '2025-04-30', eventOn: '2025-03-31', deadlineChanges: 2, round: 1 });
    expect(told(acts, '2025-03-01').filter((line) => line.includes('deadline-changed lead'))).toHaveLength(2);
    const again = after([...acts, event('2025-03-06', '2025-04-30', '2025-03-31')]);
    expect(again.refused.map((r) => r.refusal.code)).toEqual(['deadline-same']);
    const wrong = after([event('2025-03-03', '2025-04-30', '2025-02-30')]);
    expect(wrong.refused.map((r) => r.refusal)).toEqual([{ code: 'not-a-day', due: '2025-02-30' }]);
    expect(after([event('2025-03-03', '2025-03-02', '2025-03-01')]).refused[0]?.refusal.code).toBe('deadline-past');
  });

  test('two approvals: the head of the agency, then the office', () => {
    const twice: Policy = { ...standard, close: { ...standard.close, endorsedBy: 'headOf(lead)' } };
    const acts = [
      on('2025-03-20', { type: 'submit-result', by: lead, text: 'Tờ trình' }),
      on('2025-03-21', { type: 'approve', by: office }),
      on('2025-03-21', { type: 'endorse', by: lead }),
      on('2025-03-24', { type: 'endorse', by: { party: 'lead', head: true } }),
      on('2025-03-25', { type: 'approve', by: office }),
    ];
    expect(told(acts, '2025-03-20', twice)).toEqual([
      '2025-03-20 result-waiting headOf(lead)',
      '2025-03-24 result-waiting secretariat',
      '2025-03-25 approved lead',
    ]);
    expect(after(acts, twice).refused.map((r) => r.refusal.code)).toEqual(['not-endorsed', 'not-allowed']);
  });

  test('reassigned: the new lead is assigned, must acknowledge, and is given its own time to', () => {
    const acts = [
      on('2025-03-10', { type: 'reassign', by: office, lead: [{ name: 'Sở Tài chính' }], reason: 'Đúng chức năng' }),
    ];
    expect(told(acts, '2025-03-10').slice(0, 5)).toEqual([
      '2025-03-10 assignment lead',
      '2025-03-10 relieved lead',
      '2025-03-12 acknowledge-reminder lead',
      '2025-03-14 due-reminder lead',
      '2025-03-17 unacknowledged-escalation headOf(lead)',
    ]);
  });

  test('adjusted: an extra reminder, and quiet until a day; escalations do not keep quiet', () => {
    const acts = [
      on('2025-03-03', { type: 'adjust', by: office, remindOn: '2025-03-11' }),
      on('2025-03-03', { type: 'adjust', by: office, quietUntil: '2025-03-26' }),
    ];
    expect(told(acts, '2025-03-03').slice(0, 4)).toEqual([
      '2025-03-11 due-reminder lead',
      '2025-03-28 due-reminder lead',
      '2025-04-01 overdue lead',
      '2025-04-01 overdue headOf(lead)',
    ]);
  });

  test('another contact moves nothing: the same steps for the same roles; what it is named for may come with it', () => {
    const contact = on('2025-03-03', { type: 'adjust', by: office, contact: 'chuyen-vien' });
    const back = on('2025-03-04', { type: 'adjust', by: office, contact: null });
    expect(told([contact, back], '2025-03-03')).toEqual(told([], '2025-03-03'));
    expect(after([contact, back])).toMatchObject({ refused: [], state: { ...after([]).state, acts: 3 } });
    const both = on('2025-03-03', { type: 'adjust', by: office, contact: 'chuyen-vien', remindOn: '2025-03-04' });
    expect(told([both], '2025-03-03')[0]).toBe('2025-03-04 due-reminder lead');
  });

  test('another contact may be named before the assignment and during a suspension, reminders may not', () => {
    const given = { type: 'adjust', by: office, contact: 'chuyen-vien' } as const;
    const suspend = on('2025-03-03', { type: 'suspend', by: office, reason: 'Chờ Luật' });
    const during = [given, { ...given, remindOn: '2025-03-10' }].map((act) => on('2025-03-04', act));
    expect(after([suspend, ...during]).refused.map((r) => r.refusal.code)).toEqual(['suspended']);
    const waiting = { ...directive, opensOn: '2025-03-03' };
    const early = [given, { ...given, quietUntil: '2025-03-10' }].map((act) => on('2025-02-25', act));
    expect(preview(standard, waiting, early).refused.map((r) => r.refusal.code)).toEqual(['not-assigned']);
  });

  test('another contact: by the office or the lead, of what is open; when the lead is reminded it does not say itself', () => {
    const acts = [
      on('2025-03-03', { type: 'adjust', by: lead, contact: 'chuyen-vien' }),
      on('2025-03-03', { type: 'adjust', by: lead, quietUntil: '2025-03-26' }),
      on('2025-03-03', { type: 'adjust', by: lead, contact: 'chuyen-vien', remindOn: '2025-03-10' }),
      on('2025-03-03', { type: 'adjust', by: { party: 'cooperating' }, contact: 'chuyen-vien' }),
      on('2025-03-04', { type: 'cancel', by: office, reason: 'Thôi' }),
      on('2025-03-05', { type: 'adjust', by: office, contact: 'chuyen-vien' }),
    ];
    expect(after(acts).refused.map((r) => r.refusal.code)).toEqual([...Array(3).fill('not-allowed'), 'closed']);
    const issuedBefore = preview(standard, { ...directive, interpreter: 3 }, acts);
    expect(issuedBefore.refused.map((r) => r.refusal.code)).toEqual([...Array(4).fill('not-allowed'), 'closed']);
  });

  test('superseded: closed, and said so', () => {
    const acts = [
      on('2025-03-10', { type: 'supersede', by: office, successor: '61/TB-VPUBND', reason: 'Kết luận mới' }),
    ];
    expect(told(acts, '2025-03-04')).toEqual(['2025-03-10 superseded lead']);
    expect(after(acts).state.status).toBe('superseded');
  });

  test('a policy may say who may do an act', () => {
    const strict: Policy = { ...standard, permissions: { cancel: ['issuer'] } };
    const acts = [on('2025-03-10', { type: 'cancel', by: office, reason: 'Thôi' })];
    expect(after(acts, strict).refused.map((r) => refusalText(r.refusal))).toEqual([
      'Văn phòng không được hủy nhiệm vụ; thao tác này dành cho lãnh đạo giao việc.',
    ]);
  });

  test('whom a policy lets close by a merger it lets take others up', () => {
    const strict: Policy = { ...standard, permissions: { supersede: ['issuer'] } };
    const absorb = (party: 'secretariat' | 'issuer') =>
      on('2025-03-10', { type: 'absorb', by: { party }, reason: 'Cùng nội dung', from: ['x/I.2'], joining: [] });
    expect(after([absorb('secretariat')], strict).refused.map((r) => refusalText(r.refusal))).toEqual([
      'Văn phòng không được nhận thêm nhiệm vụ nhập vào; thao tác này dành cho lãnh đạo giao việc.',
    ]);
    expect(after([absorb('issuer')], strict).refused).toEqual([]);
  });
});

describe('acts that are refused, with the reason', () => {
  const directive = issued('2025-02-24', '2025-03-31');
  const cases: [string, TimedAct[], RegExp][] = [
    [
      'approving one’s own',
      [on('2025-02-25', { type: 'approve', by: lead })],
      /Đơn vị chủ trì không được duyệt kết quả; .* dành cho văn phòng/,
    ],
    ['approving nothing', [on('2025-02-25', { type: 'approve', by: office })], /Chưa có kết quả nào/],
    [
      'a return without a reason',
      [
        on('2025-02-25', { type: 'submit-result', by: lead, text: 'x' }),
        on('2025-02-26', { type: 'return', by: office, reason: ' ' }),
      ],
      /lý do/,
    ],
    [
      'acknowledging twice',
      [on('2025-02-25', { type: 'acknowledge', by: lead }), on('2025-02-26', { type: 'acknowledge', by: lead })],
      /đã xác nhận/,
    ],
    [
      'submitting twice',
      [
        on('2025-02-25', { type: 'submit-result', by: lead, text: 'x' }),
        on('2025-02-26', { type: 'submit-result', by: lead, text: 'y' }),
      ],
      /chờ duyệt/,
    ],
    [
      'a deadline gone by',
      [on('2025-03-10', { type: 'change-deadline', by: office, due: '2025-03-09', reason: 'r' })],
      /09\/03\/2025\) đã qua/,
    ],
    [
      'the same deadline',
      [on('2025-03-10', { type: 'change-deadline', by: office, due: '2025-03-31', reason: 'r' })],
      /trùng với hạn/,
    ],
    [
      'a day that does not exist',
      [on('2025-03-10', { type: 'change-deadline', by: office, due: '2025-02-30', reason: 'r' })],
      /không phải là ngày/,
    ],
    ['120 per cent', [on('2025-03-10', { type: 'report-progress', by: lead, text: 'x', percent: 120 })], /0 đến 100/],
    [
      'anything after the close',
      [
        on('2025-03-10', { type: 'cancel', by: office, reason: 'Thay văn bản khác' }),
        on('2025-03-11', { type: 'acknowledge', by: lead }),
      ],
      /đã kết thúc/,
    ],
    [
      'the lead giving itself more time',
      [on('2025-03-10', { type: 'change-deadline', by: lead, due: '2025-06-30', reason: 'r' })],
      /không được thay đổi thời hạn/,
    ],
  ];
  test.each(cases)('%s', (_, acts, reason) => {
    const { refused, state } = preview(standard, directive, acts);
    expect(refused.map((r) => refusalText(r.refusal)).join()).toMatch(reason);
    expect(refused).toHaveLength(1);
    // A refused act leaves no trace.
    expect(preview(standard, directive, acts.slice(0, -1)).state).toEqual(state);
  });
});
