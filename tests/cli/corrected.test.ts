import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { notice } from '../notices/support.ts';
import { dondoc } from '../support/dondoc.ts';
import { useOfficeFolder } from '../support/office-folder.ts';

/* Who did it, what a notice says of itself, a corrected edition, a notice taken back: with the real program. */

const head = (number: string) =>
  `UBND TỈNH HẢI SƠN\nVĂN PHÒNG\n${number}Hải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n`;
const FIRST =
  '1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính hoàn thành đề án trước ngày 15/3/2030.\n2. Sở Y tế báo cáo kết quả trong quý II/2030.\n3. Sở Tư pháp rà soát văn bản trước ngày 30/4/2030.\n';
const SECOND =
  '1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính hoàn thành đề án trước ngày 15/3/2030.\n2. Sở Y tế báo cáo kết quả trong quý III/2030.\n4. Sở Xây dựng lập kế hoạch trước ngày 20/5/2030.\n';
const office = useOfficeFolder(head('Số: 61/TB-VP\n') + FIRST);

const run = (...args: string[]) => dondoc(args, office.env);
const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await run(...args, '--format', 'json');
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};
const file = async (name: string, text: string) => {
  const path = join(office.notice, '..', name);
  await writeFile(path, text);
  return path;
};
interface Listed {
  readonly directives: readonly { readonly id: string; readonly localId: string; readonly status: string }[];
}
const listed = async () => ((await json('list')) as unknown as Listed).directives;

describe('who did it', () => {
  test('is the person of the agency, the agency, or whoever gave it in; and by which door', async () => {
    await json('issue', '--yes', office.notice);
    const told = await run('act', '61/TB-VP/2', 'note', '--text', 'Đã nhận', '--as', 'Sở Y tế');
    expect(told.stdout).toMatch(/đã ghi nhận\. \p{Lu}[^.]+, hạn/u);
    await json('act', '61/TB-VP/2', 'note', '--text', 'Đã gọi điện', '--as', 'Phạm Thị Không Có');
    const shown = (await json('show', '61/TB-VP/2')) as { events: { who?: object }[] };
    expect(shown.events.flatMap((e) => e.who ?? [])).toEqual([
      { party: 'lead', agency: 'Sở Y tế', door: 'command' },
      { party: 'secretariat', operator: 'Phạm Thị Không Có', door: 'command' },
    ]);
    const { stdout } = await run('show', '61/TB-VP/2');
    expect(stdout).toMatch(/ghi chú\n +Sở Y tế, bằng lệnh tại máy của văn phòng\n/);
    expect(stdout).toMatch(/ghi chú\n +văn phòng, bằng lệnh tại máy của văn phòng, người nhập: Phạm Thị Không Có\n/);
  });

  test('an agency that takes no part in it does not act for the office', async () => {
    const refused = await run('act', '61/TB-VP/2', 'cancel', '--reason', 'Nhầm', '--as', 'Sở Tư pháp');
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Sở Tư pháp không tham gia.*chủ trì: Sở Y tế/),
    });
  });

  test('days are typed as people write them', async () => {
    const moved = ['change-deadline', '--due', '30/9/2030', '--reason', 'Chờ hướng dẫn'];
    expect(await json('act', '61/TB-VP/3', ...moved)).toMatchObject({ standing: { due: '2030-09-30' } });
    const wrong = await run('act', '61/TB-VP/3', 'change-deadline', '--due', '31/9/2030', '--reason', 'x');
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/“31\/9\/2030” không phải là ngày/) });
  });
});

describe('a corrected edition', () => {
  test('is shown before anything is changed, then adjusts, drops and adds; the rest goes on', async () => {
    const path = await file('dinh-chinh.txt', head('Số: 61/TB-VP\n') + SECOND);
    const refused = await run('issue', path, '--yes');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/cùng số, ngày và nơi ban hành/) });
    const asked = await run('issue', path, '--replaces', '61/TB-VP');
    expect(asked).toMatchObject({ code: 2, stdout: '' });
    expect(asked.stderr).toMatch(/1 nhiệm vụ giữ nguyên/);
    expect(asked.stderr).toMatch(
      /2: điều chỉnh\n.*lời văn:.*quý II\/2030.*quý III\/2030.*\n.*30\/06\/2030 → 30\/09\/2030/,
    );
    expect(asked.stderr).toMatch(/3 \(Sở Tư pháp\): thôi/);
    expect(asked.stderr).toMatch(/4 \(Sở Xây dựng\): giao mới, hạn 19\/05\/2030/);
    expect(await listed()).toHaveLength(3);

    const done = (await json('issue', path, '--replaces', '61/TB-VP', '--yes', '--as', 'Lê Hà')) as unknown as {
      notices: { edition: Record<string, unknown[]> }[];
    };
    const edition = done.notices[0]?.edition;
    expect(Object.fromEntries(['same', 'adjusted', 'dropped', 'added'].map((k) => [k, edition?.[k]?.length]))).toEqual({
      ...{ same: 1, adjusted: 1, dropped: 1, added: 1 },
    });
    const after = await listed();
    // Whether the others have been given out yet depends on the hour.
    expect(after.filter((d) => d.status === 'superseded').map((d) => d.localId)).toEqual(['3']);
    expect(after.map((d) => d.localId).sort()).toEqual(['1', '2', '3', '4']);
    const changed = (await json('show', '61/TB-VP/2')) as { text: string; due: string; events: { act?: object }[] };
    expect(changed).toMatchObject({ due: '2030-09-30', text: expect.stringContaining('quý III/2030') });
    const again = await run('issue', path, '--replaces', '61/TB-VP', '--yes');
    expect(again).toMatchObject({ code: 2 });
    expect(await listed()).toHaveLength(4);
  });

  test('has an edition of its own: what it left as it was goes on, what it changed may change back, nothing is doubled', async () => {
    const path = await file('dinh-chinh-2.txt', head('Số: 61/TB-VP\n') + FIRST);
    const shown = await run('issue', path, '--replaces', '61/TB-VP', '--allow-same');
    // The very text of the first: it is an edition of the second all the same, or nothing at all.
    expect(shown.code).toBe(2);
    const third = await file(
      'dinh-chinh-3.txt',
      head('Số: 61/TB-VP\n') + FIRST.replace('rà soát văn bản', 'rà soát các văn bản'),
    );
    const asked = await run('issue', third, '--replaces', '61/TB-VP');
    expect(asked.stderr).toMatch(/1 nhiệm vụ giữ nguyên/);
    expect(asked.stderr).toMatch(/2: điều chỉnh\n.*quý III\/2030.*→.*quý II\/2030.*\n.*30\/09\/2030 → 30\/06\/2030/);
    expect(asked.stderr).toMatch(/4 \(Sở Xây dựng\): thôi/);
    expect(asked.stderr).toMatch(/3 \(Sở Tư pháp\): giao mới/);
    await json('issue', third, '--replaces', '61/TB-VP', '--yes');
    const open = (await listed()).filter(({ status }) => status !== 'superseded').map((d) => d.localId);
    expect(open.sort()).toEqual(['1', '2', '3']);
  });

  test('is taken back with all that came before it, by the number', async () => {
    const asked = await run('withdraw', '61/TB-VP', '--reason', 'Ban hành nhầm');
    expect(asked.stderr).toMatch(/hủy 3 nhiệm vụ đang mở/);
  });
});

describe('what a notice says of itself', () => {
  test('is given where it says nothing, and is what is cited', async () => {
    const path = await file('khong-so.txt', `${head('')}1. Sở Tài chính báo cáo về dự toán trước ngày 15/8/2030.\n`);
    const warned = await run('issue', path, '--yes', '--number', '77/TB-VP', '--signer', 'Lý Đức Việt');
    expect(warned).toMatchObject({ code: 0, stdout: expect.stringMatching(/^77\/TB-VP: đã giao 1 nhiệm vụ/) });
    expect(await json('show', '77/TB-VP/1')).toMatchObject({ notice: { number: '77/TB-VP' } });
  });

  test('its absence is said; a code of its own is kept, and means one directive', async () => {
    const path = await file(
      'ma.txt',
      `${head('')}1. Sở Công Thương rà soát chợ trước ngày 15/9/2030.\n2. Sở Y tế rà soát nhà thuốc trước ngày 15/9/2030.\n`,
    );
    const twice = await file('trung.yaml', '- directive: 1\n  code: "2"\n');
    expect(await run('issue', path, '--yes', '--corrections', twice)).toMatchObject({
      ...{ code: 2, stderr: expect.stringMatching(/trung\.yaml:1: 1: code “2” đã là mã/) },
    });
    const own = await file('ma.yaml', '- directive: 1\n  code: "3.3"\n');
    const issued = await run('issue', path, '--yes', '--corrections', own);
    expect(issued.stderr).toMatch(/không ghi số, ký hiệu; thêm --number/);
    expect((await listed()).map((d) => d.localId)).toContain('3.3');
  });

  test('of a file of several documents those are chosen that are meant', async () => {
    const document = (number: string, task: string) => notice(task).replace('12/TB-UBND', number);
    const two =
      document('81/TB-UBND', '1. Sở Y tế báo cáo về tiêm chủng trước ngày 15/8/2030.') +
      document('82/TB-UBND', '1. Sở Nội vụ báo cáo về biên chế trước ngày 15/8/2030.');
    const path = await file('hai.txt', two);
    const plan = (await json('plan', path, '--document', '82/TB-UBND')) as { directives: unknown[] };
    expect(plan.directives).toHaveLength(1);
    const wrong = await run('plan', path, '--document', '3');
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/không có văn bản này; có 1: 81\/TB-UBND; 2: 82/),
    });
  });
});

describe('what people read', () => {
  const COMMANDS = [
    ...[
      ['list'],
      ['show', '61/TB-VP/2'],
      ['read'],
      ['plan'],
      ['report'],
      ['calls'],
      ['settle'],
      ['audit'],
      ['replies'],
    ],
    ...[['resend', '--of', 'Sở Y tế'], ['links', '61/TB-VP/2'], ['directory', 'show'], ['event', 'list'], ['doctor']],
    ...[['--help'], ['act', '--help'], ['issue', '--help'], ['report', '--help'], ['init', '--help'], ['up', '--help']],
  ];
  /** Words of the code that no official would write. */
  const OURS =
    /\b(?:Usage|Options|Arguments|Commands|default|choices|planned|accepted|refused|skipped|bounced|overdue)\b/;

  test.each(COMMANDS)('%s %s %s: days as people write them, and no word of the code', async (...args) => {
    const given = args.filter((arg) => arg !== undefined);
    const { stdout } = await run(...given, ...(['read', 'plan'].includes(given[0] ?? '') ? [office.notice] : []));
    const said = stdout.split('\n').filter((line) => !line.includes('  dondoc '));
    expect(said.filter((line) => /\d{4}-\d{2}-\d{2}(?!T)/.test(line))).toEqual([]);
    // Names of options and of values one types stand as they are typed.
    const words = said.map((line) => line.replace(/--[a-z-]+/g, '').replace(/một trong: [^);]*/g, ''));
    expect(words.filter((line) => OURS.test(line))).toEqual([]);
  });
});

describe('a notice taken back', () => {
  test('ends everything of it that is open, with a reason, once', async () => {
    const none = await run('withdraw', '77/TB-VP');
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/--reason: ghi lý do thu hồi/) });
    const asked = await run('withdraw', '77/TB-VP', '--reason', 'Ban hành nhầm');
    expect(asked).toMatchObject({ code: 2, stderr: expect.stringMatching(/hủy 1 nhiệm vụ đang mở/) });
    const word = ['--reason', 'Ban hành nhầm', '--yes'];
    expect(((await json('withdraw', '77/TB-VP', ...word)) as { ended: unknown[] }).ended).toHaveLength(1);
    expect(await json('show', '77/TB-VP/1')).toMatchObject({ status: 'cancelled' });
    expect(((await json('withdraw', '77/TB-VP', ...word)) as { ended: unknown[] }).ended).toEqual([]);
  });

  test('by two people at once is taken back by one of them, and the other hears so', async () => {
    const path = await file('hai-nguoi.txt', `${head('Số: 85/TB-VP\n')}1. Sở Y tế báo cáo trước ngày 15/8/2030.\n`);
    await json('issue', path, '--yes');
    const both = await Promise.all(
      ['Lý Đức Việt', 'Phạm Hồng Loan'].map((as) =>
        run('withdraw', '85/TB-VP', '--reason', 'Ban hành nhầm', '--as', as, '--yes'),
      ),
    );
    const took = both.filter(({ stdout }) => stdout.includes('đã thu hồi, 1 nhiệm vụ được hủy'));
    const late = both.filter(({ stdout }) => /đã kết thúc trước khi|không còn nhiệm vụ nào đang mở/.test(stdout));
    expect([took.length, late.length]).toEqual([1, 1]);
  });

  test('by a wrong click is given out again, all of it: what was taken back counts as never given', async () => {
    const text = `${head('Số: 79/TB-VP\n')}1. Sở Tài chính báo cáo về dự toán trước ngày 15/8/2030.\n2. Sở Y tế báo cáo vào ngày 25 hằng tháng.\n`;
    const path = await file('thu-hoi.txt', text);
    await json('issue', path, '--yes');
    const taken = await run('withdraw', '79/TB-VP', '--reason', 'Bấm nhầm', '--yes');
    expect(taken.stdout).toMatch(/2 nhiệm vụ được hủy, 1 nhiệm vụ định kỳ thôi mở kỳ mới/);
    const refused = await run('issue', path, '--yes');
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/đã kết thúc; muốn giao lại.*--replaces 79/),
    });
    const again = await file('giao-lai.txt', text.replace('giao ban\n', 'giao ban (giao lại)\n'));
    const asked = await run('issue', again, '--replaces', '79/TB-VP');
    expect(asked.stderr).toMatch(/1 \(Sở Tài chính\): giao mới[\s\S]*2 \(Sở Y tế\): giao mới/);
    await json('issue', again, '--replaces', '79/TB-VP', '--yes');
    const open = (await listed()).filter(({ status }) => status !== 'cancelled').map((d) => d.id);
    expect(open).toContain(((await json('show', '79/TB-VP/1')) as { id: string }).id);
  });
});
