import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Status } from '../../dsl/rules/state.ts';
import { DAY_MS } from '../../dsl/time/day.ts';
import { CELLS, directiveIdOf, type NoticeDraft, noticeIdOf, type Report, reportOf } from '../../register/index.ts';
import { reportCellOf } from '../../register/report.ts';
import { at, DATABASES, DIRECTIVE_ID, draft, NOTICE, NOTICE_ID, type Opened, openFresh, wake } from './support.ts';

describe.each(DATABASES)('notices ($name)', (database) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openFresh(database);
  });
  afterEach(() => opened.close());

  test('a notice is registered whole, with its text and spans', async () => {
    const two = draft('2', { series: { id: 'báo cáo tháng', occurrence: '2025-03-24' }, dueTime: '17:00' });
    const done = await opened.register.notices.register(NOTICE, [draft(), two]);
    expect(done).toMatchObject({ outcome: 'registered', notice: { id: NOTICE_ID, ...NOTICE }, sameNumber: [] });
    const stored = await opened.register.directives.find(two.id);
    expect(stored).toMatchObject({ ...two, originalDue: two.due, status: 'waiting', issueState: 'drafted' });
    const [start, end] = stored?.deadline?.span ?? [0, 0];
    expect(done.notice.text.slice(start, end)).toBe(stored?.deadline?.phrase);
  });

  test('the same notice again says which one it is and what is still to be started', async () => {
    await opened.register.notices.register(NOTICE, [draft(), draft('2')]);
    await opened.register.directives.markStarted(DIRECTIVE_ID);
    await opened.register.directives.markStarted(DIRECTIVE_ID);
    const reflowed = {
      ...NOTICE,
      text: NOTICE.text.normalize('NFD').replaceAll(' ', '\r\n'),
      fileName: 'ban-sao.docx',
    };
    const again = await opened.register.notices.register(reflowed, [draft('3')]);
    expect(again).toMatchObject({ outcome: 'already-registered', notice: { fileName: 'thong-bao.txt' } });
    expect(again.directives.map((d) => [d.localId, d.issueState])).toEqual([
      ['1', 'started'],
      ['2', 'drafted'],
    ]);
  });

  test('other words under the same number are another notice, and say so', async () => {
    await opened.register.notices.register(NOTICE, []);
    const corrected = await opened.register.notices.register({ ...NOTICE, text: `${NOTICE.text} (đính chính)` }, []);
    expect(corrected).toMatchObject({ outcome: 'registered', sameNumber: [NOTICE_ID] });
  });

  test('a directive that cannot be stored takes its notice back out', async () => {
    await expect(opened.register.notices.register(NOTICE, [draft(), draft()])).rejects.toThrow();
    expect(await opened.register.notices.find(NOTICE_ID)).toBeUndefined();
    expect(await opened.register.directives.list()).toEqual([]);
  });

  test('two processes with the same notice at once register it once', async () => {
    const other = await opened.again();
    const both = await Promise.all([
      opened.register.notices.register(NOTICE, [draft()]),
      other.notices.register(NOTICE, [draft()]),
    ]);
    expect(both.map((r) => r.outcome).sort()).toEqual(['already-registered', 'registered']);
    expect(await opened.register.directives.list()).toHaveLength(1);
  });
});

describe.each(DATABASES)('lists ($name)', (database) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openFresh(database);
    await opened.register.notices.register(NOTICE, [
      draft('late', { due: '2025-03-10' }),
      draft('waiting', { due: '2025-03-10' }),
      draft('timed', { due: '2025-03-12', dueTime: '10:00' }),
      draft('none', { due: null, lead: [{ name: 'Sở Xây dựng', agency: 'so-xay-dung' }] }),
      draft('done', { due: '2025-03-10' }),
      draft('held', { due: '2025-03-10' }),
      draft('fresh', { due: '2025-03-20' }),
    ]);
    const stand = (localId: string, status: Status, more = {}) =>
      opened.register.directives.recordWake(
        wake({ directiveId: draft(localId).id, standing: { status, due: '2025-03-10', ...more } }),
      );
    await stand('late', 'acknowledged');
    await stand('waiting', 'submitted', { submittedAt: at('2025-03-10', 20) });
    await stand('timed', 'assigned', { due: '2025-03-12', dueTime: '10:00' });
    await stand('held', 'suspended');
    await stand('done', 'approved', { submittedAt: at('2025-03-12'), closedAt: at('2025-03-13') });
  });
  afterEach(() => opened.close());

  const ids = async (filter = {}) => (await opened.register.directives.list(filter)).map((d) => d.localId).sort();

  test('by status, notice, agency, issue state; in pages', async () => {
    expect(await ids()).toHaveLength(7);
    expect(await ids({ status: ['submitted', 'approved'] })).toEqual(['done', 'waiting']);
    expect(await ids({ agency: 'so-xay-dung' })).toEqual(['none']);
    expect(await ids({ agency: 'so-xay' })).toEqual([]);
    expect(await ids({ noticeId: 'x' })).toEqual([]);
    expect(await ids({ issueState: 'drafted' })).toEqual(['fresh', 'none']);
    expect((await opened.register.directives.list()).at(-1)?.localId).toBe('none');
    const paged = [...(await ids({ limit: 4 })), ...(await ids({ limit: 4, offset: 4 }))];
    expect(paged.sort()).toEqual(await ids());
  });

  test('late are those open past their end; a result handed in on time is not', async () => {
    expect(await ids({ overdueAt: at('2025-03-10', 23, 59) })).toEqual([]);
    expect(await ids({ overdueAt: at('2025-03-11', 0) })).toEqual(['late']);
    expect(await ids({ overdueAt: at('2025-03-12', 9, 59) })).toEqual(['late']);
    expect(await ids({ overdueAt: at('2025-03-12', 10) })).toEqual(['late', 'timed']);
  });

  test('the list and the report agree on who is late', async () => {
    // One is suspended, and one still waits for its assignment.
    for (const instant of [at('2025-03-10'), at('2025-03-11'), at('2025-03-12', 10), at('2025-04-01')]) {
      const { rows } = await opened.register.directives.report(instant);
      const late = rows.filter((r) => r.cell === 'openOverdue').map((r) => r.directiveId);
      expect(late.sort()).toEqual(
        (await opened.register.directives.list({ overdueAt: instant })).map((d) => d.id).sort(),
      );
    }
  });
});

function sum(report: Report): number {
  return [report.withDeadline, report.withoutDeadline]
    .flatMap((counts) => CELLS.map((cell) => counts[cell]))
    .reduce((a, b) => a + b);
}

describe.each(DATABASES)('the report ($name)', (database) => {
  const START = at('2025-03-03');
  const status = fc.constantFrom<Status>('assigned', 'acknowledged', 'submitted', 'approved', 'cancelled');
  const event = fc.record({
    after: fc.integer({ min: 0, max: 20 }),
    status,
    due: fc.option(fc.constantFrom('2025-03-10', '2025-03-20', '2025-04-01')),
    timed: fc.boolean(),
  });
  const life = fc.array(event, { maxLength: 5 });

  test('adds up, for any lives, at any time, and does not change afterwards', async () => {
    const opened = await openFresh(database);
    let runs = 0;
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(life, { minLength: 1, maxLength: 6 }),
          fc.integer({ min: -1, max: 60 }),
          async (lives, days) => {
            const text = `Thông báo số ${runs++}`;
            const notice: NoticeDraft = { ...NOTICE, text, number: null };
            const noticeId = noticeIdOf(text);
            const idOf = (i: number) => directiveIdOf(noticeId, String(i));
            await opened.register.notices.register(
              notice,
              lives.map((_, i) => draft(String(i), { id: idOf(i) })),
            );
            const asOf = START + days * DAY_MS;
            const mine = (report: Report) =>
              reportOf(
                report.asOf,
                report.rows.filter((row) => row.noticeId === noticeId),
              );
            let issued = 0;
            let waiting = 0;
            let cancelled = 0;
            for (const [i, events] of lives.entries()) {
              let instant = START;
              let last: Status | undefined;
              for (const [seq, { after, status, due, timed }] of events.entries()) {
                instant += after * DAY_MS;
                if (instant <= asOf) last = status;
                await opened.register.directives.recordWake(
                  wake({
                    directiveId: idOf(i),
                    seq,
                    at: instant,
                    standing: {
                      status,
                      due,
                      ...(timed && due !== null ? { dueTime: '10:00' } : {}),
                      ...(status === 'submitted' || status === 'approved' ? { submittedAt: instant } : {}),
                      ...(status === 'approved' || status === 'cancelled' ? { closedAt: instant } : {}),
                    },
                  }),
                );
              }
              if (last !== undefined || asOf >= START) issued++;
              if (last === undefined && asOf >= START) waiting++;
              if (last === 'cancelled') cancelled++;
            }
            const report = await opened.register.directives.report(asOf);
            expect(sum(report)).toBe(report.total);
            expect(report.total + report.cancelled).toBe(report.rows.length);
            const own = mine(report);
            expect(sum(own)).toBe(own.total);
            expect(own.total).toBe(issued - cancelled);
            expect(own.waiting).toBe(waiting);
            expect(own.cancelled).toBe(cancelled);
            expect(own.withoutDeadline).toMatchObject({ doneLate: 0, openOverdue: 0 });
            expect(mine(await opened.register.directives.report(asOf))).toEqual(own);
          },
        ),
        { numRuns: 25 },
      );
    } finally {
      await opened.close();
    }
  });

  test('an act after the time asked for does not change the figures of that time', async () => {
    const opened = await openFresh(database);
    try {
      await opened.register.notices.register(NOTICE, [draft()]);
      await opened.register.directives.recordWake(wake());
      const then = await opened.register.directives.report(at('2025-03-20'));
      expect(then.withDeadline).toEqual({ doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 1 });
      await opened.register.directives.recordWake(
        wake({ seq: 1, at: at('2025-03-21'), standing: { status: 'cancelled', closedAt: at('2025-03-21') } }),
      );
      expect(await opened.register.directives.report(at('2025-03-20'))).toEqual(then);
      expect(await opened.register.directives.report(at('2025-03-21'))).toMatchObject({ total: 0, cancelled: 1 });
    } finally {
      await opened.close();
    }
  });
});

describe('the cell of a directive', () => {
  const stand = { status: 'assigned' as Status, dueAt: 1_000, submittedAt: null, closedAt: null };
  test.each([
    [{}, 999, 'openInTime'],
    [{}, 1_000, 'openOverdue'],
    [{ status: 'submitted', submittedAt: 900 }, 5_000, 'openInTime'],
    [{ status: 'submitted', submittedAt: 1_000 }, 5_000, 'openOverdue'],
    // Returned: what was handed in before does not count any more.
    [{ status: 'acknowledged', submittedAt: 900 }, 5_000, 'openOverdue'],
    [{ status: 'approved', submittedAt: 999, closedAt: 2_000 }, 5_000, 'doneOnTime'],
    [{ status: 'approved', submittedAt: 1_001, closedAt: 2_000 }, 5_000, 'doneLate'],
    [{ status: 'approved', submittedAt: 9_999, dueAt: null }, 10_000, 'doneOnTime'],
    [{ status: 'waiting', dueAt: null }, 5_000, 'openInTime'],
    [{ status: 'suspended' }, 5_000, 'openInTime'],
    [{ status: 'cancelled' }, 5_000, null],
  ] as const)('%p at %p: %p', (change, asOf, cell) => {
    expect(reportCellOf({ ...stand, ...change }, asOf)).toBe(cell);
  });
});
