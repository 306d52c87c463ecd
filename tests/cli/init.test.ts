import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type MailServer, startMailServer } from '../../rehearsal/stand-ins/mail-server.ts';
import { mailTrouble } from '../../texts/mail-trouble.ts';
import { dondoc, environment } from '../support/dondoc.ts';

let mail: MailServer;
let folder: string;
let data: string;
beforeAll(async () => {
  mail = await startMailServer();
});
afterAll(() => mail.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-init-'));
  data = join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true }));

const init = (args: readonly string[] = [], answers = '') =>
  dondoc(['init', ...args], environment(data), Buffer.from(answers));
const settings = () => readFile(join(data, 'settings.env'), 'utf8');

test('asks in Vietnamese, has a trial mail taken, and writes the one settings file and a directory to fill in', async () => {
  const { port } = new URL(mail.url);
  const before = mail.mails.length;
  const answers = ['Văn phòng An Phú', 'vp', 'vp@anphu.example', '127.0.0.1', '3', port, 'không', '', '', 'k', 'không'];
  const { code, stdout } = await init([], `${answers.join('\n')}\n`);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('chưa phải địa chỉ thư') });
  expect(stdout).toContain('Máy chủ đã nhận thư thử gửi đến vp@anphu.example');
  expect(mail.mails.length).toBe(before + 1);
  expect(await settings()).toContain(`SMTP_URL='smtp://127.0.0.1:${port}?tls=never'`);
  expect(await settings()).toContain("DONDOC_CHANNELS='email'");
  expect((await stat(join(data, 'settings.env'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(data, 'danh-ba.yaml'), 'utf8')).toContain('name: Văn phòng An Phú');
});

test('a server that does not answer is said, and asked for again', async () => {
  const answers = [
    'VP',
    'vp@anphu.example',
    '127.0.0.1',
    '3',
    '1',
    'không',
    'không',
    'c',
    'không',
    'không',
    'k',
    'không',
  ];
  const { code, stdout } = await init([], `${answers.join('\n')}\n`);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Chưa gửi được thư: .*ECONNREFUSED/);
  expect(await settings()).not.toContain('SMTP_URL');
});

test('a password the server refuses is said in words an office understands; the right one is taken after it', async () => {
  const strict = await startMailServer({ auth: { user: 'vp@anphu.example', password: 'dung' } });
  const port = new URL(strict.url).port;
  const first = ['VP', 'vp@anphu.example', '127.0.0.1', '3', port, '', 'sai', 'không'];
  const again = ['c', '', '', '', '', 'dung', '', 'không', 'k', 'không'];
  const { code, stdout } = await init([], `${[...first, ...again].join('\n')}\n`);
  await strict.stop();
  expect(code).toBe(0);
  expect(stdout).toMatch(/Chưa gửi được thư: máy chủ không nhận tài khoản hoặc mật khẩu này \(.*535/);
  expect(strict.mails).toHaveLength(1);
  expect(await settings()).toContain(`vp%40anphu.example:dung@127.0.0.1:${port}`);
});

test.each([
  [
    'EDNS',
    'getaddrinfo ENOTFOUND smtp.khong-co.example',
    /^không tìm thấy máy chủ này.*có mạng hay không \(getaddrinfo/,
  ],
  ['EDNS', 'getaddrinfo EAI_AGAIN smtp.anphu.example', /^không tìm thấy máy chủ này/],
  ['ESOCKET', 'connect ENETUNREACH 203.0.113.7:587', /^không tới được máy chủ/],
  ['ESOCKET', 'connect ECONNREFUSED 127.0.0.1:1', /^máy chủ không nhận kết nối ở cổng này/],
  ['ETIMEDOUT', 'Greeting never received', /^máy chủ không trả lời/],
  ['ESOCKET', '0A00010B:SSL routines:ssl3_get_record:wrong version number', /^không lập được kết nối bảo mật/],
  ['EENVELOPE', '550 5.1.1 No such user', /^550 5\.1\.1 No such user$/],
])('%s, “%s”: what to look at comes first', (code, said, says) => {
  expect(mailTrouble(code, said)).toMatch(says);
});

test('breaks off without having written anything', async () => {
  const { code, stderr } = await init([], 'Văn phòng\n');
  expect(code).toBe(2);
  expect(stderr).toContain('chưa ghi gì');
  await expect(settings()).rejects.toThrow('ENOENT');
});

test('--set writes without asking, warns, and refuses what cannot be right', async () => {
  const set = ['--set', 'SMTP_URL=smtp://smtp.anphu.example', 'MAIL_FROM=vp@anphu.example'];
  const { code, stderr } = await init(set);
  expect(code).toBe(0);
  expect(stderr).toMatch(/CHÚ Ý: .*TLS[\s\S]*không có tên cơ quan[\s\S]*DONDOC_CONSOLE_URL/);
  expect((await init(['--set', 'SMTP_URL='])).code).toBe(0);
  expect(await settings()).not.toContain('SMTP_URL');
  for (const [wrong, words] of [
    ['SMTP_URL=mail', 'SMTP_URL'],
    ['SMPT_URL=smtp://a.example', 'có phải SMTP_URL'],
    ['mail', 'TÊN=giá-trị'],
  ] as const) {
    const refused = await init(['--set', wrong]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(words)]);
  }
});
