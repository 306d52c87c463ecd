import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/* Mails anybody can send: what hangs a reader that is not careful, what is no mail, and reports about messages guessed. */

const head = (from, extra = '') => `From: ${from}\r\nTo: don-doc@drill.invalid\r\nSubject: x\r\n${extra}`;
const html = head('a@stranger.invalid', 'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n');
const plain = head('b@stranger.invalid', 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n');

function nested(depth) {
  let body = 'Content-Type: text/plain\r\n\r\nx\r\n';
  for (let i = 0; i < depth; i++)
    body = `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n${body}\r\n--b${i}--\r\n`;
  return `${head('c@stranger.invalid', 'MIME-Version: 1.0\r\n')}${body}`;
}

/** A server's report about a message whose id and reader somebody has guessed from what the register calls its rows. */
const report = (rowId) =>
  `${head('mailer-daemon@stranger.invalid', 'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="r"\r\n')}\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; stranger.invalid\r\n\r\nFinal-Recipient: rfc822; an@x.invalid\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--r\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <${rowId}@drill.invalid>\r\nFrom: don-doc@drill.invalid\r\n\r\n--r--\r\n`;

const HOSTILE = [
  () => `${html}\r\n${'<'.repeat(300_000)}`,
  () => `${html}\r\n${'<div>'.repeat(60_000)}`,
  () => `${plain}\r\n${'\r\n'.repeat(1_500_000)}`,
  () => `${plain}\r\n${'> '.repeat(200_000)}`,
  () => nested(2_000),
  () => `${head('d@stranger.invalid')}${'X-A: b\r\n'.repeat(100_000)}\r\nx`,
  () => '\u0000\u0001\u0002'.repeat(10_000),
  () => `${plain}References: ${'<a@b> '.repeat(50_000)}\r\n\r\nx`,
];

/** Delivers one of them, or a report about `rowId`, into a Maildir, whole at once as a server does. */
export async function strangerWrites(inbox, random, rowId) {
  await mkdir(join(inbox, 'tmp'), { recursive: true });
  const kind = random.int(0, HOSTILE.length);
  const name = `${Date.now()}.${random.int(0, 1e9)}.stranger`;
  await writeFile(join(inbox, 'tmp', name), kind === HOSTILE.length ? report(rowId) : HOSTILE[kind]());
  await rename(join(inbox, 'tmp', name), join(inbox, 'new', name));
}

/** How many still wait for the office to take them. */
export async function waitingMails(inbox) {
  return (await readdir(join(inbox, 'new'))).length;
}
