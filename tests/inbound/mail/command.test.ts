/** @slow reads mails in a process of their own */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dondoc, environment } from '../../support/dondoc.ts';
import { reportMail } from './mails.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-'));
  env = environment(join(folder, 'data'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a mail from the pipe that is not ours changes nothing, says so, and is no fault of the pipe', async () => {
  const mail = reportMail({ about: '<khac@x.example>' });
  const { code, stdout } = await dondoc(['intake'], env, mail);
  expect([code, stdout]).toEqual([0, 'không trả lời thông báo nào trong sổ; không thay đổi gì\n']);
  const json = await dondoc(['intake', '--format', 'json'], env, mail);
  expect(JSON.parse(json.stdout)).toEqual({ mails: [{ kind: 'foreign', says: expect.any(String) }] });
});

test.each([
  [['intake', '--maildir', '/khong/co'], 'Maildir'],
  [['replies', 'abc', 'confirm'], '--by'],
  [['replies', 'abc', 'dismiss', '--by', 'Hà'], '--reason'],
  [['replies', 'abc', 'dismiss', '--by', 'Hà', '--reason', 'Nhầm'], 'abc'],
  [['replies', 'abc', 'xoa', '--by', 'Hà'], 'confirm'],
])('dondoc %j is refused in one line', async (args, says) => {
  const { code, stdout, stderr } = await dondoc(args, env);
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
  expect(stderr).toContain(says);
});
