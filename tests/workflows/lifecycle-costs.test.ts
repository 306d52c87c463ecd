import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Policy } from '../../dsl/policy/index.ts';
import type { TimedAct } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import { express, noDeadline, recurringReport, standard } from '../../policies/index.ts';
import type { HistoryCost } from '../../rehearsal/history-cost.ts';
import { lead, office, on } from '../support/acts.ts';
import { sketchNotice } from '../support/notice.ts';
import { rehearseOne, useSandbox } from '../support/sandbox.ts';

/* The table in docs/costs.md is what this measures: events and actions exactly, bytes within a few per cent. */

const ISSUED = '2025-02-24';
const acknowledge = on('2025-02-25', { type: 'acknowledge', by: lead });
const submit = (day: Day) => on(day, { type: 'submit-result', by: lead, text: 'Báo cáo' });
const approve = (day: Day) => on(day, { type: 'approve', by: office });

interface Lifecycle {
  readonly name: string;
  readonly policy: Policy;
  readonly due: Day | null;
  readonly acts: readonly TimedAct[];
}

const lifecycles: readonly Lifecycle[] = [
  {
    name: 'standard, on time',
    policy: standard,
    due: '2025-03-31',
    acts: [acknowledge, submit('2025-03-18'), approve('2025-03-19')],
  },
  {
    name: 'standard, late, up to the supervisor',
    policy: standard,
    due: '2025-03-31',
    acts: [acknowledge, submit('2025-04-14'), approve('2025-04-15')],
  },
  { name: 'standard, nobody ever answers', policy: standard, due: '2025-03-31', acts: [] },
  {
    name: 'standard, extended once',
    policy: standard,
    due: '2025-03-31',
    acts: [
      acknowledge,
      on('2025-03-20', { type: 'ask-extension', by: lead, due: '2025-04-15', reason: 'Chờ góp ý' }),
      on('2025-03-21', { type: 'grant-extension', by: office }),
      submit('2025-04-09'),
      approve('2025-04-10'),
    ],
  },
  {
    name: 'standard, returned once',
    policy: standard,
    due: '2025-03-31',
    acts: [
      ...[acknowledge, submit('2025-03-18')],
      on('2025-03-19', { type: 'return', by: office, reason: 'Thiếu phụ lục' }),
      ...[submit('2025-03-27'), approve('2025-03-28')],
    ],
  },
  {
    name: 'standard, suspended for a month',
    policy: standard,
    due: '2025-03-31',
    acts: [
      acknowledge,
      on('2025-03-03', { type: 'suspend', by: office, reason: 'Chờ Luật' }),
      on('2025-04-03', { type: 'resume', by: office }),
      ...[submit('2025-04-21'), approve('2025-04-22')],
    ],
  },
  {
    name: 'standard, reassigned',
    policy: standard,
    due: '2025-03-31',
    acts: [
      acknowledge,
      on('2025-03-05', { type: 'reassign', by: office, lead: [{ name: 'Sở Tài chính' }], reason: 'Đúng chức năng' }),
      on('2025-03-06', { type: 'acknowledge', by: lead }),
      ...[submit('2025-03-26'), approve('2025-03-27')],
    ],
  },
  {
    name: 'express, on time',
    policy: express,
    due: '2025-02-27',
    acts: [acknowledge, submit('2025-02-26'), approve('2025-02-27')],
  },
  {
    name: 'no deadline, two reports, done in autumn',
    policy: noDeadline,
    due: null,
    acts: [
      acknowledge,
      on('2025-04-10', { type: 'report-progress', by: lead, text: 'Đang làm' }),
      on('2025-07-10', { type: 'report-progress', by: lead, text: 'Sắp xong' }),
      ...[submit('2025-09-10'), approve('2025-09-11')],
    ],
  },
  {
    name: 'one occurrence of a report, on time',
    policy: recurringReport,
    due: '2025-03-24',
    acts: [submit('2025-03-20'), approve('2025-03-21')],
  },
];

const shared = useSandbox();

async function costOf({ name, policy, due, acts }: Lifecycle): Promise<HistoryCost> {
  const notice = sketchNotice(name, ISSUED, [{ id: 'I.1', lead: 'Sở Nội vụ', due }]);
  const result = await rehearseOne(shared.sandbox, notice, policy, acts);
  expect({ name, differences: result.differences, refused: result.refused }).toEqual({
    name,
    differences: [],
    refused: [],
  });
  return result.cost;
}

/** The rows of the table in docs/costs.md, by their name. */
function documented(): Map<string, { events: number; actions: number; bytes: number }> {
  const rows = readFileSync('docs/costs.md', 'utf8').matchAll(/^\| (.+?) \| (\d+) \| (\d+) \| ([\d,]+) \|$/gm);
  const figure = (text = '') => Number(text.replaceAll(',', ''));
  return new Map(
    [...rows].map(([, name = '', e, a, b]) => [name, { events: figure(e), actions: figure(a), bytes: figure(b) }]),
  );
}

describe('the cost of ten lifecycles', () => {
  test('is what docs/costs.md says', async () => {
    const costs = await Promise.all(lifecycles.map(costOf));
    const measured = lifecycles.map(({ name }, i) => ({ name, ...(costs[i] ?? { events: 0, actions: 0, bytes: 0 }) }));
    const table = documented();
    const wrong = measured.filter(({ name, events, actions, bytes }) => {
      const row = table.get(name);
      return row?.events !== events || row.actions !== actions || Math.abs(row.bytes / bytes - 1) > 0.05;
    });
    const line = ({ name, events, actions, bytes }: (typeof measured)[number]) =>
      `| ${name} | ${events} | ${actions} | ${bytes.toLocaleString('en')} |`;
    if (wrong.length > 0) process.stderr.write(`docs/costs.md should say:\n${measured.map(line).join('\n')}\n`);
    expect(wrong).toEqual([]);
  });
});
