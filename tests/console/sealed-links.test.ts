import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { EmailSender, smtpServerOf } from '../../delivery/email/index.ts';
import { addDays, instantAt } from '../../dsl/time/day.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { type MailServer, startMailServer } from '../../rehearsal/stand-ins/mail-server.ts';
import { HandPost } from '../support/hand-post.ts';
import { sketchNotice } from '../support/notice.ts';
import { get } from './support/http.ts';
import { ISSUED, openOffice, type TestOffice } from './support/office.ts';

const NOTICE = sketchNotice('14/TB-VP', ISSUED, [
  { id: 'I.1', lead: 'Sở Nội vụ', cooperating: ['Sở Tài chính'], due: '2025-03-31' },
  { id: 'I.2', lead: 'Sở Nội vụ', due: '2025-03-14' },
]);
const SIGNED = /http:\/\/[^\s"<>]*\/l\/([A-Za-z0-9_-]{22})\.[0-9a-z]+\.([A-Za-z0-9_-]{32})\.[0-9a-f]{4}/g;

let office: TestOffice;
let mail: MailServer;
let issued: readonly DirectiveRecord[];
beforeAll(async () => {
  office = await openOffice([NOTICE]);
  mail = await startMailServer();
  issued = await office.issue(NOTICE);
  const now = () => instantAt(addDays(ISSUED, 1), 12 * 60);
  const sender = new EmailSender({ ...smtpServerOf(mail.url), fromName: 'VP', fromAddress: 'vp@anphu.example' });
  const told: unknown[] = [];
  const postOffice = new HandPost({
    ...{ ledger: office.register.ledger, senders: [sender], owner: 'a', now, seal: office.pages.seal },
    log: (event) => told.push(event),
  });
  await postOffice.deliverDue();
  await postOffice.close();
  // What a log could be made of: no event holds a signed link.
  expect(JSON.stringify(told)).not.toMatch(SIGNED);
});
afterAll(async () => {
  await mail.stop();
  await office.close();
});

test('a link is signed when it leaves: the mail opens its page, and nothing in the data folder does', async () => {
  const parsed = await Promise.all(mail.mails.map(({ raw }) => PostalMime.parse(raw)));
  const links = parsed.flatMap(({ text = '', html = '' }) => [...text.matchAll(SIGNED), ...html.matchAll(SIGNED)]);
  expect(links.length).toBeGreaterThanOrEqual(2 * mail.mails.length);
  for (const url of new Set(links.map(([link]) => link))) expect((await get(url)).status).toBe(200);
  const macs = new Set(links.map(([, , mac = '?']) => mac));
  for (const name of await readdir(office.folder, { recursive: true })) {
    const bytes = await readFile(join(office.folder, name)).catch(() => Buffer.of());
    for (const mac of macs) expect([name, bytes.includes(mac)]).toEqual([name, false]);
  }
  const [, id = '?'] = links[0] ?? [];
  expect((await readFile(join(office.folder, 'register.db'))).length).toBeGreaterThan(0);
  expect(await office.register.links.list({ id })).toHaveLength(1);
});

test('what is kept of the words that left holds no link at all', async () => {
  for (const { id } of issued) {
    const texts = [...(await office.register.ledger.sentTexts(id)).values()];
    expect(texts.length).toBeGreaterThan(0);
    for (const { text } of texts) expect(text.match(/\/l\/\S*/g)).toEqual(['/l/…']);
  }
});

test('an unsigned link, as the register names it, opens nothing', async () => {
  const [row] = (await office.register.directives.show(issued[0]?.id ?? ''))?.messages ?? [];
  const url = row?.content?.link?.url ?? '';
  expect(url).toMatch(/\/l\/[A-Za-z0-9_-]{22}\.[0-9a-z]+$/);
  expect((await get(url)).status).toBe(404);
});

test('a Message-ID cannot be worked out from the row it names', async () => {
  const rows = (await office.register.directives.show(issued[0]?.id ?? ''))?.messages ?? [];
  const mails = rows.filter((row) => row.messageId !== null);
  expect(mails.length).toBeGreaterThan(1);
  for (const { id, messageId } of mails) {
    expect(messageId).toMatch(/^<[0-9a-f]{32}@dondoc\.example>$/);
    expect(messageId).not.toContain(id);
  }
});
