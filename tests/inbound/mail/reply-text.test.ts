import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { readInbound } from '../../../delivery/email/index.ts';
import { QUOTED, replyMail } from './mails.ts';

jest.setTimeout(60_000);

async function newWords(raw: Buffer): Promise<string> {
  const mail = await readInbound(raw);
  if (mail.kind !== 'reply') throw new Error(mail.kind);
  return mail.text;
}

const plain = (text: string) => Buffer.from(`From: a@b.vn\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`);
const html = (text: string) => Buffer.from(`From: a@b.vn\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${text}`);

describe('of a reply only what was written anew is taken', () => {
  test.each([
    ['Gmail, in Vietnamese, broken over two lines', replyMail({ text: 'Đã xong.' }), 'Đã xong.'],
    ['Gmail, in English', plain('Done.\n\nOn Mon, Feb 24, 2025 at 8:20 AM VP <vp@x.vn> wrote:\n> Giao'), 'Done.'],
    ['Outlook', plain('Đã xong.\n\n________________________________\nFrom: VP <vp@x.vn>\nGiao'), 'Đã xong.'],
    ['Outlook without a line', plain('Đã xong.\n\nTừ: VP <vp@x.vn>\nĐã gửi: thứ Hai\nGiao'), 'Đã xong.'],
    ['an old program', plain('Đã xong.\n-----Original Message-----\nGiao'), 'Đã xong.'],
    ['answers between the lines', plain('> Bao giờ xong?\nTuần sau.\n> Ai làm?\nTôi.'), 'Tuần sau.\nTôi.'],
    ['a signature', plain('Đã xong.\n-- \nNguyễn Văn An\n0912 345 678'), 'Đã xong.'],
    [
      'HTML alone',
      html('<style>p{}</style><p>Đã&nbsp;xong &amp; gửi</p><blockquote>Giao</blockquote>'),
      'Đã xong & gửi',
    ],
    [
      'a sentence that only begins like a quotation',
      plain('Ngày 15/3 sẽ xong.\nTừ: tuần sau.'),
      'Ngày 15/3 sẽ xong.\nTừ: tuần sau.',
    ],
  ])('%s', async (_name, raw, words) => {
    expect(await newWords(raw)).toBe(words);
  });

  test('whatever was written stands before what is quoted, one line of it or many, and is plain text', async () => {
    const word = fc.stringMatching(/^[a-zđêô]{1,8}$/);
    const lines = fc.array(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((w) => w.join(' ')),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (written) => {
        const text = await newWords(plain(`${written.join('\n')}${QUOTED}`));
        expect(text.normalize('NFC')).toBe(written.join('\n').normalize('NFC'));
      }),
      { numRuns: 50 },
    );
    expect(await newWords(plain('a\u0007b\u202ec'))).toBe('a b c');
  });
});
