/** @slow reads Word documents, each in a process of its own */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { openRegister } from '../../../register/index.ts';
import { composeMessage } from '../../../texts/messages/index.ts';
import { dondoc, environment } from '../../support/dondoc.ts';
import { textOf } from '../../support/html-text.ts';
import { DIRECTORY_FILE, ITEMS, noticeText } from './support.ts';

/* The program as people run it: one data folder, real files, the register read afterwards by itself. */

let folder: string;
let env: NodeJS.ProcessEnv;
const at = (name: string) => join(folder, name);
const run = (...args: string[]) => dondoc(args, env);

const FIX = `- directive: 1
  due: 2025-04-20
- directive: 3
  lead: cong-an-tinh
- directive: 5
  drop: true
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-review-'));
  env = environment(at('data'));
  await writeFile(at('tb.txt'), noticeText(ITEMS));
  await writeFile(at('sua.yaml'), FIX);
  await writeFile(at('hong.yaml'), '- directive: 1\n  due: mai\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Read {
  notices: {
    directives: {
      id: string;
      lead: { name: string; agency?: string; agencyConfidence?: number }[];
      corrected?: unknown;
      toConfirm?: string[];
      deadlines: { due: string | null; rule: string }[];
    }[];
    dropped?: { id: string }[];
  }[];
}

const readJson = async (...args: string[]) => {
  const { code, stdout, stderr } = await run('read', at('tb.txt'), ...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Read;
};

describe('dondoc read', () => {
  test('without a directory nothing is matched and no data folder is made', async () => {
    const { notices } = await readJson();
    expect(notices[0]?.directives.flatMap((d) => d.lead).some((n) => 'agency' in n || 'agencyConfidence' in n)).toBe(
      false,
    );
    await expect(readFile(at('data/register.db'))).rejects.toThrow(/ENOENT/);
  });

  test('with one, from a file or imported, each name has its agency', async () => {
    const { notices } = await readJson('--directory', DIRECTORY_FILE);
    expect(notices[0]?.directives[0]?.lead).toMatchObject([
      { name: 'Sở Kế hoạch và Đầu tư', agency: 'so-tai-chinh', agencyConfidence: 1 },
    ]);
    expect((await run('directory', 'import', DIRECTORY_FILE)).code).toBe(0);
    expect((await readJson()).notices).toEqual(notices);
    const table = await run('read', at('tb.txt'));
    expect(table.stdout).toMatch(/\[so-tai-chinh\]/);
    expect(table.stdout).toMatch(/cần xác/);
  });

  test('a correction shows what was and what is, in the table, as JSON and on the page', async () => {
    const { notices } = await readJson('--corrections', at('sua.yaml'));
    const [notice] = notices;
    expect(notice?.directives.map((d) => d.corrected)).toEqual([
      [{ field: 'due', was: '2025-04-14', is: '2025-04-20' }],
      undefined,
      [{ field: 'lead', was: null, is: 'Công an tỉnh' }],
      undefined,
    ]);
    expect(notice?.dropped).toMatchObject([{ id: '5' }]);
    expect(notice?.directives[0]?.deadlines).toMatchObject([{ due: '2025-04-20', rule: 'do người kiểm tra ghi' }]);
    expect(notice?.directives.map((d) => d.toConfirm?.length)).toEqual([undefined, 1, undefined, undefined]);
    const table = (await run('read', at('tb.txt'), '--corrections', at('sua.yaml'))).stdout.replace(/[│\s]+/g, ' ');
    expect(table).toMatch(/Đã sửa hạn: 14\/04\/2025 → .*20\/04\/2025/);
    expect(table).toMatch(/Đã bỏ 5: “Giao Văn phòng UBND tỉnh/);
    const page = await run(
      'read',
      at('tb.txt'),
      '--corrections',
      at('sua.yaml'),
      '--format',
      'html',
      '--out',
      at('xem.html'),
    );
    expect(page).toMatchObject({ code: 0, stdout: '' });
    const html = await readFile(at('xem.html'), 'utf8');
    expect(html).toMatch(/<del>.*?14\/04\/2025<\/del>/);
    expect(textOf(/<div class="words">(.*?)<\/div><\/main>/s.exec(html)?.[1] ?? '')).toBe(noticeText(ITEMS));
  });

  test.each([
    ['a correction that is wrong', ['--corrections', 'hong.yaml'], /hong\.yaml:2: 1: due “mai”.*dd\/mm\/yyyy/],
    ['a file that is not there', ['--corrections', 'khong-co.yaml'], /khong-co\.yaml: không có tệp sửa này/],
    ['writing over the notice', ['--format', 'html', '--out', 'tb.txt'], /--out .*trùng với tệp thông báo/],
    ['writing where one cannot', ['--format', 'html', '--out', 'khong/co/x.html'], /--out .*không ghi được/],
  ])('%s: one line, exit 2', async (_, args, says) => {
    const paths = args.map((a) => (a.startsWith('--') || a === 'html' ? a : at(a)));
    const { code, stdout, stderr } = await run('read', at('tb.txt'), ...paths);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(stderr).toMatch(says);
  });
});

describe('dondoc plan and rehearse', () => {
  test('plan what was corrected', async () => {
    const { stdout } = await run('plan', at('tb.txt'), '--corrections', at('sua.yaml'), '--format', 'json');
    const { directives } = JSON.parse(stdout) as { directives: { id: string; due: string | null }[] };
    expect(directives.find((d) => d.id === '1')?.due).toBe('2025-04-20');
    expect(directives.some((d) => d.id === '5')).toBe(false);
  });

  test('rehearse what was corrected', async () => {
    const args = [
      '--as-of',
      '2025-03-14',
      '--directive',
      '1',
      '--corrections',
      at('sua.yaml'),
      '--directory',
      DIRECTORY_FILE,
    ];
    const { code, stdout } = await run('rehearse', at('tb.txt'), ...args, '--format', 'json');
    expect({ code, matches: (JSON.parse(stdout) as { matchesPlan: boolean }).matchesPlan }).toEqual({
      code: 0,
      matches: true,
    });
    expect(stdout).toContain('20/04/2025');
  });
});

describe('dondoc issue', () => {
  const list = async () =>
    JSON.parse((await run('list', '--format', 'json')).stdout) as { directives: { localId: string; due: string }[] };

  test('refuses what was read with doubt, in one line, and writes nothing', async () => {
    const { code, stdout, stderr } = await run('issue', '--yes', at('tb.txt'), '--corrections', at('sua.yaml'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/có 1 nhiệm vụ .*2 \(tin cậy 65 %: “trước ngày 10” đọc là 09\/04\/2025\).*--confirm 2 /);
    expect(await list()).toEqual({ directives: [], series: [] });
    const unknown = await run('issue', '--yes', at('tb.txt'), '--confirm', 'IX');
    expect(unknown.stderr).toMatch(/--confirm IX: thông báo không có nhiệm vụ này/);
  });

  test('issues the corrected reading once it is confirmed, and keeps both versions and who', async () => {
    const args = ['--corrections', at('sua.yaml'), '--confirm', '2', '--as', 'Phạm Hồng Loan'];
    const { code, stderr } = await run('issue', '--yes', at('tb.txt'), ...args, '--format', 'json');
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    const { directives } = await list();
    expect(directives.find((d) => d.localId === '1')?.due).toBe('2025-04-20');
    expect(directives.some((d) => d.localId === '5')).toBe(false);
    const register = await openRegister({
      file: at('data/register.db'),
      compose: composeMessage,
      mailDomain: 'x.invalid',
      calendar: civilServants,
    });
    try {
      const [first] = await register.directives.list();
      const kept = await register.notices.corrections(first?.noticeId ?? '');
      expect(kept.map((c) => [c.directiveId.split('/')[1], c.field, c.was?.slice(0, 20) ?? null, c.is, c.by])).toEqual([
        ['1', 'due', '2025-04-14', '2025-04-20', 'Phạm Hồng Loan'],
        ['3', 'lead', null, 'Công an tỉnh', 'Phạm Hồng Loan'],
        ['5', 'drop', 'Giao Văn phòng UBND ', null, 'Phạm Hồng Loan'],
        ['2', 'confirm', '0.65', 'confirmed', 'Phạm Hồng Loan'],
      ]);
      expect(kept.every((c) => c.at > Date.now() - 120_000)).toBe(true);
    } finally {
      await register.close();
    }
  });
});
