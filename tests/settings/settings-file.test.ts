import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { settingsWarnings } from '../../service/settings-warnings.ts';
import { readConfig } from '../../settings/read-config.ts';
import { readSettings, settingsFile, writeSettings } from '../../settings/settings-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

const config = (env: Record<string, string> = {}) => readConfig({ DONDOC_DATA: folder, ...env });

describe('the settings file', () => {
  test('is read by every command, and a variable of the environment comes before it', async () => {
    await writeSettings(folder, { SMTP_URL: 'smtp://a.example', MAIL_FROM: 'Văn phòng “Một cửa” <vp@anphu.example>' });
    expect(config().mail).toMatchObject({
      smtpUrl: 'smtp://a.example',
      from: 'Văn phòng “Một cửa” <vp@anphu.example>',
    });
    expect(config({ SMTP_URL: 'smtp://b.example' }).mail.smtpUrl).toBe('smtp://b.example');
    expect(config({ SMTP_URL: '' }).mail.smtpUrl).toBe('smtp://a.example');
  });

  test('is for its owner only, and keeps what people wrote into it', async () => {
    await writeSettings(folder, { SMTP_URL: 'smtp://a.example' });
    expect((await stat(settingsFile(folder))).mode & 0o777).toBe(0o600);
    await writeFile(settingsFile(folder), `# của chị Hà\n${await readFile(settingsFile(folder), 'utf8')}`);
    await writeSettings(folder, { SMTP_URL: 'smtp://c.example', DONDOC_CONSOLE_PORT: '9000' });
    const text = await readFile(settingsFile(folder), 'utf8');
    expect(text).toMatch(/^# của chị Hà\n/);
    expect(text.match(/SMTP_URL/g)).toHaveLength(1);
    expect(readSettings(folder)).toEqual({ SMTP_URL: 'smtp://c.example', DONDOC_CONSOLE_PORT: '9000' });
    await writeSettings(folder, { SMTP_URL: '' });
    expect(readSettings(folder)).toEqual({ DONDOC_CONSOLE_PORT: '9000' });
    expect((await stat(settingsFile(folder))).mode & 0o777).toBe(0o600);
  });

  test('gives back every value it takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (value) => {
        fc.pre(!/[\n\r\0]/.test(value) && !(value.includes("'") && (value.includes('"') || value.includes('\\'))));
        await writeSettings(folder, { MAIL_FROM: value });
        expect(readSettings(folder)).toEqual({ MAIL_FROM: value });
      }),
      { numRuns: 50 },
    );
    await expect(writeSettings(folder, { MAIL_FROM: 'a\nSMTP_URL=b' })).rejects.toThrow('một dòng');
  });

  test.each([
    ['SMPT_URL=smtp://a.example', /SMPT_URL; có phải SMTP_URL\?/],
    ['DONDOC_CONSOLE_PORT=abc', /settings\.env: DONDOC_CONSOLE_PORT: phải là số/],
    ['DONDOC_DATA=/srv', /DONDOC_DATA chỉ đặt được bằng biến môi trường/],
    ['DONDOC_CHANNELS=email,sms', /DONDOC_CHANNELS: phải là các kênh trong email, zalo/],
  ])('what cannot be right is said with its place: %s', async (line, words) => {
    await writeFile(settingsFile(folder), `${line}\n`);
    expect(() => config()).toThrow(words);
  });

  test('a line that sets nothing, and a file that is no text, are said: a setting in them would be lost in silence', async () => {
    await writeFile(settingsFile(folder), '# ghi chú\n\nexport SMTP_URL=smtp://a.example\nMAIL_FROM: vp@a.example\n');
    expect(() => config()).toThrow(/settings\.env, dòng 4: không có dạng TÊN=giá trị/);
    const utf16 = Buffer.from('\uFEFFSMTP_URL=smtp://a.example\n', 'utf16le');
    for (const bytes of [utf16, utf16.subarray(2), Buffer.from([0x4d, 0x3d, 0xe9, 0x0a])]) {
      await writeFile(settingsFile(folder), bytes);
      expect(() => config()).toThrow(/không phải văn bản UTF-8/);
    }
    await writeFile(settingsFile(folder), '\uFEFFSMTP_URL=smtp://a.example\r\n');
    expect(config().mail.smtpUrl).toBe('smtp://a.example');
  });
});

describe('settings that work and deserve a look', () => {
  const mail = { SMTP_URL: 'smtps://vp:m@smtp.anphu.example', MAIL_FROM: 'Văn phòng <vp@anphu.example>' };
  const url = { DONDOC_CONSOLE_URL: 'https://dondoc.anphu.example' };
  test.each([
    ['nothing set', {}, []],
    ['all well', { ...mail, ...url }, []],
    ['a mail server of this machine', { ...mail, ...url, SMTP_URL: 'smtp://127.0.0.1:2525' }, []],
    ['no address of the pages', mail, [/DONDOC_CONSOLE_URL/]],
    ['pages by http', { ...mail, DONDOC_CONSOLE_URL: 'http://dondoc.anphu.example' }, [/http, ai ở giữa/]],
    [
      'a server that may be spoken to in the clear',
      { ...mail, ...url, SMTP_URL: 'smtp://smtp.anphu.example' },
      [/TLS/],
    ],
    ['TLS given up', { ...mail, ...url, SMTP_URL: 'smtp://u:p@smtp.anphu.example?tls=never' }, [/TLS/]],
    ['a sender without a name', { ...mail, ...url, MAIL_FROM: 'vp@anphu.example' }, [/không có tên cơ quan/]],
    ['no sender', { ...url, SMTP_URL: mail.SMTP_URL }, [/MAIL_FROM/]],
  ])('%s', (_, env: Record<string, string>, words) => {
    const warnings = settingsWarnings(config(env));
    expect(warnings).toHaveLength(words.length);
    for (const [i, word] of words.entries()) expect(warnings[i]).toMatch(word);
  });
});
