/** @slow it issues on the real Temporal, on virtual time. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dondoc, environment } from '../support/dondoc.ts';
import { guidePolicy } from '../support/guide.ts';

const DIRECTORY = fileURLToPath(new URL('../../register/samples/danh-ba-mau.yaml', import.meta.url));
const NOTICE = `UBND TỈNH HẢI SƠN
VĂN PHÒNG
Số: 12/TB-VP
Hải Sơn, ngày 24 tháng 02 năm 2025

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh Vũ Minh Lan tại cuộc họp

1. Giao Sở Nội vụ hoàn thành trước ngày 01/4/2025.
`;

interface Step {
  readonly at: string;
  readonly to: string;
  readonly messages: readonly { readonly person: string; readonly outcome: string }[];
}

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-khan-'));
  env = environment(join(folder, 'data'));
  await mkdir(join(folder, 'data', 'policies'), { recursive: true });
  await writeFile(join(folder, 'kl.txt'), NOTICE);
  await writeFile(join(folder, 'data', 'policies', 'khan.ts'), await guidePolicy('ts'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the guide’s “khẩn” is proved, compared with the shipped policy, and the vice-chairman who concluded hears on the second day', async () => {
  expect((await dondoc(['policy', 'check', join(folder, 'data', 'policies', 'khan.ts')], env)).code).toBe(0);
  const compared = await dondoc(['compare', 'tieu-chuan', 'khan'], env);
  expect(compared).toMatchObject({ code: 1, stdout: expect.stringMatching(/^SAI: “khan” yếu hơn “tieu-chuan”/) });

  const rehearse = ['rehearse', join(folder, 'kl.txt'), '--policy', 'khan', '--directory', DIRECTORY];
  const { code, stdout } = await dondoc([...rehearse, '--as-of', '24/02/2025', '--format', 'json'], env);
  expect(code).toBe(0);
  const [{ steps } = { steps: [] }] = JSON.parse(stdout).directives as { steps: Step[] }[];
  const concluder = steps.find(({ to }) => to === 'concluder');
  expect(concluder?.at.slice(0, 10)).toBe('2025-04-02');
  expect(concluder?.messages.map(({ person, outcome }) => [person, outcome])).toEqual([
    ['Vũ Minh Lan', 'accepted'],
    ['Vũ Minh Lan', 'accepted'],
  ]);
});
