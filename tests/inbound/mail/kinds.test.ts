import { describe, expect, test } from '@jest/globals';
import { readInbound } from '../../../inbound/mail/read/index.ts';

/* What kind of mail it is, in the dresses of many programs: own samples, written after the standards. */

const ABOUT = '<viec.41@anphu.example>';
const mail = (head: readonly string[], body = 'x') =>
  Buffer.from([...head, 'To: vp@anphu.example', `In-Reply-To: ${ABOUT}`, '', body].join('\r\n'));
const person = 'From: Nguyễn Văn An <an@anphu.example>';
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const kindOf = async (raw: Buffer) => (await readInbound(raw)).kind;

describe('nobody waits for the mail of a machine', () => {
  test.each([
    'Trả lời tự động: 41/TB-UBND',
    'TRẢ LỜI TỰ ĐỘNG: 41/TB-UBND',
    'Re: Trả lời tự động: Giao việc',
    '[Trả lời tự động] Giao việc',
    'Tự động trả lời: Giao việc',
    'Vắng mặt: Giao việc',
    'Automatic reply: Giao việc',
    'Auto-reply: Giao việc',
    'Out of Office: Giao việc',
    'Đã đọc: Giao việc',
    'Không đọc: Giao việc',
    'Read: Giao việc',
  ])('with the subject %s, and no header that says so', async (subject) => {
    for (const form of [subject, subject.normalize('NFD')]) {
      expect(await kindOf(mail([person, `Subject: ${word(form)}`, 'Content-Type: text/plain']))).toBe('automatic');
    }
  });

  test.each([
    'Auto-Submitted: auto-replied (vacation)',
    'X-Autoreply: yes',
    'X-Auto-Response-Suppress: All',
    'X-Auto-Response-Suppress: DR, OOF, All',
    'Precedence: auto_reply',
    'List-Id: <tin.anphu.example>',
    'Return-Path: <>',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
  ])('with the header %s', async (header) => {
    expect(await kindOf(mail([person, 'Subject: Re: 41/TB-UBND', header]))).toBe('automatic');
  });

  test.each([
    [['Content-Type: text/calendar; method=REPLY; charset=utf-8'], 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR'],
    [
      ['Content-Type: multipart/alternative; boundary=b'],
      '--b\r\nContent-Type: text/plain\r\n\r\n\r\n--b\r\nContent-Type: text/calendar; method=reply\r\n\r\nBEGIN:VCALENDAR\r\n--b--',
    ],
  ])('that a calendar’s day was accepted by a click: %j', async (type, body) => {
    expect(await kindOf(mail([person, 'Subject: x', ...type], body))).toBe('automatic');
    const written = body.replace('text/plain\r\n\r\n', 'text/plain\r\n\r\nSo da nhan.');
    if (written !== body) expect(await kindOf(mail([person, 'Subject: x', ...type], written))).toBe('reply');
  });

  test('that a mail was read, in a part of its own within another mail', async () => {
    const body = ['--b', 'Content-Type: text/plain', '', 'x', '--b', 'Content-Type: message/disposition-notification'];
    const raw = mail(
      [person, 'Subject: x', 'Content-Type: multipart/mixed; boundary=b'],
      [...body, '', 'Disposition: manual-action/MDN-sent-manually; displayed', '--b--'].join('\r\n'),
    );
    expect(await kindOf(raw)).toBe('automatic');
  });
});

test.each([
  'Re: 41/TB-UBND',
  'Về việc trả lời tự động của cổng dịch vụ công',
  'Đã đọc và triển khai 41/TB-UBND',
  'Báo cáo tự động hoá',
  'Ready: 41/TB-UBND',
])('a person’s mail with the subject %s waits, whatever it says of absence', async (subject) => {
  const head = [
    person,
    `Subject: ${word(subject)}`,
    'X-Auto-Response-Suppress: DR',
    'Content-Type: text/plain; charset=utf-8',
  ];
  expect(await readInbound(mail(head, 'Tôi đi công tác đến 10/12, chị Hà làm thay.'))).toMatchObject({
    kind: 'reply',
    text: 'Tôi đi công tác đến 10/12, chị Hà làm thay.',
  });
});

interface Told {
  readonly fields: readonly string[];
  readonly statusType?: string;
  readonly returnedType?: string;
  readonly returned?: readonly string[];
}

function report({
  fields,
  statusType = 'message/delivery-status',
  returnedType = 'text/rfc822-headers',
  returned = [`Message-ID: ${ABOUT}`, 'Subject: x'],
}: Told): Buffer {
  return Buffer.from(
    [
      ...['From: MAILER-DAEMON@mx.example', 'To: vp@anphu.example', 'Subject: Undelivered'],
      ...['Content-Type: multipart/report; report-type=delivery-status; boundary="g"', ''],
      ...['--g', 'Content-Type: text/plain', '', 'x', ''],
      ...['--g', `Content-Type: ${statusType}`, 'Content-Transfer-Encoding: 8bit', '', ...fields, ''],
      ...['--g', `Content-Type: ${returnedType}`, '', ...returned, '', '--g--', ''],
    ].join('\r\n'),
  );
}

describe('a report of delivery is read', () => {
  const MTA = ['Reporting-MTA: dns; mx.example', ''];
  const failed = { action: 'failed', status: '5.1.1' };
  const CASES: readonly [name: string, told: Told, status: object][] = [
    [
      'with comments in its fields, nested and quoted',
      {
        fields: [
          ...MTA,
          'Final-Recipient: rfc822; an@x.example (now (by) "B")',
          'Action: failed (no (such) user)',
          'Status: 5.1.1 (Permanent)',
        ],
      },
      { ...failed, recipients: ['an@x.example'] },
    ],
    [
      'without a word on the server, or an empty line after it',
      {
        fields: [
          'Reporting-MTA: dns; mx.example',
          'Final-Recipient: rfc822;<An@X.example>',
          'Action: FAILED',
          'Status: 5.1.1',
        ],
      },
      { ...failed, recipients: ['an@x.example'] },
    ],
    [
      'without an action: its status says it',
      { fields: [...MTA, 'Final-Recipient: rfc822; an@x.example', 'Status: 4.4.1'] },
      { action: 'delayed', status: '4.4.1' },
    ],
    [
      'in the form of internationalised mail',
      {
        statusType: 'message/global-delivery-status',
        returnedType: 'message/global-headers',
        fields: [
          ...MTA,
          'Original-Recipient: utf-8; th\\x{1B0}@x.example',
          'Final-Recipient: utf-8; thư@x.example',
          'Action: failed',
          'Status: 5.1.1',
        ],
      },
      { ...failed, recipients: ['th\\x{1b0}@x.example', 'thư@x.example'] },
    ],
    [
      'with an address written as codes',
      { fields: [...MTA, 'Original-Recipient: rfc822;an+2Bviec@x.example', 'Action: failed', 'Status: 5.1.1'] },
      { ...failed, recipients: ['an+2bviec@x.example', 'an+viec@x.example'] },
    ],
    [
      'with the whole message, its header folded',
      {
        fields: [...MTA, 'Final-Recipient: rfc822; an@x.example', 'Action: failed', 'Status: 5.1.1'],
        returnedType: 'message/global',
        returned: ['Received: x', 'Message-ID:', ` ${ABOUT}`, '', 'Message-ID: <khac@x.example>'],
      },
      failed,
    ],
  ];
  test.each(CASES)('%s', async (_name, told, status) => {
    expect(await readInbound(report(told))).toMatchObject({ kind: 'report', about: [ABOUT], statuses: [status] });
  });

  test('of a server that puts the message at the end of its text', async () => {
    const text = [
      'Could not be delivered.',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      '',
    ];
    const raw = Buffer.from(
      [
        ...['From: Mailer-Daemon@mx.example', 'X-Failed-Recipients: an@x.example', 'Subject: Mail delivery failed', ''],
        ...[...text, 'Return-path: <vp@anphu.example>', `Message-ID: ${ABOUT}`, '', 'Message-ID: <khac@x.example>'],
      ].join('\n'),
    );
    expect(await readInbound(raw)).toMatchObject({
      about: [ABOUT],
      statuses: [{ action: 'failed', recipients: ['an@x.example'] }],
    });
  });
});
