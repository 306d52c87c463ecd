import { describe, expect, test } from '@jest/globals';
import { dondoc } from '../support/dondoc.ts';
import { useOfficeFolder } from '../support/office-folder.ts';

/* The day of an event, with the real program. */

const office = useOfficeFolder(
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 35/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ chủ trì hoàn thành kế hoạch trong thời hạn 15 ngày làm việc kể từ ngày Nghị định về vị trí việc làm có hiệu lực.\n2. Giao Sở Y tế chủ trì rà soát danh mục ngay sau khi Nghị định về vị trí việc làm có hiệu lực.\n',
);
const run = (...args: string[]) => dondoc(args, office.env);
const EVENT = 'nghị định về vị trí việc làm có hiệu lực';
const date = (...args: string[]) => run('event', 'date', ...args, '--format', 'json');

describe('dondoc event', () => {
  test('list: what waits, by its event', async () => {
    await run('issue', '--yes', office.notice);
    expect(JSON.parse((await run('event', 'list', '--format', 'json')).stdout)).toMatchObject({
      events: [
        {
          event: 'Nghị định về vị trí việc làm có hiệu lực',
          directives: [
            { on: null, due: null },
            { on: null, due: null },
          ],
        },
      ],
    });
  });

  test('date: what is missing or unknown is said in a line', async () => {
    const silent = await date(EVENT, '--on', '2031-03-03');
    expect(silent).toMatchObject({ code: 2, stdout: '' });
    expect(silent.stderr).toMatch(/cần --reason/);
    const other = await date('Luật Đất đai có hiệu lực', '--on', '2031-03-03', '--preview');
    expect(other.stderr).toMatch(/không có nhiệm vụ đang chạy nào chờ sự kiện này; đang chờ: “Nghị định/);
  });

  test('date: previewed, then done; what has no length is refused beside the rest, and once more is nothing', async () => {
    const preview = await date(EVENT, '--on', '2031-03-03', '--preview');
    expect(preview.code).toBe(1);
    expect(JSON.parse(preview.stdout)).toMatchObject({
      ...{ dues: [{ before: null, after: '2031-03-24', provisional: true }], applied: null },
      directives: [{ moved: expect.arrayContaining([expect.objectContaining({ kind: 'overdue', before: null })]) }],
      refused: [{ reason: expect.stringMatching(/--within/) }],
    });
    const words = ['--on', '2031-03-03', '--reason', 'Công báo', '--within', '1 tháng'];
    expect(JSON.parse((await date(EVENT, ...words)).stdout)).toMatchObject({
      ...{ dues: [{ after: '2031-03-24' }, { after: '2031-04-03' }], refused: [], applied: { failed: [] } },
    });
    const again = await date(EVENT, ...words);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ dues: [], applied: { changed: [] } });
    expect((await run('show', '2')).stdout).toMatch(
      /Nghị định về vị trí việc làm có hiệu lực ngày 03\/03\/2031: hạn 03\/04\/2031 \(Công báo\)/,
    );
  });
});
