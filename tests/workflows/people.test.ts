import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { TimedAct } from '../../dsl/rules/index.ts';
import { type Day, dayOf, instantAt } from '../../dsl/time/day.ts';
import { namesakes } from '../../office/links/agency-tasks.ts';
import { shippedRules } from '../../policies/index.ts';
import { loadDirectory } from '../../register/index.ts';
import { rehearse, type TaskResult } from '../../rehearsal/rehearse.ts';
import { lead, office, on } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

/*
 * People and agencies change while directives run: a merger takes its open directives along, somebody acts for a head,
 * several directives become one, one becomes several. The directory is the sample's, with its days.
 */

const directory = loadDirectory(fileURLToPath(new URL('../../register/samples/danh-ba-mau.yaml', import.meta.url)));
const shared = useSandbox(directory);
const ISSUED = '2025-02-24';

const notice = sketchNotice('81/TB-NS', ISSUED, [
  { id: 'I.1', lead: 'Sở Giao thông vận tải', due: '2025-03-31' },
  { id: 'I.2', lead: 'Sở Y tế', due: '2025-05-30' },
  { id: 'I.3', lead: 'Sở Xây dựng', due: '2025-03-31' },
  { id: 'I.4', lead: 'Sở Nội vụ', due: '2025-06-30' },
  { id: 'I.5', lead: 'Sở Nội vụ', due: '2025-06-30' },
  { id: 'I.6', lead: 'Sở Tư pháp', due: '2025-06-30' },
  { id: 'I.7', lead: 'Sở Tư pháp', due: null },
]);

const reason = 'Kết luận mới';
const into = (day: Day, successor: string) => on(day, { type: 'supersede', by: office, successor, reason });
const acts: Record<string, TimedAct[]> = {
  'I.1': [on('2025-02-25', { type: 'acknowledge', by: lead })],
  'I.4': [into('2025-03-10', '81/TB-NS, mục I.6')],
  'I.5': [into('2025-03-10', '81/TB-NS, mục I.6')],
  'I.6': [into('2025-04-01', '95/TB-NS, mục I.1 và I.2'), into('2025-04-02', '96/TB-NS')],
  // The event a directive waits for has its day: “sau khi Luật được thông qua”.
  'I.7': [
    on('2025-03-03', { type: 'change-deadline', by: office, due: '2025-04-15', reason: 'Luật thông qua ngày 28/02' }),
    on('2025-04-10', { type: 'submit-result', by: lead, text: 'Báo cáo' }),
    on('2025-04-11', { type: 'approve', by: office }),
  ],
};

describe('a merger, an absence, a successor', () => {
  let results: readonly TaskResult[];
  const of = (id: string) => {
    const found = results.find((p) => p.task.draft.id === id);
    if (!found) throw new Error(`${id} was not rehearsed`);
    return found;
  };
  /** Who was told of what: “2025-04-01 overdue headOf(lead) so-xay-dung”. */
  const told = (id: string, role: string) => [
    ...new Set(
      of(id)
        .view.messages.filter((m) => m.role === role)
        .map((m) => `${dayOf(m.at)} ${m.kind} ${m.agencyId} ${m.personName}`),
    ),
  ];
  const nameOf = (agency: string, title: string) =>
    directory.people.find((p) =>
      directory.positions.some((x) => x.agency === agency && x.person === p.id && x.title === title),
    )?.name;

  beforeAll(async () => {
    ({ results } = await rehearse(shared.sandbox, [notice], {
      ...{ rules: shippedRules, issuedAt: instantAt(ISSUED, 8 * 60) },
      acts: (task) => acts[task.draft.id] ?? [],
    }));
  });

  test('every life went as it was previewed', () => {
    expect(results.flatMap((p) => p.differences)).toEqual([]);
  });

  test('a merged agency: its open directive is the successor’s from the day after, the history stays', async () => {
    const agencies = of('I.1')
      .view.messages.filter((m) => m.role === 'lead')
      .map((m) => [dayOf(m.at), m.agencyId]);
    for (const [day, agency] of agencies) {
      expect([day, agency]).toEqual([day, (day ?? '') <= '2025-02-28' ? 'so-giao-thong-van-tai' : 'so-xay-dung']);
    }
    expect(new Set(agencies.map(([, agency]) => agency)).size).toBe(2);
    expect(of('I.1').view.directive.lead).toEqual([{ name: 'Sở Giao thông vận tải', agency: 'so-giao-thong-van-tai' }]);
    const ledBy = async (day: Day) => {
      const ids = [...namesakes(directory, 'so-xay-dung', instantAt(day, 0))];
      return (await shared.sandbox.register.directives.list({ agency: ids })).map((d) => d.localId).sort();
    };
    expect([await ledBy('2025-02-28'), await ledBy('2025-03-01')]).toEqual([['I.3'], ['I.1', 'I.3']]);
  });

  test('a head on leave: whoever acts on the day hears, by name', () => {
    const acting = nameOf('so-xay-dung', 'Quyền Giám đốc');
    expect(told('I.3', 'headOf(lead)')).toContain(`2025-04-01 overdue so-xay-dung ${acting}`);
    const deputy = nameOf('so-y-te', 'Phó Giám đốc phụ trách');
    expect(told('I.2', 'headOf(lead)')).toContainEqual(expect.stringMatching(`^2025-06-.* overdue so-y-te ${deputy}$`));
  });

  test('several become one, one becomes several: closed, told by what, and nothing more', () => {
    for (const id of ['I.4', 'I.5', 'I.6']) {
      const { view } = of(id);
      expect(view.directive).toMatchObject({ status: 'superseded', nextWake: null });
      const last = view.messages.at(-1);
      expect([last?.kind, last?.content?.paragraphs[0]]).toEqual([
        'superseded',
        expect.stringContaining(`thay thế bằng ${id === 'I.6' ? '95/TB-NS, mục I.1 và I.2' : '81/TB-NS, mục I.6'}`),
      ]);
    }
    expect(of('I.6').refused.map((r) => r.reason)).toEqual(['Nhiệm vụ đã kết thúc, không nhận thêm thao tác.']);
  });

  test('a directive that had no deadline is given one, and is reminded and closed by it', () => {
    const { view } = of('I.7');
    expect(view.directive).toMatchObject({ status: 'approved', due: '2025-04-15', originalDue: null });
    expect(told('I.7', 'lead').map((line) => line.slice(0, 23))).toContain('2025-04-08 due-reminder');
  });
});
