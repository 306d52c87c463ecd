import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readInbound } from '../../../inbound/mail/read/index.ts';
import { QUOTED, replyMail } from './mails.ts';

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
      'Thunderbird, below the quotation',
      plain(`${QUOTED.trim()}\n\nĐã xong.\nGửi báo cáo sau.`),
      'Đã xong.\nGửi báo cáo sau.',
    ],
    ['above and below it', plain(`Đã nhận.${QUOTED}\n\nBổ sung: xong 60%.`), 'Đã nhận.\n\nBổ sung: xong 60%.'],
    [
      'one line above the quotation, without an empty one between',
      plain('Đã xong.\nVào 08:20 24/02/2025, VP <vp@x.vn> đã viết:\n> Giao'),
      'Đã xong.',
    ],
    [
      'Outlook in Vietnamese, without addresses, a long list broken',
      plain(
        'Đã xong.\n\nTừ: Văn phòng\nĐã gửi: Thứ Ba, 25 Tháng Hai 2025 8:30 SA\nĐến: Sở A; Sở B;\nSở C\nCc: Sở D\nChủ đề: Giao việc\n\nĐề nghị',
      ),
      'Đã xong.',
    ],
    [
      'another program’s names of the same',
      plain(
        'Đã xong.\n\nNgười gửi: Văn phòng\nNgày gửi: 25/02/2025 08:30\nNgười nhận: Sở A\nTiêu đề: Giao việc\n\nĐề nghị',
      ),
      'Đã xong.',
    ],
    [
      'in bold, as another program passes it on',
      plain('Xong.\n\n*Từ:* VP\n*Đã gửi:* thứ Hai\n*Đến:* An\n*Chủ đề:* Giao\n\nx'),
      'Xong.',
    ],
    [
      'the subject first',
      plain('Xong.\n\n-------- Thư chuyển tiếp --------\nTiêu đề: Giao\nTừ: VP <vp@x.vn>\n\nx'),
      'Xong.',
    ],
    [
      'from a telephone',
      plain('Đã xong.\n\nĐã gửi từ iPhone của tôi\n\nVào 24 thg 2, 2025, VP <vp@x.vn> đã viết:\n\n> Giao'),
      'Đã xong.',
    ],
    [
      'HTML with an address first',
      html(
        '<div>Xong 60&#37;, c&ograve;n 40 %.</div><div>VP &lt;vp@x.vn&gt; đã viết:</div><blockquote>Giao</blockquote>',
      ),
      'Xong 60%, còn 40 %.',
    ],
    [
      'HTML, below the quotation',
      html(
        '<div>On 24/02/2025 08:30, VP\n wrote:<br></div><blockquote type=cite>Giao<blockquote>x</blockquote></blockquote><p>S&#7903; &#x0111;&atilde; xong</p>',
      ),
      'Sở đã xong',
    ],
    [
      'HTML of Outlook',
      html(
        '<head><title>x</title></head><body><p>Sở đã&nbsp;nhận.</p><div><b>Từ:</b> Văn phòng<br><b>Đã gửi:</b> thứ Hai<br><b>Đến:</b> An<br><b>Chủ đề:</b> Giao</div><p>Đề nghị</p>',
      ),
      'Sở đã nhận.',
    ],
    ['HTML nobody closed', html('<head><body>Đã xong<p>Mai gửi<blockquote>Giao'), 'Đã xong\nMai gửi'],
    [
      'words with colons',
      plain('Ngày: 15/3 xong.\nĐến: tháng 4 gửi.\nSở đã viết: báo cáo kèm theo.'),
      'Ngày: 15/3 xong.\nĐến: tháng 4 gửi.\nSở đã viết: báo cáo kèm theo.',
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
