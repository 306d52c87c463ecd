import { expect, test } from '@jest/globals';
import { compareEditions } from '../../office/edition/compare.ts';
import type { DirectiveDraft, DirectiveRecord } from '../../register/index.ts';

/* Which directive of a corrected edition is which of the notice, by code, words and lead. */

const task = (localId: string, agency: string, text: string, due = '2030-03-24') =>
  ({
    ...{ id: localId, localId, text, due, status: 'running', closedAt: null, cooperating: [], supervisor: [] },
    lead: [{ name: agency, agency }],
  }) as unknown as DirectiveRecord & DirectiveDraft;
const compare = (before: readonly DirectiveRecord[], after: readonly DirectiveDraft[]) => {
  const { same, adjusted, dropped, added } = compareEditions(
    ({ text, due, lead }) => ({ text, due, lead }),
    before,
    after,
  );
  const codes = (list: readonly { localId: string }[]) => list.map((d) => d.localId);
  return {
    ...{ same: codes(same), dropped: codes(dropped), added: codes(added) },
    adjusted: adjusted.map(({ directive, draft: _, ...change }) => [directive.localId, ...Object.keys(change)]),
  };
};

const review = task('3', 'so-tu-phap', 'Sở Tư pháp rà soát văn bản quy phạm pháp luật trước ngày 25/3/2030.');

test('another lead in the same words but for its name: the task goes on under it', () => {
  const edition = task('3', 'so-noi-vu', 'Sở Nội vụ rà soát văn bản quy phạm pháp luật trước ngày 25/3/2030.');
  expect(compare([review], [edition])).toEqual({
    ...{ same: [], adjusted: [['3', 'text', 'lead']], dropped: [], added: [] },
  });
});

test('another lead in other words under the code: another task, and the first one ends', () => {
  const edition = task(
    '3',
    'so-y-te',
    'Sở Y tế tổ chức tập huấn phòng, chống dịch trước ngày 30/3/2030.',
    '2030-03-29',
  );
  expect(compare([review], [edition])).toEqual({ same: [], adjusted: [], dropped: ['3'], added: ['3'] });
});

test('other words for the same lead under the code are put right', () => {
  const edition = task('3', 'so-tu-phap', 'Sở Tư pháp kiểm tra việc ban hành nghị quyết trước ngày 30/3/2030.');
  expect(compare([review], [edition])).toEqual({ same: [], adjusted: [['3', 'text']], dropped: [], added: [] });
});

test('the same words for the same lead are the same task, wherever they stand now', () => {
  const moved = { ...review, localId: '4' };
  const other = task('3', 'so-y-te', 'Sở Y tế tổ chức tập huấn phòng, chống dịch trước ngày 30/3/2030.');
  expect(compare([review], [other, moved])).toEqual({ same: ['3'], adjusted: [], dropped: [], added: ['3'] });
});
