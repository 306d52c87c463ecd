import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { dondoc } from '../support/dondoc.ts';
import { useOfficeFolder } from '../support/office-folder.ts';

/* A policy that is not proved, as people meet it with the real program. */

const office = useOfficeFolder(
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 33/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ chủ trì hoàn thành đề án trước ngày 15/3/2025.\n',
);
const REFUTED = /quy tắc “Sơ sài” \(so-sai\) bị kiểm chứng là sai: Nhiệm vụ chưa đóng luôn còn một lần nhắc phía trước/;

let file: string;
beforeAll(async () => {
  file = join(dirname(office.notice), 'so-sai.json');
  const bare = {
    ...{ format: 1, id: 'so-sai', name: 'Sơ sài', assign: { to: 'lead', copy: [] }, remind: [], escalate: [] },
    close: { submittedBy: 'lead', approvedBy: 'secretariat' },
    ...{ window: { from: '08:00', to: '17:00' }, channels: ['email'] },
  };
  await writeFile(file, JSON.stringify(bare));
});
const run = (...args: string[]) => dondoc(args, office.env);
const issued = async () =>
  (JSON.parse((await run('list', '--format', 'json')).stdout) as { directives: unknown[] }).directives;

describe('dondoc plan and issue --policy', () => {
  test('the plan is shown, and what is not proved is noted beside it', async () => {
    const { code, stdout, stderr } = await run('plan', office.notice, '--policy', file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/giao nhiệm vụ → đơn vị chủ trì/);
    expect(stderr).toMatch(/so-sai: đang kiểm chứng quy tắc…\nLưu ý: /);
    expect(stderr).toMatch(REFUTED);
    const again = await run('plan', office.notice, '--policy', file);
    expect([again.stdout, again.stderr]).toEqual([stdout, stderr.replace(/^.*đang kiểm chứng.*\n/, '')]);
    const shipped = await run('plan', office.notice, '--policy', 'tieu-chuan');
    expect(shipped.stderr).toBe('');
  });

  test('a plan creates no register, and shows what it would where that of the office cannot be opened', async () => {
    const made = (data: string) =>
      dondoc(['plan', office.notice, '--policy', file], { ...office.env, DONDOC_DATA: data });
    const [none, foreign] = ['khac', 'hong'].map((name) => join(dirname(office.notice), name));
    if (!none || !foreign) throw new Error('no folders');
    await mkdir(foreign);
    await writeFile(join(foreign, 'register.db'), 'không phải là sổ');
    const plans = await Promise.all([none, foreign].map(made));
    for (const { code, stderr } of plans) {
      expect(code).toBe(0);
      expect(stderr).toMatch(REFUTED);
    }
    expect(existsSync(none)).toBe(false);
  });

  test('it is not issued without a reason', async () => {
    const refused = await run('issue', '--yes', office.notice, '--policy', file);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    // Checked for the plan: the verdict is remembered.
    expect(refused.stderr).not.toMatch(/đang kiểm chứng/);
    expect(refused.stderr).toMatch(REFUTED);
    expect(refused.stderr).toMatch(/thêm --override "lý do"$/m);
    const blank = await run('issue', '--yes', office.notice, '--policy', file, '--override', ' ');
    expect(blank).toMatchObject({ code: 2, stderr: 'dondoc: --override: ghi lý do dùng quy tắc này\n' });
    expect(await issued()).toEqual([]);
  });

  test('with one it is, and the directive tells who decided it, and why', async () => {
    const words = ['--override', 'Chủ tịch đồng ý', '--as', 'Phạm Hồng Loan'];
    const done = await run('issue', '--yes', office.notice, '--policy', file, ...words);
    expect(done.code).toBe(0);
    expect(done.stderr).not.toMatch(/kiểm chứng/);
    const said = /vẫn được dùng theo quyết định của Phạm Hồng Loan, lý do: “Chủ tịch đồng ý”/;
    expect(done.stdout).toMatch(said);
    expect((await run('show', '1')).stdout).toMatch(said);
    expect((await run('show', '1', '--format', 'svg')).stdout).toMatch(/Phạm Hồng Loan/);
    expect(JSON.parse((await run('show', '1', '--format', 'json')).stdout)).toMatchObject({
      overrides: [{ by: 'Phạm Hồng Loan', reason: 'Chủ tịch đồng ý', policy: { id: 'so-sai' } }],
    });
  });
});
