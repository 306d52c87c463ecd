import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { type DkimKey, dkimRecord, dkimStanding, EmailSender, readDkimKey } from '../../delivery/email/index.ts';
import { type MailServer, startMailServer } from '../../rehearsal/stand-ins/mail-server.ts';
import { sendersOf } from '../../service/senders.ts';
import { readConfig } from '../../settings/read-config.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { escalation } from './letters/support/facts.ts';
import { rowOf } from './support/rows.ts';

let folder: string;
let key: DkimKey;
let server: MailServer;

/** A private key in PEM. */
function rsa(modulusLength: number, lock: { cipher?: string; passphrase?: string } = {}): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dkim-'));
  await writeFile(join(folder, 'key.pem'), rsa(2048));
  key = await readDkimKey('anphu.example', 'dondoc', join(folder, 'key.pem'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.stop());

/** DNS as the domain's owner would keep it: that one record, in the pieces of 255 a TXT record is made of. */
async function resolveTxt(name: string): Promise<string[][]> {
  const record = dkimRecord(key);
  if (name !== record.name) throw Object.assign(new Error(`queryTxt ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
  return [record.value.match(/.{1,255}/g) ?? []];
}

async function check(raw: Buffer) {
  const { results } = await dkimVerify(raw, { resolver: resolveTxt });
  return results.map(({ status, signingDomain, selector }) => ({ result: status.result, signingDomain, selector }));
}

/** A mail with everything a mail can have, sent by what the environment configures. */
async function received(): Promise<Buffer> {
  const [sender] = await sendersOf(
    readConfig({
      ...{ HOME: folder, SMTP_URL: server.url, MAIL_FROM: 'Văn phòng An Phú <vanphong@anphu.example>' },
      ...{ DKIM_SELECTOR: 'dondoc', DKIM_KEY_FILE: join(folder, 'key.pem') },
    }),
  );
  const content = composeMessage(escalation());
  expect(content.letter).toBeDefined();
  expect(await sender?.send(rowOf('r1', { content }))).toMatchObject({ kind: 'accepted' });
  await sender?.close();
  return server.mails[0]?.raw ?? Buffer.of();
}

describe('a signed mail', () => {
  test('passes the check of a receiver who knows only DNS', async () => {
    expect(await check(await received())).toEqual([
      { result: 'pass', signingDomain: 'anphu.example', selector: 'dondoc' },
    ]);
  });

  test.each([
    ['a word of the text', /nhi/],
    ['the subject', /^Subject: =\?UTF-8\?Q\?4/m],
    ['the sender', /vanphong@anphu/],
    ['the attached letter', /UEsDB/],
  ])('fails once %s is altered on its way', async (_name, place) => {
    const raw = (await received()).toString('latin1');
    const altered = raw.replace(place, (found) => `${found.slice(0, -1)}${found.endsWith('x') ? 'y' : 'x'}`);
    expect(altered).not.toBe(raw);
    expect((await check(Buffer.from(altered, 'latin1'))).map((r) => r.result)).not.toContain('pass');
  });

  test('is refused as before where the server refuses it: signing begins no message early', async () => {
    const sender = new EmailSender({
      ...{ host: '127.0.0.1', port: server.port, secure: false, requireTls: false, fromName: 'VP', dkim: key },
      ...{ fromAddress: 'vanphong@anphu.example' },
    });
    server.inject({ stage: 'rcpt', reply: [550, 'No such user'] });
    server.inject({ stage: 'mail', drop: true });
    const kinds = [await sender.send(rowOf('r1')), await sender.send(rowOf('r2'))].map((o) => o.kind);
    await sender.close();
    expect(kinds.sort()).toEqual(['later', 'refused']);
  });
});

describe('the key', () => {
  test('stands in DNS, stands there as another, is missing, or nobody answers', async () => {
    const other = { ...key, privateKey: rsa(2048) };
    const silent = async () => {
      throw Object.assign(new Error('queryTxt ETIMEOUT'), { code: 'ETIMEOUT' });
    };
    expect(await dkimStanding(key, resolveTxt)).toBe('published');
    expect(await dkimStanding(other, resolveTxt)).toBe('other');
    expect(await dkimStanding({ ...key, selector: 'khac' }, resolveTxt)).toBe('absent');
    expect(await dkimStanding(key, async () => [['v=spf1 -all']])).toBe('absent');
    expect(await dkimStanding(key, silent)).toBe('unasked');
  });

  const edwards = () => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  test.each([
    ['is not there', undefined, 'không đọc được'],
    ['is no key', () => 'xin chào', 'PEM'],
    ['is too short', () => rsa(512), '512 bit'],
    ['is of another kind', edwards, 'cần khóa RSA'],
    ['is locked by a password', () => rsa(1024, { cipher: 'aes-256-cbc', passphrase: 'x' }), 'không đặt mật khẩu'],
  ])('that %s is refused in words that say which file and what is needed', async (_name, make, says) => {
    const file = join(folder, 'bad.pem');
    await rm(file, { force: true });
    if (make) await writeFile(file, make());
    await expect(readDkimKey('anphu.example', 'dondoc', file)).rejects.toThrow(
      expect.objectContaining({ name: 'UserError', message: expect.stringMatching(`DKIM_KEY_FILE.*${says}`) }),
    );
  });
});
