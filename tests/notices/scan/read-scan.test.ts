/** @slow recognises letters on pictures of pages */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UserError } from '../../../dsl/user-error.ts';
import { readNoticeBytes } from '../../../notices/index.ts';
import { refuseUnconfirmed } from '../../../office/review/index.ts';
import { calendar } from '../formats/support.ts';
import { NOTICE, scannedPage, scanOf } from './support.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-scan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (bytes: Uint8Array, onPage?: (done: number, total: number) => void) =>
  readNoticeBytes(bytes, 'quet.pdf', { calendar, scans: () => ({ folder, ...(onPage ? { onPage } : {}) }) });

describe('a scan', () => {
  test('laid on its side and askew, on grey paper, is read, its pages told one by one, and nothing of it is issued unconfirmed', async () => {
    const bytes = await scanOf(scannedPage(NOTICE, { degrees: 2, quarters: 1, grey: 0.25 }));
    const told: string[] = [];
    const { text, notices, scan } = await read(bytes, (done, total) => told.push(`${done}/${total}`));
    const [notice] = notices;
    expect(notice).toMatchObject({ issued: '2025-02-24', signer: 'Nguyễn Văn An' });
    expect(notice?.directives.map((d) => [d.lead[0]?.name, d.deadlines[0]?.due])).toEqual([
      ['Sở Nông nghiệp và Môi trường', '2025-03-14'],
      ['Sở Y tế', '2025-05-30'],
    ]);
    expect(told).toEqual(['0/1', '1/1']);
    expect(notice?.warnings[0]).toContain('ảnh quét');
    expect(scan?.pages.map((p) => [p.from, Buffer.from(p.jpeg ?? []).toString('latin1', 6, 10)])).toEqual([
      [0, 'JFIF'],
    ]);
    const given = { id: 'x', text, fileName: 'quet.pdf', notice };
    expect(() => refuseUnconfirmed(given as never, undefined)).toThrow(UserError);
    const confirmed = { directives: notice?.directives.map((d) => d.id) ?? [], by: 'Phạm Hồng Loan' };
    expect(() => refuseUnconfirmed(given as never, confirmed)).not.toThrow();

    // Read again, what was seen is taken from where it is kept.
    const [kept = ''] = await readdir(folder);
    const file = join(folder, kept, '1.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('30/5/2025', '29/5/2025'));
    const again = await read(bytes);
    expect(again.notices[0]?.directives[1]?.deadlines[0]?.due).toBe('2025-05-29');
  }, 120_000);

  test('with a mark of secrecy is refused, and nothing that was seen of it is kept', async () => {
    const before = await readdir(folder);
    const error = await read(await scanOf(scannedPage([['MẬT', 90, 40], ...NOTICE]))).catch((e: unknown) => String(e));
    expect(error).toContain('đóng dấu MẬT');
    expect(await readdir(folder)).toEqual(before);
  }, 120_000);

  test('nobody can read is refused by the page, with what to do', async () => {
    const bytes = await scanOf(scannedPage(NOTICE.slice(0, 7), { coarse: 0.2, ink: 0.6 }));
    const error = await read(bytes).then(
      () => null,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toMatch(/trang quét 1 mờ hoặc nhiễu.*quét lại từ bản giấy/);
    expect(String(error)).not.toContain('\n');
  }, 120_000);
});
