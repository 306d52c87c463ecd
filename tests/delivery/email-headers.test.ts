import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EmailSender, smtpServerOf } from '../../delivery/email/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type MailServer, startMailServer } from '../../rehearsal/stand-ins/mail-server.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { DIRECTIVE, factsOf } from './support/facts.ts';
import { rowOf } from './support/rows.ts';

let server: MailServer;
let sender: EmailSender;

beforeEach(async () => {
  server = await startMailServer();
  sender = new EmailSender({
    ...smtpServerOf(server.url),
    fromName: 'Văn phòng Ủy ban nhân dân tỉnh An Phú',
    fromAddress: 'vanphong@anphu.example',
    replyTo: 'tonghop@anphu.example',
  });
});
afterEach(async () => {
  await sender.close();
  await server.stop();
});

const header = (index: number, name: string) => server.mails[index]?.headers.get(name);

describe('the mail as it arrives', () => {
  test('Vietnamese headers arrive whole, and travel as ASCII', async () => {
    await sender.send(rowOf('r1'));
    const mail = server.mails[0];
    expect(mail?.subject).toBe('41/TB-UBND, mục IV.2.b – Sở Xây dựng – hạn 14/03/2025: Giao nhiệm vụ');
    expect(header(0, 'from')).toEqual(['Văn phòng Ủy ban nhân dân tỉnh An Phú <vanphong@anphu.example>']);
    expect(header(0, 'to')).toEqual(['Nguyễn Văn An <an@soxaydung.example>']);
    expect(header(0, 'reply-to')).toEqual(['tonghop@anphu.example']);
    expect(header(0, 'auto-submitted')).toEqual(['auto-generated']);
    const head = mail?.raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
    expect(head).toMatch(/^[\x20-\x7e\r\n\t]+$/);
    expect(Math.max(...head.split('\r\n').map((l) => l.length))).toBeLessThanOrEqual(78);
  });

  test('asks for reports that name the row and return no body; of deliveries only where told to', async () => {
    await sender.send(rowOf('r1'));
    expect(server.mails[0]?.reports).toEqual({ id: 'r1', returned: 'HDRS', notify: ['FAILURE', 'DELAY'] });
    const options = { fromName: 'VP', fromAddress: 'vanphong@anphu.example', receipts: true };
    const curious = new EmailSender({ ...smtpServerOf(server.url), ...options });
    expect(await curious.send(rowOf('r2'))).toMatchObject({ kind: 'accepted' });
    await curious.close();
    expect(server.mails[1]?.reports.notify).toEqual(['SUCCESS', 'FAILURE', 'DELAY']);
  });

  test('text and HTML say the same', async () => {
    await sender.send(rowOf('r1'));
    const { text = '', html = '' } = server.mails[0] ?? {};
    for (const part of [text, html]) {
      expect(part).toContain('Kính gửi: đồng chí Nguyễn Văn An, Chuyên viên Sở Xây dựng.');
      expect(part).toContain(DIRECTIVE.text);
      expect(part).toContain('trân trọng đề nghị đồng chí xác nhận đã nhận nhiệm vụ');
    }
    expect(html).toContain('<html lang="vi">');
  });

  test('one thread: the first mail is the root, the others hang under it', async () => {
    await sender.send(rowOf('r1'));
    await sender.send(rowOf('r2', { threadRoot: '<r1@dondoc.example>' }));
    await sender.send(rowOf('r3', { threadRoot: '<r1@dondoc.example>' }));
    expect(header(0, 'message-id')).toEqual(['<r1@dondoc.example>']);
    expect(header(0, 'references')).toBeUndefined();
    for (const index of [1, 2]) {
      expect(header(index, 'in-reply-to')).toEqual(['<r1@dondoc.example>']);
      expect(header(index, 'references')).toEqual(['<r1@dondoc.example>']);
    }
  });

  test('the same row sent again bears the same Message-ID, with or without one in the ledger', async () => {
    await sender.send(rowOf('r1'));
    await sender.send(rowOf('r1'));
    await sender.send(rowOf('r9', { messageId: null }));
    await sender.send(rowOf('r9', { messageId: '<xấu\r\nBcc: a@b.vn>' }));
    expect(header(1, 'message-id')).toEqual(header(0, 'message-id'));
    expect(header(3, 'message-id')).toEqual(header(2, 'message-id'));
    expect(header(2, 'message-id')?.[0]).toMatch(/^<row\.[0-9a-f]{32}@anphu\.example>$/);
  });

  test('hostile texts stay texts', async () => {
    const evil = 'x\r\nBcc: ke-xau@khac.example\r\n\r\n<img src=x onerror=alert(1)>';
    const content = composeMessage(
      factsOf('assignment', 'lead', '2025-02-25', {
        directive: { ...DIRECTIVE, text: `${evil}\n.\nQUIT`, noticeNumber: evil, leadNames: [evil] },
      }),
    );
    const stored = { ...content, subject: evil };
    for (const [id, body] of [
      ['r1', content],
      ['r2', stored],
    ] as const) {
      const row = rowOf(id, { content: body, personName: `${evil}", "khac@khac.example" <a@b.vn>` });
      expect(await sender.send(row)).toMatchObject({ kind: 'accepted' });
    }
    expect(server.mails).toHaveLength(2);
    for (const mail of server.mails) {
      expect(mail.to).toEqual(['an@soxaydung.example']);
      expect(mail.headers.has('bcc')).toBe(false);
      expect(mail.headers.get('to')).toHaveLength(1);
      expect(mail.html).not.toContain('<img');
      expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(mail.text).toContain('> .\n> QUIT');
    }
  });
});

describe('the address of the mail server', () => {
  test.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, requireTls: false }],
    ['smtps://u:p%40x@mail.example', { port: 465, secure: true, requireTls: false, user: 'u', password: 'p@x' }],
    ['smtp://u:p@mail.example:2525', { port: 2525, requireTls: true }],
    ['smtp://u:p@127.0.0.1:2525', { requireTls: false }],
    ['smtp://u:p@mail.example?tls=never', { requireTls: false }],
  ])('%s', (url, expected) => {
    expect(smtpServerOf(url)).toMatchObject(expected);
  });

  test.each(['', 'mail.example', 'http://mail.example', 'smtp://'])('%j is refused in words', (url) => {
    expect(() => smtpServerOf(url)).toThrow(UserError);
  });
});
