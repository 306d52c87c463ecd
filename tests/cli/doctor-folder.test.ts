import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readSettings, writeSettings } from '../../settings/settings-file.ts';
import { DOCTOR_LINES } from '../../texts/service.ts';
import { systemTrouble } from '../../texts/system-trouble.ts';
import { dondoc, environment } from '../support/dondoc.ts';

/* What the operating system refuses is said in words an office understands, with what to do. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-folder-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a data folder that is a file is a finding of the doctor, not an error of the system', async () => {
  const file = join(folder, 'tep');
  await writeFile(file, '');
  const { code, stdout } = await dondoc(['doctor'], environment(file));
  expect(code).toBe(1);
  expect(stdout).toMatch(/!! {2}Thư mục .*đã có một tệp mang tên này, không phải thư mục; đặt DONDOC_DATA/);
  expect(stdout).not.toMatch(/EEXIST|mkdir/);
});

test('a setting that cannot be right is not called right as well, and hides nothing', async () => {
  const { stdout } = await dondoc(['doctor'], environment(join(folder, 'tep'), { DONDOC_CONSOLE_PORT: 'abc' }));
  expect(stdout.match(/.. {2}Cài đặt .*/g)).toEqual([expect.stringMatching(/^!! .*DONDOC_CONSOLE_PORT/)]);
  expect(stdout).toMatch(/!! {2}Thư mục .*đã có một tệp/);
});

test('settings that cannot be read or written say why', async () => {
  const inside = join(folder, 'khong-phai-thu-muc');
  await writeFile(inside, '');
  expect(readSettings(inside)).toEqual({});
  await expect(writeSettings(join(inside, 'con'), { MAIL_FROM: 'a' })).rejects.toThrow(/đường dẫn đi qua một tệp/);
  expect(systemTrouble(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))).toBe(
    'không có quyền',
  );
  expect(systemTrouble(Object.assign(new Error('x'), { code: 'EWHAT' }))).toBe('EWHAT');
});

test('little space is said in megabytes: “0 GB” was reported as well', () => {
  expect(DOCTOR_LINES.folder('/d', 41_943_040)).toBe('/d, còn trống 41 MB');
  expect(DOCTOR_LINES.folder('/d', 77e9)).toBe('/d, còn trống 77 GB');
  expect(DOCTOR_LINES.lowOnSpace('/d', 0)).toContain('ổ đĩa chỉ còn 0 MB');
});
