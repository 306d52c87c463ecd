import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { dondoc } from '../../support/dondoc.ts';
import { useOfficeFolder } from '../../support/office-folder.ts';

/* Split and merge with the real program, as a secretariat types them. */

const office = useOfficeFolder(
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 33/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính hoàn thành đề án trước ngày 15/3/2035.\n2. Giao Sở Y tế hoàn thành kế hoạch trước ngày 15/3/2035.\n3. Giao Sở Nội vụ báo cáo kết quả thực hiện vào ngày 24 hằng tháng.\n',
);
let parts: string;

const run = (...args: string[]) => dondoc(args, office.env);
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await run(...args, '--format', 'json');
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};
const because = ['--reason', 'Phân công lại'];

beforeAll(async () => {
  parts = join(dirname(office.notice), 'phan.yaml');
  await writeFile(
    parts,
    '- text: Rà soát biên chế\n- text: Bố trí kinh phí\n  lead: Sở Tài chính\n  due: 2034-12-29\n',
  );
  const { code } = await run('issue', '--yes', office.notice, '--confirm-all', '--allow-past');
  expect(code).toBe(0);
});

describe('dondoc split, merge', () => {
  test('what is missing or wrong is one line that says what to do', async () => {
    const said = async (...args: string[]) => {
      const { code, stdout, stderr } = await run(...args);
      expect([code, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.any(String)]]);
      return stderr;
    };
    expect(await said('split', '3', '--into', parts, ...because)).toMatch(
      /nhiệm vụ định kỳ: ghi mã của kỳ, ví dụ .*\/3\//,
    );
    expect(await said('merge', '1', '--into', '1', ...because)).toMatch(/ít nhất hai nhiệm vụ/);
  });

  test('split: previewed, done, shown from both sides, not twice', async () => {
    const preview = await json('split', '1', '--into', parts, ...because, '--preview');
    expect(preview.opens.map((d: { localId: string; due: string }) => [d.localId, d.due])).toEqual([
      ['1/1', '2035-03-14'],
      ['1/2', '2034-12-29'],
    ]);
    expect(preview.opens[0].steps[0]).toMatchObject({ kind: 'assignment', to: 'lead' });
    const done = await run('split', '1', '--into', parts, ...because);
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/Đã tách .*\/1 thành 2 nhiệm vụ/) });
    expect((await run('show', '1')).stdout).toMatch(
      /đã tách\n.*Đã tách thành: .*\/1\/1, .*\/1\/2 \(.*: “Phân công lại”\)/s,
    );
    expect((await run('act', '1', 'approve')).stderr).toMatch(/\/1: đã tách; thao tác trên .*\/1\/1, .*\/1\/2/);
    expect((await json('show', '1/2')).splitFrom).toMatchObject([{ localId: '1', reason: 'Phân công lại' }]);
    expect((await json('list', '--status', 'split')).directives).toMatchObject([{ localId: '1' }]);
  });

  test('merge: the other way round', async () => {
    expect((await run('merge', '1/1', '1/2', '--into', '1/1', ...because, '--preview')).stdout).toMatch(
      /Đóng: .*\/1\/2, mục 1\/2.*Tiếp tục: .*\/1\/1.*Phối hợp từ nay: Sở Tài chính.*sớm hơn hạn được giữ.*Chưa đổi gì/s,
    );
    const merged = await json('merge', '1/1', '1/2', '2', '--into', '1/1', ...because);
    expect(merged.cooperating.map((c: { name: string }) => c.name)).toEqual(['Sở Tài chính', 'Sở Y tế']);
    expect(merged.mergedFrom).toEqual([expect.stringMatching(/\/1\/2$/), expect.stringMatching(/\/2$/)]);
    expect((await run('show', '2')).stdout).toMatch(/đã nhập vào nhiệm vụ khác\n.*Đã nhập vào: .*\/1\/1/s);
    expect((await run('audit')).stdout).toMatch(/Không có sự cố/);
  });
});
