import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DkimKey } from './dkim.ts';

/** How mail leaves. */
export interface MailOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). Otherwise STARTTLS is used where offered. */
  readonly secure: boolean;
  /** Refuse to send without STARTTLS. */
  readonly requireTls: boolean;
  readonly user?: string;
  readonly password?: string;
  /** "Văn phòng …": the name mail comes from. */
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo?: string;
  /** Signs each mail for a domain (RFC 6376). */
  readonly dkim?: DkimKey;
  /** Ask the receiving servers to report what they put into a mailbox, too, where they can (RFC 3461). */
  readonly receipts?: boolean;
  /** The address a message comes back to, by the id of its row or digest; without it, `fromAddress`. */
  readonly returnPath?: (id: string) => string;
  /** The server takes no mail from such an address, and said this: from now on `fromAddress` is used. */
  readonly onReturnPathRefused?: (answer: string) => void;
  /** A part of a mail could not be made, for a fault of ours; the mail leaves without it. */
  readonly onFault?: (reason: string) => void;
  readonly connections?: number;
  readonly timeouts?: Partial<MailTimeouts>;
}

/** The server mail goes to, and how it lets us in. */
export type SmtpServer = Pick<MailOptions, 'host' | 'port' | 'secure' | 'requireTls' | 'user' | 'password'>;

export interface MailTimeouts {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Silence of the server while a message is under way. */
  readonly silenceMs: number;
  /** Of one message as a whole, waiting for a connection included. */
  readonly messageMs: number;
}

export const DEFAULT_TIMEOUTS: MailTimeouts = {
  connectMs: 20_000,
  greetingMs: 20_000,
  // RFC 5321 section 4.5.3.2.6 gives a server ten minutes to answer a message; giving up earlier makes doubts.
  silenceMs: 5 * 60_000,
  messageMs: 10 * 60_000,
};

/** Is a host this machine itself, which nobody else listens in on? */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);
}

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`. With a password, TLS is required unless the server is on this
 * machine or the address ends in `?tls=never`; `?tls=always` demands it without one, too. Throws `UserError` for anything else.
 */
export function smtpServerOf(url: string): SmtpServer {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new UserError('SMTP_URL không đọc được; dạng đúng: smtp://tài-khoản:mật-khẩu@máy-chủ:587 hoặc smtps://…:465');
  }
  const secure = parsed.protocol === 'smtps:';
  const user = decodeURIComponent(parsed.username);
  const tls = parsed.searchParams.get('tls');
  return present({
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
    secure,
    requireTls: !secure && (tls === 'always' || (tls !== 'never' && user !== '' && !isLoopback(parsed.hostname))),
    user: user === '' ? undefined : user,
    password: user === '' ? undefined : decodeURIComponent(parsed.password),
  });
}
