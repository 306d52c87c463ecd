/** Mails as other programs write them. */

export interface ReportSketch {
  /** The message it is about; undefined where the report does not return it. */
  readonly about?: string;
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  /** How the returned part is typed. */
  readonly returned?: 'text/rfc822-headers' | 'message/rfc822' | 'message/rfc822-headers' | 'none';
  readonly headers?: readonly string[];
}

/** A report of delivery as RFC 3464 has it, in the dress of one server or another. */
export function reportMail(sketch: ReportSketch): Buffer {
  const {
    about,
    to = 'an@anphu.example',
    action = 'failed',
    status = '5.1.1',
    returned = 'text/rfc822-headers',
  } = sketch;
  const { diagnostic = `smtp; 550 5.1.1 <${to}>: Recipient address rejected:\n    User unknown` } = sketch;
  const part = [
    `Content-Type: ${returned}`,
    '',
    'Received: from vp.anphu.example by mx.example',
    ...(about === undefined ? [] : [`Message-ID:`, ` ${about}`]),
    'Subject: =?UTF-8?Q?Giao_nhi=E1=BB=87m_v=E1=BB=A5?=',
    '',
    'Message-ID: <than-thu@anphu.example>',
    '',
  ];
  return lines([
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'To: vp@anphu.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'Message-ID: <dsn1@mx.example>',
    ...(sketch.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="b1/mx.example"',
    '',
    '--b1/mx.example',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry to have to inform you.',
    '',
    '--b1/mx.example',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'X-Postfix-Queue-ID: 4XyZ',
    'Arrival-Date: Mon, 24 Feb 2025 08:20:00 +0700 (+07)',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Original-Recipient: rfc822;${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    ...(returned === 'none' ? [] : ['--b1/mx.example', ...part]),
    '--b1/mx.example--',
    '',
  ]);
}

export interface ReplySketch {
  readonly about?: string;
  readonly references?: string;
  readonly from?: string;
  readonly text?: string;
  readonly messageId?: string;
  readonly headers?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly bytes: Buffer }[];
}

export const QUOTED = `

Vào Th 2, 24 thg 2, 2025 vào lúc 08:20 Văn phòng UBND tỉnh <vp@anphu.example> đã
viết:

> GIAO NHIỆM VỤ
> Đề nghị xác nhận đã nhận nhiệm vụ.`;

export function replyMail(sketch: ReplySketch): Buffer {
  const { about, references, from = 'Nguyễn Văn An <An@AnPhu.example>', text = 'Đã xong 60%.', files = [] } = sketch;
  return lines([
    `From: ${from}`,
    'To: vp@anphu.example',
    'Subject: Re: 41/TB-UBND',
    `Message-ID: ${sketch.messageId ?? '<tra-loi-1@anphu.example>'}`,
    ...(about === undefined ? [] : [`In-Reply-To: ${about}`]),
    ...(references === undefined ? [] : [`References: ${references}`]),
    ...(sketch.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b2',
    '',
    '--b2',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`${text}${QUOTED}`).toString('base64'),
    ...files.flatMap(({ name, bytes }) => [
      '--b2',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
    ]),
    '--b2--',
    '',
  ]);
}

function lines(all: readonly string[]): Buffer {
  return Buffer.from(all.join('\n').replace(/\n/g, '\r\n'));
}
