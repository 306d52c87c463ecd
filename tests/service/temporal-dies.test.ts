import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readServerRecord } from '../../worker/temporal-server/server-record.ts';
import { dondoc } from '../support/dondoc.ts';
import { useOfficeFolder } from '../support/office-folder.ts';
import { says } from '../support/program.ts';

/* Temporal dies under the running service, once and then again and again. */

const office = useOfficeFolder(
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 34/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp\n\n1. Giao Sở Nội vụ báo cáo kết quả thực hiện trước ngày 30/12/2027.\n',
);
const folder = () => office.env['DONDOC_DATA'] ?? '';
const killTemporal = () => process.kill(readServerRecord(folder())?.pid ?? 0, 'SIGKILL');

test('it is started again where it was and the service goes on; dying too often ends the service, with the reason', async () => {
  await dondoc(['issue', '--yes', office.notice, '--confirm-all'], office.env);
  const before = readServerRecord(folder());
  const restarted = [says(office.up, 'mở lại, lần 1'), says(office.up, 'đã chạy lại')];
  killTemporal();
  await Promise.all(restarted);
  // Waits for the server's seat, then for the worker, which goes on by itself.
  // An act that is taken at any hour: in the evening the directive is not given out yet.
  const acted = await dondoc(['act', '1', 'note', '--text', 'Đã gọi điện', '--as', 'Sở Nội vụ'], office.env);
  expect(acted).toMatchObject({ code: 0, stderr: '' });
  expect(readServerRecord(folder())?.address).toBe(before?.address);
  expect(readServerRecord(folder())?.pid).not.toBe(before?.pid);

  const ended = once(office.up, 'exit');
  let said = '';
  office.up.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (const times of [2, 3]) {
    const again = [says(office.up, `mở lại, lần ${times}`), says(office.up, 'đã chạy lại')];
    killTemporal();
    await Promise.all(again);
  }
  killTemporal();
  const [code] = await ended;
  expect(code).toBe(2);
  expect(said).toMatch(
    /dondoc: máy chủ Temporal đã dừng: (tiến trình bị dừng bằng SIGKILL|không rõ lý do); chạy lại dondoc up/,
  );

  const file = join(folder(), 'dondoc.log');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: string; time: string; msg: string });
  expect(lines.every(({ level, time }) => /^(info|warn|error)$/.test(level) && !Number.isNaN(Date.parse(time)))).toBe(
    true,
  );
  expect(lines.at(-1)).toMatchObject({ level: 'error', msg: expect.stringMatching(/Temporal đã dừng/) });
  expect(text).toContain('Sẵn sàng');
  expect(text).not.toMatch(/\/vp\/vao\/[A-Za-z0-9]/);
});
