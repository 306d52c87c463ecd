import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Status } from '../../dsl/rules/state.ts';
import type { Wake } from '../../dsl/rules/wake.ts';
import { DAY_MS, type Instant } from '../../dsl/time/day.ts';
import {
  compareReports,
  countedFilter,
  type RowFilter,
  reportDocument,
  rowsBehind,
} from '../../office/report/index.ts';
import type { Report } from '../../register/index.ts';
import { at, DATABASES, draft, NOTICE, NOTICE_ID, type Opened, openFresh, wake } from '../register/support.ts';

const START = at('2025-03-03');
const LEADS = [[], [{ name: 'Sở Y tế', agency: 'so-y-te' }], [{ name: 'Xã A' }, { name: 'Xã B' }]] as const;

const event = fc.record({
  after: fc.integer({ min: 0, max: 12 }),
  status: fc.constantFrom<Status>('assigned', 'suspended', 'submitted', 'approved', 'cancelled'),
  due: fc.constantFrom(null, '2025-03-10', '2025-03-20', '2025-04-01'),
  isTimed: fc.boolean(),
  /** Hours between handing in and its record. */
  before: fc.integer({ min: 0, max: 200 }),
});
const one = fc.record({
  lead: fc.constantFrom(...LEADS),
  group: fc.constantFrom(undefined, 'a', 'b'),
  due: fc.constantFrom(null, '2025-03-10', '2025-04-01'),
  events: fc.array(event, { maxLength: 4 }),
  /** The log is written from its end: a wake may be recorded after those that followed it. */
  isReversed: fc.boolean(),
});
const days = fc.integer({ min: -1, max: 45 });

describe.each(DATABASES)('what the database counts ($name)', (database) => {
  test('is the report of its rows: every table, what is behind each figure, what changed since another day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), days, days, async (ones, a, b) => {
        const opened = await openFresh(database);
        try {
          await live(opened, ones);
          const { directives } = opened.register;
          const [before, asOf] = [START + Math.min(a, b) * DAY_MS, START + Math.max(a, b) * DAY_MS];
          const report = await directives.report(asOf);
          const tables = reportDocument(report);
          expect(printed(await directives.figures(asOf, 99))).toEqual(printed(report));
          for (const asked of fc.sample(fc.constantFrom(...questionsOf(tables)), { numRuns: 10, seed: a }))
            await opensAlike(opened, report, asked);
          for (const asked of [{}, { open: true, to: '2025-03-20' }, { done: true, notice: NOTICE_ID }] as const)
            await opensAlike(opened, report, asked);
          expect(await changed(opened, before, asOf)).toEqual(changedIn(await directives.report(before), report));
        } finally {
          await opened.close();
        }
      }),
      { numRuns: 4 },
    );
  });
});

const printed = (report: Parameters<typeof reportDocument>[0]) => JSON.parse(JSON.stringify(reportDocument(report)));

function questionsOf({ tables }: ReturnType<typeof reportDocument>): RowFilter[] {
  return tables.flatMap(({ rows, behind }) => rows.flatMap((row, i) => row.flatMap((_, j) => behind?.(i, j) ?? [])));
}

async function opensAlike({ register: { directives } }: Opened, report: Report, asked: RowFilter): Promise<void> {
  const expected = rowsBehind(report, asked);
  const filter = countedFilter(asked, await directives.issuers());
  const found = filter === undefined ? { places: 0, shown: [] } : await directives.counted(report.asOf, filter, 99);
  expect({ asked, ...found }).toEqual({ asked, places: expected.length, shown: expected });
}

async function changed({ register: { directives } }: Opened, before: Instant, after: Instant): Promise<string[]> {
  const changes = await directives.changesBetween(before, after, 99);
  return changes
    .flatMap(({ was, is, count, rows }) => rows.map(({ directiveId }) => `${directiveId} ${was} ${is} ${count}`))
    .sort();
}

function changedIn(before: Report, after: Report): string[] {
  const { entered, left, changed } = compareReports(before, after);
  const was = new Map(before.rows.map(({ directiveId, cell }) => [directiveId, cell]));
  const moves = [...entered, ...left, ...changed.map(({ row }) => row)].map(({ directiveId, cell }) => ({
    directiveId,
    move: `${was.get(directiveId) ?? null} ${cell}`,
  }));
  return moves
    .map(({ directiveId, move }) => `${directiveId} ${move} ${moves.filter((other) => other.move === move).length}`)
    .sort();
}

type One = typeof one extends fc.Arbitrary<infer T> ? T : never;

async function live({ register }: Opened, ones: readonly One[]): Promise<void> {
  const drafts = ones.map(({ lead, group, due }, i) =>
    draft(`${group ?? ''}@${i}`, {
      span: [i, i + 1],
      localId: group === undefined ? String(i) : `${group}@${i}`,
      due,
      lead: [...lead],
      ...(group === undefined ? {} : { parent: { id: `${NOTICE_ID}/${group}`, lead: [{ name: 'Các xã' }] } }),
    }),
  );
  await register.notices.register(NOTICE, drafts);
  for (const [i, { events, isReversed }] of ones.entries()) {
    const wakes: Wake[] = [];
    let instant = START;
    for (const [seq, { after, status, due, isTimed, before }] of events.entries()) {
      instant += after * DAY_MS;
      const isIn = status === 'submitted' || status === 'approved';
      const standing = {
        status,
        due,
        ...(isTimed && due !== null ? { dueTime: '10:00' } : {}),
        ...(isIn ? { submittedAt: instant - before * 3_600_000 } : {}),
        ...(status === 'approved' || status === 'cancelled' ? { closedAt: instant } : {}),
      };
      wakes.push(wake({ directiveId: drafts[i]?.id ?? '', seq, at: instant, standing }));
    }
    for (const one of isReversed ? wakes.reverse() : wakes) await register.directives.recordWake(one);
  }
}
