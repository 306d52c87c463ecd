import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Day, dayOf, instantAt } from '../../dsl/time/day.ts';
import { timelineText } from '../../office/timeline/describe.ts';
import { timelineOfView } from '../../office/timeline/index.ts';
import { why } from '../../office/why/why.ts';
import { shippedRules, standard } from '../../policies/index.ts';
import type { Directory } from '../../register/index.ts';
import { rehearse, type TaskResult } from '../../rehearsal/rehearse.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { auditSandbox, findingsOf } from '../office/audit/support.ts';
import { lead, office, on } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

/* Another contact for one directive, on the real Temporal: who is told of what, from the act on. */

const ISSUED = '2025-02-24';
const notice = sketchNotice('85/TB-DM', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'I.2', lead: 'Sở Nội vụ', due: '2025-03-31' },
]);
const standIns = standInDirectory([notice]);
const STAFF = 'chuyen-vien';
const USUAL = 'don-vi-1-dau-moi';
const HEAD = 'don-vi-1-thu-truong';
const directory: Directory = {
  ...standIns,
  people: [...standIns.people, { id: STAFF, name: 'Vũ Thị Hải', email: 'hai@rehearsal.invalid' }],
  // In the department until the middle of the ladder.
  positions: [
    ...standIns.positions,
    { agency: 'don-vi-1', person: STAFF, function: 'staff', acting: false, to: '2025-03-31' },
  ],
};
const shared = useSandbox(directory);
const adjust = (day: Day, contact: string | null) => on(day, { type: 'adjust', by: office, contact });

describe('another contact', () => {
  let changed: TaskResult;
  let same: TaskResult;
  beforeAll(async () => {
    const { results } = await rehearse(shared.sandbox, [notice], {
      ...{ rules: shippedRules, policy: standard, issuedAt: instantAt(ISSUED, 8 * 60) },
      acts: ({ draft }) =>
        draft.id === 'I.2'
          ? [on('2025-02-25', { type: 'acknowledge', by: lead })]
          : [
              on('2025-02-25', { type: 'acknowledge', by: lead }),
              // When it is reminded is not the lead's to say.
              on('2025-02-26', { type: 'adjust', by: lead, quietUntil: '2025-03-26' }),
              adjust('2025-02-27', STAFF),
              on('2025-04-10', { type: 'cancel', by: office, reason: 'Thôi' }),
              adjust('2025-04-11', null),
            ],
    });
    const of = (id: string) => {
      const found = results.find((p) => p.task.draft.id === id);
      if (!found) throw new Error(`${id} was not rehearsed`);
      return found;
    };
    [changed, same] = [of('I.1'), of('I.2')];
  });

  /** Who was told of what: “2025-03-24 due-reminder chuyen-vien”, once for each person. */
  const told = ({ view }: TaskResult, role: string) => [
    ...new Set(view.messages.filter((m) => m.role === role).map((m) => `${dayOf(m.at)} ${m.kind} ${m.personId}`)),
  ];

  test('the plan is kept, and the two refusals are the only ones', () => {
    expect(changed.differences).toEqual([]);
    expect(changed.refused.map((r) => r.reason)).toEqual([
      'Đơn vị chủ trì không được điều chỉnh việc nhắc; thao tác này dành cho văn phòng và lãnh đạo giao việc.',
      'Nhiệm vụ đã kết thúc, không nhận thêm thao tác.',
    ]);
  });

  test('from the act on the new one is told and the old one is not, until they leave; each step once', () => {
    const upTo = (day: string, lines: string[]) => lines.filter((line) => line < day);
    const lines = told(changed, 'lead');
    expect(upTo('2025-02-27', lines)).toEqual(upTo('2025-02-27', told(same, 'lead')));
    const between = lines.filter((line) => line >= '2025-02-27' && line < '2025-04');
    const usual = told(same, 'lead').filter((line) => line >= '2025-02-27' && line < '2025-04');
    expect(between.length).toBeGreaterThan(2);
    expect(between).toEqual(usual.map((line) => line.replace(USUAL, STAFF)));
    // On 1 April they are gone: the usual contact is told, and a row says why not they.
    const after = lines.filter((line) => line >= '2025-04' && line < '2025-04-02').sort();
    expect(after).toEqual([`2025-04-01 overdue ${STAFF}`, `2025-04-01 overdue ${USUAL}`]);
    const passed = changed.view.messages.find((m) => m.personId === STAFF && dayOf(m.at) === '2025-04-01');
    expect([passed?.outcome, passed?.reason]).toEqual(['skipped', expect.stringContaining('gửi đầu mối thường lệ')]);
  });

  test('the head is told as ever, and the other directive of that agency is not touched', () => {
    const until = (day: string, lines: string[]) => lines.filter((line) => line < day);
    expect(until('2025-04-10', told(changed, 'headOf(lead)'))).toEqual(until('2025-04-10', told(same, 'headOf(lead)')));
    expect(told(changed, 'headOf(lead)').some((line) => line.endsWith(HEAD))).toBe(true);
    expect(JSON.stringify(same.view.messages)).not.toContain(STAFF);
  });

  test('why, the picture and the auditor understand it', async () => {
    const { register } = shared.sandbox;
    const reminded = changed.view.messages.find((m) => m.personId === STAFF && m.outcome !== 'planned');
    const day = dayOf(reminded?.at ?? 0);
    const ask = async (name: string) => {
      const { answers } = await why(register, name, day, { only: changed.view.directive });
      return answers.map((a) => `${a.verdict} ${a.role}: ${a.says}`);
    };
    expect(await ask(USUAL)).toEqual([
      'other-contact lead: thông báo cho đơn vị chủ trì gửi đầu mối riêng của nhiệm vụ: Vũ Thị Hải, từ 14:00 27/02/2025',
    ]);
    expect((await ask(STAFF))[0]).toMatch(/^skipped lead: /);
    const text = timelineText(timelineOfView(changed.view, { calendar: shared.sandbox.calendar })).join('\n');
    expect(text).toMatch(/27\/02\/2025.*đổi đầu mối.*sang chuyen-vien/);
    const audited = await auditSandbox(shared.sandbox, instantAt('2025-04-12', 600));
    expect(findingsOf(audited, changed.view.directive.id)).toEqual([]);
  });
});
