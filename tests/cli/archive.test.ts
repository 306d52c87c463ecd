import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { archiveKeyIn } from '../../office/archive/signature.ts';
import { openRegister } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { live } from '../register/live.ts';
import { DIRECTORY, draft, NOTICE } from '../register/support.ts';
import { lead, office, on } from '../support/acts.ts';
import { dondoc, environment } from '../support/dondoc.ts';
import { textOf } from '../support/html-text.ts';

/* Of what has ended, the whole record in one file that anybody opens and anybody checks, without the system. */

let folder: string;
const env = () => environment(join(folder, 'data'));
const inFolder = (name: string) => join(folder, name);
const [ended, open] = [draft('1'), draft('2')];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-archive-'));
  const register = await openRegister({
    file: inFolder('data/register.db'),
    compose: composeMessage,
    mailDomain: 'a.example',
  });
  await register.directory.import(DIRECTORY);
  await register.notices.register({ ...NOTICE, text: `${NOTICE.text} <script>alert(1)</script>` }, [ended, open]);
  await register.evidence.add({
    ...{ directiveId: ended.id, sha256: 'ab'.repeat(32), name: 'kết quả.pdf' },
    ...{ size: 7, linkId: null },
  });
  for (const one of [ended, open]) await register.directives.markStarted(one.id);
  await live(register, open, []);
  await live(register, ended, [
    on('2025-03-04', { type: 'acknowledge', by: lead }),
    on('2025-03-10', { type: 'submit-result', by: lead, text: 'Đã rà soát </script> xong' }),
    on('2025-03-11', { type: 'approve', by: office }),
  ]);
  await register.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Written {
  readonly files: readonly string[];
  readonly kept: number;
  readonly key: string;
}

const archive = async (...args: string[]) => {
  const ran = await dondoc(['archive', ...args, '--to', inFolder('ho-so'), '--format', 'json'], env());
  expect(ran).toMatchObject({ code: 0 });
  return JSON.parse(ran.stdout) as Written;
};

test('what is open is not filed away; what has ended is, once', async () => {
  expect(await dondoc(['archive', open.id], env())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('chưa kết thúc'),
  });
  // Nothing looked at is nothing found in order.
  expect(await dondoc(['archive', '--verify'], env())).toMatchObject({ code: 2, stdout: '' });
  expect(await dondoc(['encryption', '--rotate'], env())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('bật trước'),
  });
  expect(await dondoc(['archive'], env())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--closed-before'),
  });
  expect((await archive('--closed-before', '11/03/2025')).files).toEqual([]);
  const written = await archive('--closed-before', '12/03/2025');
  expect(written).toMatchObject({ kept: 0, files: [expect.stringMatching(/\.html$/)] });
  expect(await archive(ended.id)).toEqual({ files: [], kept: 1, key: written.key });
  expect((await stat(inFolder('data/archive-key.pem'))).mode & 0o777).toBe(0o600);
});

test('it opens without the system and says all there is, with nothing that runs and no door in it', async () => {
  const html = await readFile(await theFile(), 'utf8');
  expect(html).not.toMatch(/<script>|<script src|https?:\/\/(?!www\.w3\.org)/);
  const words = textOf(html);
  for (const part of [
    '12/TB-UBND',
    'Sở Y tế',
    'trước ngày 15/3/2025',
    'Đã rà soát',
    'kết quả.pdf',
    'ab'.repeat(32),
    'được duyệt',
  ])
    expect(words).toContain(part);
  const [, json = ''] = /<script type="application\/json" id="du-lieu">(.*?)<\/script>/s.exec(html) ?? [];
  const data = JSON.parse(json);
  expect(data).toMatchObject({ format: 'dondoc-record', version: 1, id: ended.id, status: 'approved' });
  expect(data.events.map((e: { act?: { type: string } }) => e.act?.type)).toEqual([
    undefined,
    'acknowledge',
    'submit-result',
    'approve',
  ]);
  expect(data.evidence).toMatchObject([{ name: 'kết quả.pdf', size: 7 }]);
  expect(data.messages.length).toBeGreaterThan(2);
});

test('a changed letter, another key and no signature are found; openssl finds the same', async () => {
  const file = await theFile();
  const text = await readFile(file, 'utf8');
  const [whole, changed, bare] = [file, inFolder('sua.html'), inFolder('khong.html')];
  await writeFile(changed, text.replace('Sở Y tế', 'Sở X tế'));
  await writeFile(bare, text.slice(0, text.lastIndexOf('<!--')));
  expect(await dondoc(['archive', '--verify', whole], env())).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('khóa của cơ quan này'),
  });
  const ran = await dondoc(['archive', '--verify', whole, changed, bare, '--format', 'json'], env());
  expect(ran.code).toBe(1);
  expect(JSON.parse(ran.stdout).files.map((f: { intact: boolean }) => f.intact)).toEqual([true, false, false]);
  // Who has no key of their own, and who has another.
  const other = environment(inFolder('khac'));
  const [, fingerprint = ''] =
    /khóa ký ([0-9a-f ]+);/.exec((await dondoc(['archive', '--verify', whole], other)).stdout) ?? [];
  expect(fingerprint).toMatch(/^([0-9a-f]{4} ?){4}$/);
  await mkdir(inFolder('khac'), { recursive: true });
  await archiveKeyIn(inFolder('khac/archive-key.pem'));
  expect(await dondoc(['archive', '--verify', whole], other)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('KHÔNG phải khóa'),
  });

  // As docs/huong-dan.md says it.
  const check = `
    head -c -1 "$1" | sed '$d' | head -c -1 > than
    tail -1 "$1" | awk '{print $3}' | base64 -d > khoa.der
    tail -1 "$1" | awk '{print $4}' | base64 -d > chu-ky
    openssl pkeyutl -verify -pubin -keyform DER -inkey khoa.der -rawin -in than -sigfile chu-ky`;
  const openssl = (one: string) =>
    execFileSync('bash', ['-c', check, 'bash', one], { cwd: folder, stdio: 'pipe' }).toString();
  expect(openssl(whole)).toContain('Successfully');
  expect(() => openssl(changed)).toThrow();
});

async function theFile(): Promise<string> {
  const [name = ''] = await readdir(inFolder('ho-so'));
  return join(inFolder('ho-so'), name);
}
