/** How mail leaves, as people say it. */
export interface MailServerWords {
  readonly host: string;
  /** `starttls`: encrypted once they have met. `tls`: from the first byte. `none`: not at all. */
  readonly security: MailSecurity;
  /** As typed; '' = the usual one. */
  readonly port: string;
  /** '' where the server asks for no account. */
  readonly user: string;
  readonly password: string;
}

export const MAIL_SECURITIES = ['starttls', 'tls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];

const USUAL_PORTS: Readonly<Record<MailSecurity, string>> = { starttls: '587', tls: '465', none: '25' };
const TLS: Readonly<Record<MailSecurity, string>> = { starttls: '?tls=always', tls: '', none: '?tls=never' };

export function usualMailPort(security: MailSecurity): string {
  return USUAL_PORTS[security];
}

/** The value of SMTP_URL. */
export function mailServerUrl({ host, security, port, user, password }: MailServerWords): string {
  const account = user === '' ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  return `${security === 'tls' ? 'smtps' : 'smtp'}://${account}${host}:${port || USUAL_PORTS[security]}${TLS[security]}`;
}

/** The same taken apart. */
export function mailServerWords(smtpUrl: string): MailServerWords {
  const url = new URL(smtpUrl);
  const plain = url.searchParams.get('tls') === 'never' ? 'none' : 'starttls';
  const security = url.protocol === 'smtps:' ? 'tls' : plain;
  return {
    host: url.hostname,
    security,
    port: url.port || USUAL_PORTS[security],
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}
