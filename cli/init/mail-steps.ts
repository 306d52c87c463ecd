import { sendTrial, smtpServerOf } from '../../delivery/email/index.ts';
import type { MailConfig } from '../../settings/config.ts';
import { isMailAddress } from '../../settings/mail-address.ts';
import {
  MAIL_SECURITIES,
  type MailSecurity,
  mailServerUrl,
  mailServerWords,
  usualMailPort,
} from '../../settings/mail-server-url.ts';
import { nameAndAddress } from '../../settings/sender-name.ts';
import type { Settings } from '../../settings/settings-file.ts';
import { INIT_TEXTS as say } from '../../texts/settings.ts';
import type { Dialogue } from './ask.ts';

const address = (answer: string) => (isMailAddress(answer) ? null : say.notAnAddress);
const port = (answer: string) => (Number(answer) >= 1 && Number(answer) <= 65_535 ? null : say.notPort);

/** Asks how mail leaves and from whom, tries the server, and asks again where it fails and the person wants to. */
export async function askMail(dialogue: Dialogue, given: MailConfig): Promise<Settings> {
  const now = given.from === undefined ? undefined : nameAndAddress(given.from);
  const name = await dialogue.required({ asks: say.officeName, usual: now?.name });
  const from = await dialogue.required({ asks: say.address, usual: now?.address, check: address });
  const mailFrom = `${name.replaceAll('"', '')} <${from}>`;
  let usual = given.smtpUrl;
  for (;;) {
    const url = await askServer(dialogue, usual, from);
    if (url === null) return { MAIL_FROM: mailFrom, SMTP_URL: '' };
    if ((await tryServer(dialogue, url, { name, from })) || !(await dialogue.yesNo(say.again, true))) {
      return { MAIL_FROM: mailFrom, SMTP_URL: url };
    }
    usual = url;
  }
}

async function askServer(dialogue: Dialogue, given: string | undefined, from: string): Promise<string | null> {
  const now = given === undefined ? undefined : mailServerWords(given);
  const host = await dialogue.optional({ asks: say.host, usual: now?.host });
  if (host === null) return null;
  const kind = await dialogue.ask<MailSecurity>({
    asks: say.security,
    usual: String(MAIL_SECURITIES.indexOf(now?.security ?? 'starttls') + 1),
    take: (answer) => MAIL_SECURITIES[Number(answer) - 1] ?? { wrong: say.notSecurity },
  });
  const number = await dialogue.required({ asks: say.port, usual: now?.port ?? usualMailPort(kind), check: port });
  const user = (await dialogue.optional({ asks: say.user, usual: now ? now.user : from })) ?? '';
  const usual = now?.password || undefined;
  const password = user === '' ? '' : await dialogue.required({ asks: say.password, usual, secret: true });
  return mailServerUrl({ host, security: kind, port: number, user, password });
}

async function tryServer(
  dialogue: Dialogue,
  url: string,
  { name, from }: { readonly name: string; readonly from: string },
): Promise<boolean> {
  const to = await dialogue.optional({ asks: say.tryMail, usual: from, check: address });
  dialogue.say(say.mailTrying(new URL(url).hostname));
  const trial = to === null ? undefined : { to, subject: say.testSubject, text: say.testText };
  const fault = await sendTrial({ ...smtpServerOf(url), fromName: name, fromAddress: from }, trial);
  dialogue.say(fault !== null ? say.mailFails(fault) : to === null ? say.mailWorks : say.mailSent(to));
  return fault === null;
}
