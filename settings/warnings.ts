import { SETTINGS_WARNINGS as say } from '../texts/settings.ts';
import type { Config } from './config.ts';
import { nameAndAddress } from './sender-name.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** Settings that work and that somebody should look at all the same: told at start, at `issue` and by `doctor`. */
export function settingsWarnings({ console, mail }: Pick<Config, 'console' | 'mail'>): string[] {
  const warnings: string[] = [];
  if (mail.smtpUrl !== undefined) {
    const server = new URL(mail.smtpUrl);
    const local = LOOPBACK.test(server.hostname);
    // With an account TLS is demanded unless the address says never; without one it is used where offered.
    const demanded = server.protocol === 'smtps:' || server.searchParams.get('tls') === 'always';
    const byAccount = server.username !== '' && server.searchParams.get('tls') !== 'never';
    if (!local && !demanded && !byAccount) warnings.push(say.plainMail(server.hostname));
    if (mail.from === undefined) warnings.push(say.noSender);
    else if (nameAndAddress(mail.from).name === '') warnings.push(say.noSenderName(nameAndAddress(mail.from).address));
    if (console.url === undefined) warnings.push(say.noAddress);
  }
  const url = console.url === undefined ? undefined : new URL(console.url);
  if (url?.protocol === 'http:' && !LOOPBACK.test(url.hostname)) warnings.push(say.plainHttp(url.origin));
  return warnings;
}
