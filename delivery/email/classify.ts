import { present } from '../../dsl/present.ts';
import { MINUTE_MS } from '../../dsl/time/day.ts';
import type { Outcome } from '../outbox/sender.ts';

/**
 * How far a message got. nodemailer calls every lost connection `command: 'CONN'`, before DATA and after it, so the
 * sender watches the body itself.
 */
export interface MailProgress {
  /** A byte of the message has been read by the connection; before that, DATA was not answered. */
  readonly bodyStarted: boolean;
}

interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Refusals of us, not of the message: credentials, encryption, or a session in the wrong state. */
const OUR_FAULT = new Set([503, 530, 534, 535, 538]);
const SOON_MS = 2 * MINUTE_MS;
const MEND_MS = 15 * MINUTE_MS;

/**
 * What an error of nodemailer means for the message.
 *
 * A reply decides: 4xx = not taken, may come again; 5xx to MAIL, RCPT or DATA = never. Without a reply a lost
 * connection is harmless before the body began and a doubt afterwards.
 */
export function classifySmtpError(error: unknown, { bodyStarted }: MailProgress): Outcome {
  const err = asSmtpError(error);
  const code = err.responseCode;
  if (code !== undefined && code >= 400) {
    const reason = `máy chủ thư trả lời: ${line(err.response ?? err.message)}`;
    const said = { reason, code: String(code) };
    if (code < 500) return { kind: 'later', ...said, retryAfterMs: SOON_MS };
    if (OUR_FAULT.has(code) || !isOfMessage(err)) {
      return { kind: 'later', ...said, retryAfterMs: MEND_MS, scope: 'channel', alarm: true };
    }
    return { kind: 'refused', ...said };
  }
  if (bodyStarted) {
    return {
      kind: 'unknown',
      reason: `mất kết nối với máy chủ thư khi thư đã bắt đầu được chuyển: ${line(err.message)}`,
    };
  }
  if (err.code === 'EENVELOPE') return { kind: 'refused', reason: `địa chỉ thư không hợp lệ: ${line(err.message)}` };
  if (err.code === 'EMESSAGE')
    return { kind: 'refused', reason: `máy chủ thư không nhận cỡ thư: ${line(err.message)}` };
  const configured = err.code === 'EAUTH' || err.code === 'ETLS' || err.code === 'ENOAUTH';
  return present({
    kind: 'later',
    reason: `chưa kết nối được máy chủ thư: ${line(err.message)}`,
    retryAfterMs: configured ? MEND_MS : SOON_MS,
    scope: 'channel',
    alarm: configured || undefined,
  });
}

/**
 * What a server said that takes no mail from the envelope's sender, for good; undefined where it said nothing of the
 * kind. Many say so only when they are told the recipient (RFC 3463: 5.1.7 and 5.1.8 are the sender's address).
 */
export function senderRefusal(error: unknown): string | undefined {
  const { responseCode = 0, command, response = '', message } = asSmtpError(error);
  if (responseCode < 500 || OUR_FAULT.has(responseCode)) return undefined;
  const atRecipient = command === 'RCPT TO' && (/\b5\.1\.[78]\b/.test(response) || /\bsender\b/i.test(response));
  return command === 'MAIL FROM' || atRecipient ? line(response || message) : undefined;
}

/** Was the reply to a command that carries this message (and not to a greeting, a login, a TLS upgrade)? */
function isOfMessage({ code, command }: SmtpError): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && /^(MAIL FROM|RCPT TO|DATA)$/.test(command ?? '');
}

function asSmtpError(error: unknown): SmtpError {
  const fields: Readonly<Record<string, unknown>> = Object(error);
  const { message = String(error), code, command, response, responseCode } = fields;
  return present({
    message: String(message),
    code: typeof code === 'string' ? code : undefined,
    command: typeof command === 'string' ? command : undefined,
    response: typeof response === 'string' ? response : undefined,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
  });
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
