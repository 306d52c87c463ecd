/*
 * Bounces in the dress of several servers, written after RFC 3464 and after what each is known to put into one. None
 * returns the Message-ID: only the address it comes to says what it is about.
 */

export interface Bounced {
  /** The return path it comes back to. */
  readonly path: string;
  /** Whom the message was for. */
  readonly to: string;
}

const mail = (lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`);

const report = (boundary: string, parts: readonly (readonly string[])[]) => [
  'MIME-Version: 1.0',
  `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
  '',
  ...parts.flatMap((part) => [`--${boundary}`, ...part, '']),
  `--${boundary}--`,
];

/** Postfix, set to return nothing of the message; the local delivery adds the first three headers. */
export const postfix = ({ path, to }: Bounced) =>
  mail([
    ...['Return-Path: <>', `X-Original-To: ${path}`, 'Delivered-To: vp@anphu.example'],
    'Received: by mx.anphu.example (Postfix) id 7D2C41F; Mon, 24 Feb 2025 08:21:04 +0700 (+07)',
    'From: MAILER-DAEMON@mx.anphu.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${path}`,
    'Auto-Submitted: auto-replied',
    ...report('7D2C41F.1740360064/mx.anphu.example', [
      [
        ...['Content-Description: Notification', 'Content-Type: text/plain; charset=us-ascii', ''],
        ...['Your message could not be delivered to one or more recipients.', '', `<${to}>: mailbox unavailable`],
      ],
      [
        ...['Content-Description: Delivery report', 'Content-Type: message/delivery-status', ''],
        ...['Reporting-MTA: dns; mx.anphu.example', 'X-Postfix-Queue-ID: 7D2C41F', ''],
        ...[`Final-Recipient: rfc822; ${to}`, `Original-Recipient: rfc822;${to}`, 'Action: failed', 'Status: 5.2.2'],
        ...['Remote-MTA: dns; mail.sxd.example', 'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full'],
      ],
    ]),
  ]);

/** Exim: a plain text, and a header that names whom it gave up on. */
export const exim = ({ path, to }: Bounced) =>
  mail([
    ...['Return-path: <>', `Envelope-to: ${path}`, `X-Failed-Recipients: ${to}`, 'Auto-Submitted: auto-replied'],
    'From: Mail Delivery System <Mailer-Daemon@mail.sxd.example>',
    ...[`To: ${path}`, 'Subject: Mail delivery failed: returning message to sender', ''],
    ...['A message that you sent could not be delivered to one or more of its recipients.', 'It failed for good:', ''],
    ...[`  ${to}`, '    host 10.1.2.3 [10.1.2.3]', '    SMTP error from remote mail server after RCPT TO:', ''],
    `    550 5.1.1 <${to}>: user unknown`,
  ]);

/** Exim says that a message is late: no header names anybody, for nobody has been given up. */
export const eximLate = ({ path, to }: Bounced) =>
  mail([
    ...['Return-path: <>', `Envelope-to: ${path}`, 'Auto-Submitted: auto-replied'],
    'From: Mail Delivery System <Mailer-Daemon@mail.sxd.example>',
    ...[`To: ${path}`, 'Subject: Warning: message 1abc delayed 24 hours', ''],
    ...['A message that you sent has not yet been delivered to:', '', `  ${to}`, '', 'No action is required.'],
  ]);

/** Exchange: the person under an internal address, the report in capitals of its own, nothing returned. */
export const exchange = ({ path }: Bounced) =>
  mail([
    'From: <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@sxd.example>',
    ...[`To: <${path.toUpperCase()}>`, 'Subject: Undeliverable: 41/TB-UBND', 'Auto-Submitted: auto-replied'],
    'X-MS-Exchange-Message-Is-Ndr:',
    ...report('_000_ndr', [
      ['Content-Type: text/html; charset="utf-8"', '', '<html><body><b>Delivery has failed</b></body></html>'],
      [
        ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns;EX01.sxd.local', ''],
        ...['Final-recipient: RFC822;an.nv@sxd.local', 'Action: failed', 'Status: 5.1.10'],
        ...['Diagnostic-code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound;', ' not found', 'X-Display-Name: An NV'],
      ],
    ]),
  ]);

/** qmail: its own plain form. */
export const qmail = ({ path, to }: Bounced) =>
  mail([
    ...['Return-Path: <>', `Delivered-To: ${path}`, 'From: MAILER-DAEMON@mail.sxd.example', `To: ${path}`],
    ...['Subject: failure notice', '', 'Hi. This is the qmail-send program at mail.sxd.example.'],
    ...["I wasn't able to deliver your message to the following addresses.", ''],
    ...[`<${to}>:`, 'This address no longer accepts mail. (#5.2.1)', ''],
    ...['--- Below this line is a copy of the message.', '', 'Return-Path: <x@y.example>', '<khac@sxd.example>:', 'x'],
  ]);

/** A gateway in no form anybody has written down. */
export const gateway = ({ path, to }: Bounced) =>
  mail([
    ...['Return-Path: <>', `Delivered-To: ${path}`, 'From: postmaster@gw.example', `To: ${path}`],
    ...['Auto-Submitted: auto-replied', 'Subject: Notice', '', `Your mail to ${to} was handled.`],
  ]);

/** A person is away, and the program that says so answers the return path, as RFC 3834 asks. */
export const away = ({ path, to }: Bounced) =>
  mail([
    ...['Return-Path: <>', `Delivered-To: ${path}`, `From: ${to}`, `To: ${path}`, 'Auto-Submitted: auto-replied'],
    ...['Subject: Vắng mặt', '', 'Tôi đi công tác đến hết tuần.'],
  ]);
