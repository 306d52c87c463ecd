/** @slow reads Word documents, each in a process of its own */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { standard } from '../../policies/index.ts';
import { dondoc, environment } from '../support/dondoc.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
const at = (name: string) => join(folder, name);

const notice = (words: string) =>
  `UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 12/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. ${words}\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-cli-'));
  env = environment(at('data'));
  await Promise.all([
    writeFile(at('trong.txt'), ''),
    writeFile(at('nhi-phan.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0, 0xff])),
    writeFile(at('lon.txt'), Buffer.alloc(10 * 1024 * 1024, 'Giao Sở Nội vụ. ')),
    // “Giao Sở Nội vụ thực hiện” in TCVN3 (ABC), the encoding of the nineties.
    writeFile(
      at('tcvn3.txt'),
      Buffer.from('Giao S\xeb N\xe9i v\xf4 th\xf9c hi\xd6n nhi\xd6m v\xf4 tr\xad\xedc ng\xb5y 15/3/2025', 'latin1'),
    ),
    writeFile(at('khong-ngay.txt'), '1. Giao Sở Nội vụ báo cáo kết quả.\n'),
    writeFile(at('la.txt'), notice('Giao Sở Vũ trụ hoàn thành trước ngày 15/3/2025.')),
    writeFile(at('qua-khu.txt'), notice('Giao Sở Nội vụ hoàn thành trước ngày 15/01/2025.')),
    writeFile(at('la-qua-khu.txt'), notice('Giao Sở Vũ trụ hoàn thành trước ngày 15/01/2025.')),
    writeFile(at('mot.txt'), notice('Giao Sở Nội vụ hoàn thành trước ngày 15/3/2025.')),
    writeFile(
      at('mat.txt'),
      notice('Giao Sở Nội vụ hoàn thành trước ngày 15/3/2025.').replace('THÔNG BÁO', 'MẬT\n\nTHÔNG BÁO'),
    ),
    writeFile(at('quy-tac.json'), JSON.stringify({ ...standard, close: { submittedBy: 'lead', approvedBy: 'lead' } })),
    writeFile(at('hong.yaml'), 'id: [tieu-chuan\nname: x'),
    writeFile(at('kich-ban.yaml'), '- { on: 2025-02-30, directive: "1", act: acknowledge }'),
    writeFile(at('kich-ban-la.yaml'), '- { on: 2025-03-03, directive: "9", act: acknowledge }'),
    writeFile(at('danh-ba.yaml'), 'agencies:\n  - id: so-noi-vu\n    name: Sở Nội vụ\n    kind: so\n    tuoi: 5\n'),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is typed, and what the one line must say. */
const cases: [string, () => string[], RegExp][] = [
  ['a file that is not there', () => ['read', at('khong-co.txt')], /khong-co\.txt.*không có/],
  ['a folder', () => ['read', folder], /thư mục/],
  ['an empty file', () => ['read', at('trong.txt')], /trong\.txt.*(trống|rỗng)/],
  ['a binary file', () => ['read', at('nhi-phan.txt')], /nhi-phan\.txt: không phải tệp văn bản/],
  ['10 MB', () => ['read', at('lon.txt')], /lon\.txt.*MB/],
  ['an encoding of the nineties, by its name', () => ['read', at('tcvn3.txt')], /tcvn3\.txt.*TCVN3/],
  ['no date to count from', () => ['plan', at('khong-ngay.txt')], /--issued/],
  ['a secret document', () => ['read', at('mat.txt')], /MẬT/],
  ['an unknown format', () => ['read', at('mot.txt'), '--format', 'xml'], /--format xml.*table, json, text/],
  ['a day that is none', () => ['plan', at('mot.txt'), '--issued', '2025-02-30'], /2025-02-30.*dd\/mm\/yyyy/],
  ['an unknown directive', () => ['plan', at('mot.txt'), '--directive', 'IX'], /IX.*dondoc read/],
  ['an unknown policy', () => ['plan', at('mot.txt'), '--policy', 'mau-nhiem'], /mau-nhiem.*tieu-chuan/],
  [
    'a policy that breaks a rule',
    () => ['plan', at('mot.txt'), '--policy', at('quy-tac.json')],
    /quy-tac\.json:1: close, approvedBy: .*tự duyệt/,
  ],
  [
    'a policy that does not parse',
    () => ['plan', at('mot.txt'), '--policy', at('hong.yaml')],
    /hong\.yaml:2: .*đóng ngoặc/,
  ],
  [
    'a script with a day that is none',
    () => ['rehearse', at('mot.txt'), '--as-of', '2025-02-24', '--acts', at('kich-ban.yaml')],
    /kich-ban\.yaml: thao tác thứ 1, on/,
  ],
  [
    'a script for a directive that is not there',
    () => ['rehearse', at('mot.txt'), '--as-of', '2025-02-24', '--acts', at('kich-ban-la.yaml')],
    /không có nhiệm vụ “9”; có: 1/,
  ],
  [
    'a directory with a word it does not know',
    () => ['directory', 'import', at('danh-ba.yaml')],
    /danh-ba\.yaml.*tuoi/,
  ],
  ['an unknown agency', () => ['issue', at('la.txt')], /danh bạ không có.*Sở Vũ trụ/],
  [
    'a deadline before the issue date',
    () => ['issue', at('qua-khu.txt')],
    /trước ngày ban hành.*14\/01\/2025.*--allow-past/,
  ],
  [
    'several things at once',
    () => ['issue', at('la-qua-khu.txt')],
    /3 điều cần xử lý.*\(1\) hạn trước.*--allow-past.*\(2\) danh bạ không có.*--allow-unknown.*\(3\).*--confirm/,
  ],
  ['an id the register does not have', () => ['show', 'II.9'], /II\.9.*dondoc list/],
  ['an act that is none', () => ['act', 'II.9', 'khen'], /khen.*acknowledge/],
  ['an act that lacks its reason', () => ['act', 'II.9', 'return'], /--reason/],
  ['a period that is none', () => ['report', '--evaluation', 'tháng này'], /--evaluation.*“tháng này”.*quý I\/2025/],
  ['a formula without a period', () => ['report', '--formula', at('hong.yaml')], /--formula.*--evaluation/],
  [
    'a formula that is none',
    () => ['report', '--evaluation', '2025', '--formula', at('quy-tac.json')],
    /quy-tac\.json: source/,
  ],
  ['an unknown command', () => ['nhac'], /không có lệnh “nhac”/],
];

describe('bad input: one line that says what is wrong, exit 2, nothing on stdout', () => {
  test.each(cases)('%s', async (_, args, says) => {
    const { code, stdout, stderr } = await dondoc(args(), env);
    const lines = stderr
      .trimEnd()
      .split('\n')
      .filter((line) => !/^Diễn tập|^Giao việc/.test(line));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(says);
    expect(lines[0]).toMatch(/^dondoc: /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('an temporal that does not answer', async () => {
    const { code, stderr } = await dondoc(['issue', at('mot.txt'), '--allow-unknown'], {
      ...env,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    });
    expect(stderr).toMatch(/^dondoc: TEMPORAL_ADDRESS=127\.0\.0\.1:1: .*\n$/);
    expect(code).toBe(2);
    // Nothing half-written: the register was not touched.
    const list = await dondoc(['list', '--format', 'json'], env);
    expect(JSON.parse(list.stdout)).toEqual({ directives: [], series: [] });
  });
});
