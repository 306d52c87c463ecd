import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { readServerRecord } from '../../worker/temporal-server/server-record.ts';
import { dondoc } from '../support/dondoc.ts';
import { useOfficeFolder } from '../support/office-folder.ts';
import { temporalCli } from '../support/temporal-cli.ts';

/* The office's day with the real program, as separate processes on one data folder. */

const office = useOfficeFolder(
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 31/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính hoàn thành đề án trước ngày 15/3/2025.\n2. Sở Y tế báo cáo kết quả trong quý II/2025.\n',
);

const json = async (...args: string[]): Promise<unknown> => {
  const { code, stdout, stderr } = await dondoc([...args, '--format', 'json'], office.env);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};

describe('dondoc up, issue, list, act, show', () => {
  test('a notice is issued once', async () => {
    const issued = await json('issue', '--yes', office.notice);
    expect(issued).toMatchObject({
      notices: [{ number: '31/TB-VP', resumed: false, directives: [{ localId: '1' }, { localId: '2' }] }],
    });
    const again = await dondoc(['issue', '--yes', office.notice], office.env);
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/31\/TB-VP: thông báo này đã được giao/);
    expect(await json('list')).toMatchObject({
      directives: [
        { localId: '1', due: '2025-03-14' },
        { localId: '2', due: '2025-06-30' },
      ],
    });
  });

  test('acts are answered at once, a refusal with its reason; the same act id does nothing twice', async () => {
    const deadline = ['change-deadline', '--due', '2030-12-31', '--reason', 'Chờ hướng dẫn', '--act-id', 'gia-han-1'];
    expect(await json('act', '1', ...deadline)).toMatchObject({ standing: { due: '2030-12-31' } });
    expect(await json('act', '1', ...deadline)).toMatchObject({ standing: { due: '2030-12-31' } });
    const refused = await dondoc(['act', '1', 'approve'], office.env);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^dondoc: Chưa có kết quả nào được trình/);
    const shown = await json('show', '1');
    expect(shown).toMatchObject({ directive: { due: '2030-12-31', originalDue: '2025-03-14' } });
    const acts = (shown as { events: { act?: { type: string } }[] }).events.flatMap((e) => e.act?.type ?? []);
    expect(acts).toEqual(['change-deadline']);
  });

  test('another contact by name, kept by id; who cannot be it is refused before anything is asked of Temporal', async () => {
    const refused = async (who: string) => (await dondoc(['act', '1', 'adjust', '--contact', who], office.env)).stderr;
    expect(await refused('Ai Đó')).toMatch(/^dondoc: --contact “Ai Đó”: danh bạ không có người này/);
    expect(await refused('Lý Đức Việt')).toMatch(/không giữ vị trí nào ở đơn vị chủ trì \(Sở Nội vụ\)/);
    await json('act', '1', 'adjust', '--contact', 'Trần Ngọc Oanh');
    const { directive } = (await json('show', '1')) as { directive: { contact: string } };
    const shown = await dondoc(['show', '1'], office.env);
    expect(shown.stdout).toContain(`Đầu mối riêng của nhiệm vụ: Trần Ngọc Oanh (${directive.contact})\n`);
    expect(shown.stdout).toMatch(new RegExp(`  đổi đầu mối, sang ${directive.contact}\n`));
    await json('act', '1', 'adjust', '--contact', 'none');
    expect(await json('show', '1')).toMatchObject({ directive: { contact: null } });
    expect((await dondoc(['show', '1'], office.env)).stdout).toContain('đổi đầu mối, trở lại đầu mối thường lệ');
  });

  test('Temporal alone tells an operator what the directive waits for, and when', async () => {
    const { address = '' } = readServerRecord(office.env['DONDOC_DATA'] ?? '') ?? {};
    const asked = (...args: string[]) => temporalCli(address, 'default', ...args);
    const listed = await asked(
      'workflow',
      'list',
      '--query',
      "DondocNotice = '31/TB-VP' AND ExecutionStatus='Running'",
    );
    const ids = (listed as { execution: { workflowId: string } }[]).map((one) => one.execution.workflowId);
    const { directive } = (await json('show', '2')) as { directive: { workflowId: string } };
    expect(ids).toContain(directive.workflowId);
    const told = await asked('workflow', 'metadata', '-w', directive.workflowId);
    const [{ currentDetails = '' } = {}] = (told as { queryResult: { currentDetails: string }[] }).queryResult;
    expect(currentDetails).toMatch(
      /^\*\*.+\*\*\n- Hạn: 30\/06\/2025\n- Bước kế tiếp: \d\d:\d\d \d\d\/\d\d\/\d{4}: \S.*\n- Đã lập \d+ thông báo/,
    );
  });

  test('links are asked for by directive or by person, and end for a reason', async () => {
    // Whether one has been given out yet depends on the hour: assignments wait for the morning.
    const nobody = await dondoc(['links', '1', '--of', 'không-có-ai'], office.env);
    expect(nobody).toMatchObject({ code: 2, stdout: '' });
    const none = await dondoc(['links', '--revoke', '--reason', 'x'], office.env);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/ghi mã nhiệm vụ, hoặc --of/) });
    const why = await dondoc(['links', '1', '--revoke'], office.env);
    expect(why).toMatchObject({ code: 2, stderr: expect.stringMatching(/--reason: ghi lý do/) });
    const { links } = (await json('links', '1')) as { links: unknown[] };
    const word = ['--revoke', '--reason', 'Gửi nhầm', '--as', 'Lê Hà'];
    expect(await json('links', '1', ...word)).toEqual({ revoked: links.length });
    expect(await json('links', '1', ...word)).toEqual({ revoked: 0 });
  });

  test('a cancelled directive is closed for good', async () => {
    expect(await json('act', '2', 'cancel', '--reason', 'Thay bằng văn bản khác')).toMatchObject({
      standing: { status: 'cancelled' },
    });
    const late = await dondoc(['act', '2', 'acknowledge', '--by', 'lead'], office.env);
    expect(late.stderr).toMatch(/đã kết thúc/);
    expect(await json('report')).toMatchObject({ total: 1, cancelled: 1 });
    // What ended without a result is nobody's product.
    const annex = await json('report', '--evaluation', '2025', '--as-of', '31/12/2027');
    expect(annex).toMatchObject({ formula: { isExample: true }, leftOut: { ended: [expect.any(String)] } });
  });

  test('SIGTERM ends it cleanly, and acts then say what is missing', async () => {
    office.up.kill('SIGTERM');
    const [code] = await once(office.up, 'exit');
    expect(code).toBe(0);
    const without = await dondoc(['act', '1', 'acknowledge', '--by', 'lead'], office.env);
    expect(without).toMatchObject({ code: 2 });
    expect(without.stderr).toMatch(/chạy dondoc up/);
  });
});
