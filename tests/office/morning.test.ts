import { describe, expect, test } from '@jest/globals';
import { DAY_MS } from '../../dsl/time/day.ts';
import { morningOf } from '../../office/leader/morning.ts';
import { placeOf } from '../../office/people/index.ts';
import { type Directory, noticeIdOf } from '../../register/index.ts';
import { at, DATABASES, DIRECTORY, draft, NOTICE, type Opened, openFresh, wake } from '../register/support.ts';

const NOW = at('2025-03-18', 9);
const directory: Directory = {
  ...DIRECTORY,
  people: [...DIRECTORY.people, { id: 'pho', name: 'Đặng Thị Sáu' }],
  positions: [...DIRECTORY.positions, { agency: 'ubnd-tinh', person: 'pho', function: 'deputy', acting: false }],
};

describe.each(DATABASES)("a leader's morning ($name)", (database) => {
  test('counts what the report counts, and of the notices those the leader concluded, whoever signed', async () => {
    const opened = await openFresh(database);
    try {
      await fill(opened);
      const { register } = opened;
      const report = await register.directives.report(NOW);
      const past = await register.directives.report(at('2025-03-16', 23, 59));
      for (const person of ['chu-tich', 'pho']) {
        const place = placeOf(directory, person, NOW);
        if (!place) throw new Error(`${person} holds no post`);
        const morning = await morningOf(register, place, NOW, 1);
        expect(morning.today).toEqual({
          day: '2025-03-18',
          overdue: report.withDeadline.openOverdue,
          done: 1,
          open: 3,
        });
        expect(morning.trend.at(-2)).toEqual({
          ...{ day: '2025-03-16', overdue: past.withDeadline.openOverdue },
          ...{ done: 0, open: past.total },
        });
        expect(morning.late).toEqual([{ agency: 'Sở Y tế', count: 2, longestDays: 4 }]);
        expect(morning.week).toMatchObject({ to: '2025-03-23', count: 1, rows: [{ due: '2025-03-20' }] });
        expect(morning.concluded.map(({ notice, ...figures }) => [notice.number, figures])).toEqual([
          person === 'pho'
            ? ['13/TB-UBND', { total: 1, done: 1, overdue: 0 }]
            : ['12/TB-UBND', { total: 3, done: 0, overdue: 2 }],
        ]);
      }
    } finally {
      await opened.close();
    }
  });
});

/** Three tasks of a notice the chairman signed, and one of a notice signed by order that says a deputy concluded. */
async function fill({ register }: Opened): Promise<void> {
  await register.directory.import(directory);
  const dues = ['2025-03-14', '2025-03-14', '2025-03-20'] as const;
  const drafts = dues.map((due, i) => draft(String(i + 1), { due, span: [i, i + 1] }));
  await register.notices.register(NOTICE, drafts);
  const text = `Kết luận của Phó Chủ tịch UBND tỉnh Đặng Thị Sáu\n${NOTICE.text}`;
  const other = { ...NOTICE, number: '13/TB-UBND', signer: 'Chánh Văn phòng', text };
  const done = draft('9', { id: `${noticeIdOf(text)}/9`, workflowId: 'directive/khac', due: '2025-04-30' });
  await register.notices.register(other, [done]);
  for (const { id, due } of [...drafts, done])
    await register.directives.recordWake(wake({ directiveId: id, at: at('2025-03-03'), standing: { due } }));
  const closedAt = NOW - DAY_MS;
  const standing = { status: 'approved', due: done.due, submittedAt: closedAt, closedAt } as const;
  await register.directives.recordWake(wake({ directiveId: done.id, seq: 1, at: closedAt, standing }));
}
