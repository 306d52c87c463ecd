import { isLoopback, smtpServerOf } from '../delivery/email/index.ts';
import type { Config } from '../settings/config.ts';
import { nameAndAddress } from '../settings/sender-name.ts';
import { SETTINGS_WARNINGS as say } from '../texts/settings.ts';

/** Settings that work and that somebody should look at all the same: told at start, at `issue` and by `doctor`. */
export function settingsWarnings({ console, mail }: Pick<Config, 'console' | 'mail'>): string[] {
  const warnings: string[] = [];
  if (mail.smtpUrl !== undefined) {
    const { host, secure, requireTls } = smtpServerOf(mail.smtpUrl);
    if (!secure && !requireTls && !isLoopback(host)) warnings.push(say.plainMail(host));
    if (mail.from === undefined) warnings.push(say.noSender);
    else if (nameAndAddress(mail.from).name === '') warnings.push(say.noSenderName(nameAndAddress(mail.from).address));
    if (console.url === undefined) warnings.push(say.noAddress);
  }
  if (console.decideBy !== 'link' && mail.smtpUrl === undefined) warnings.push(say.noWayIn);
  const url = console.url === undefined ? undefined : new URL(console.url);
  if (url?.protocol === 'http:' && !isLoopback(url.hostname)) warnings.push(say.plainHttp(url.origin));
  return warnings;
}
