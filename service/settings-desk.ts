import type { SendMail } from '../console/index.ts';
import type { MailEntry, SettingsDesk, SettingsView } from '../console/settings-desk.ts';
import { sendTrial, smtpServerOf } from '../delivery/email/index.ts';
import { UserError } from '../dsl/user-error.ts';
import { changeSettings } from '../settings/change-settings.ts';
import type { Config } from '../settings/config.ts';
import { isMailAddress } from '../settings/mail-address.ts';
import { MAIL_SECURITIES, mailServerUrl, mailServerWords } from '../settings/mail-server-url.ts';
import { readConfig } from '../settings/read-config.ts';
import { nameAndAddress } from '../settings/sender-name.ts';
import { readSettings, type Settings } from '../settings/settings-file.ts';
import { INIT_TEXTS } from '../texts/settings.ts';
import { SETTINGS_PAGE as say } from '../texts/staff/index.ts';
import { zaloProblems } from '../texts/zalo.ts';
import { backTo, providerStanding } from './provider-standing.ts';
import { settingsWarnings } from './settings-warnings.ts';
import { zaloSetup, zaloStanding } from './zalo.ts';

/** Settings that hold from the next start on: addresses stand in links that left, what comes in is listened for from the start. */
const AT_START = [
  'DONDOC_CONSOLE_URL',
  'ZALO_APP_ID',
  'ZALO_APP_SECRET',
  'ZALO_TEMPLATE_ID',
  'MAIL_INBOX',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
] as const;

/**
 * The settings of a running service: written into the same file by the same writer as `dondoc init`.
 * @param apply makes what sends follow them at once
 */
export function settingsDesk(started: Config, apply: (config: Config) => Promise<void>): SettingsDesk {
  const { dataFolder } = started;
  const atStart = readSettings(dataFolder);
  const now = () => readConfig({ ...process.env, DONDOC_DATA: dataFolder });

  const save = async (changes: Settings): Promise<void> => {
    const { changed } = await changeSettings(dataFolder, changes);
    if (changed.some((name) => !AT_START.some((one) => one === name))) await apply(now());
  };
  return {
    save,
    current: () => viewOf(now(), waitingOf(atStart, readSettings(dataFolder))),
    async saveMail(entry) {
      const { smtpUrl } = now().mail;
      const held = smtpUrl === undefined ? undefined : mailServerWords(smtpUrl);
      // A password is of one account at one server: another is never told it.
      const isSame = held?.host === entry.host && held.user === entry.user;
      await save(mailSettings(entry, isSame ? held.password : ''));
    },
    async tryMail(to) {
      if (!isMailAddress(to)) throw new UserError(INIT_TEXTS.notAnAddress);
      const { mail } = now();
      if (mail.smtpUrl === undefined || mail.from === undefined) throw new UserError(say.noServer);
      return sendOne(mail, { to, subject: INIT_TEXTS.testSubject, text: INIT_TEXTS.testText });
    },
    async tryZalo() {
      const setup = await zaloSetup(now());
      if (setup === null) throw new UserError(say.noZalo);
      if ((await setup.tokens.load()) === null) return [INIT_TEXTS.zaloGrant];
      return zaloProblems(await zaloStanding(setup));
    },
    async tryProvider() {
      const config = now();
      if (config.oidc === undefined) throw new UserError(say.noProvider);
      return providerStanding(config);
    },
  };
}

/** Sends one mail by itself, as the settings stand when it leaves: what lets somebody in waits for no round. */
export function mailAtOnce(dataFolder: string): SendMail {
  return async (mail) => sendOne(readConfig({ ...process.env, DONDOC_DATA: dataFolder }).mail, mail);
}

async function sendOne({ smtpUrl, from }: Config['mail'], mail: Parameters<SendMail>[0]): Promise<string | null> {
  if (smtpUrl === undefined || from === undefined) return say.noServer;
  const { name, address } = nameAndAddress(from);
  return sendTrial({ ...smtpServerOf(smtpUrl), fromName: name, fromAddress: address }, mail);
}

function mailSettings({ officeName, address, password, ...server }: MailEntry, held: string): Settings {
  if (officeName === '') throw new UserError(say.noOfficeName);
  if (!isMailAddress(address)) throw new UserError(INIT_TEXTS.notAnAddress);
  const from = `${officeName.replaceAll('"', '')} <${address}>`;
  if (server.host === '') return { MAIL_FROM: from, SMTP_URL: '' };
  if (!/^[A-Za-z0-9.:[\]-]+$/.test(server.host)) throw new UserError(say.badHost(server.host));
  if (server.port !== '' && !(Number(server.port) >= 1 && Number(server.port) <= 65_535))
    throw new UserError(INIT_TEXTS.notPort);
  const security = MAIL_SECURITIES.find((one) => one === server.security) ?? 'starttls';
  return { MAIL_FROM: from, SMTP_URL: mailServerUrl({ ...server, security, password: password || held }) };
}

/** Written, and not what the service was started with. */
function waitingOf(atStart: Settings, written: Settings): string[] {
  return AT_START.filter((name) => (atStart[name] ?? '') !== (written[name] ?? ''));
}

function viewOf(config: Config, waiting: readonly string[]): SettingsView {
  const { mail, console, zalo, oidc } = config;
  const from = nameAndAddress(mail.from ?? '');
  const nothing = { host: '', security: 'starttls', port: '', user: '', password: '' } as const;
  const { password, ...server } = mail.smtpUrl === undefined ? nothing : mailServerWords(mail.smtpUrl);
  return {
    officeName: from.name,
    address: from.address,
    server: { ...server, hasPassword: password !== '' },
    url: console.url ?? '',
    decideBy: console.decideBy,
    zalo: {
      appId: zalo.appId ?? '',
      templateId: zalo.templateId ?? '',
      hasSecret: zalo.appSecret !== undefined,
    },
    oidc: {
      issuer: oidc?.issuer ?? '',
      clientId: oidc?.clientId ?? '',
      hasSecret: oidc !== undefined,
      back: console.url === undefined ? '' : backTo(console.url),
    },
    warnings: settingsWarnings(config),
    waiting,
    fixed: [...AT_START, 'SMTP_URL', 'MAIL_FROM', 'DONDOC_CHANNELS', 'DONDOC_DECIDE_BY'].filter(
      (name) => process.env[name],
    ),
  };
}
