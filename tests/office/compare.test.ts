import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareReports, figureTables, rowsBehind } from '../../office/report/index.ts';
import { CELLS, type ReportCell, type ReportRow, reportOf } from '../../register/index.ts';

const LEADS = ['Sở Y tế', 'Sở Nội vụ', 'Sở Xây dựng'];

function rowOf(id: number, cell: ReportCell | null, lead: number, due: string | null): ReportRow {
  return {
    ...{ directiveId: `n/${id}`, noticeId: 'n', notice: '1/TB', issuer: null, code: String(id), due, cell },
    ...{ lead: [{ name: LEADS[lead] ?? '' }], withDeadline: due !== null, status: 'assigned' as const },
    ...{ daysLate: 0, awaitingApproval: false },
  };
}

const cells = fc.constantFrom<ReportCell | null>(...CELLS, null);
const lives = fc.array(
  fc.tuple(fc.option(cells, { nil: undefined }), cells, fc.nat(2), fc.constantFrom(null, '2025-03-01', '2025-04-02')),
  { maxLength: 30 },
);

test('what was counted, with what came and without what left, is what is counted', () => {
  fc.assert(
    fc.property(lives, (given) => {
      const before = given.flatMap(([was, , lead, due], i) => (was === undefined ? [] : [rowOf(i, was, lead, due)]));
      const after = given.map(([, is, lead, due], i) => rowOf(i, is, lead, due));
      const [then, now] = [reportOf(1, before), reportOf(2, after)];
      const { entered, left, changed } = compareReports(then, now);
      expect(then.total + entered.length - left.length).toBe(now.total);
      for (const cell of CELLS) {
        const count = (rows: readonly { readonly cell: ReportCell | null }[]) =>
          rows.filter((row) => row.cell === cell).length;
        const came = count(entered) + count(changed.map(({ row }) => row));
        const gone = changed.filter(({ was }) => was === cell).length;
        const dropped = before.filter(
          (row) => row.cell === cell && left.some((l) => l.directiveId === row.directiveId),
        );
        expect(count(before) + came - gone - dropped.length).toBe(count(after));
      }
    }),
  );
});

test('every figure of every table has as many directives behind it as it says', () => {
  fc.assert(
    fc.property(lives, (given) => {
      // Every third is a share of what one of two groups was given.
      const shareOf = (i: number) => ({ id: `p${i % 2}`, lead: [{ name: 'Các sở' }] });
      const report = reportOf(
        1,
        given.map(([, is, lead, due], i) => ({
          ...rowOf(i, is, lead, due),
          ...(i % 3 === 0 ? { parent: shareOf(i) } : {}),
        })),
      );
      for (const { rows, behind } of figureTables(report)) {
        if (behind === undefined) continue;
        rows.forEach((row, i) => {
          row.forEach((value, j) => {
            const asked = behind(i, j);
            expect(asked === undefined ? 'word' : 'figure').toBe(typeof value === 'number' ? 'figure' : 'word');
            if (asked) expect(rowsBehind(report, asked)).toHaveLength(Number(value));
          });
        });
      }
    }),
  );
});
