import { type DkimKey, EmailSender, type MailOptions, readDkimKey, smtpServerOf } from '../delivery/email/index.ts';
import type { Sender } from '../delivery/outbox/index.ts';
import { DEFAULT_PARAMETERS, LINK_PARAMETER, ZaloSender } from '../delivery/zalo/index.ts';
import { type Channel, channelsOf } from '../dsl/policy/channels.ts';
import { present } from '../dsl/present.ts';
import { UserError } from '../dsl/user-error.ts';
import { type ReturnPaths, returnPathsOf } from '../inbound/mail/index.ts';
import { openKeyRing } from '../office/links/index.ts';
import type { Config, MailConfig } from '../settings/config.ts';
import { nameAndAddress } from '../settings/sender-name.ts';
import { zaloSetup } from './zalo.ts';

/** A sender for each channel the environment configures. What waits for a channel without one is held. */
export async function sendersOf(config: Config, hooks: MailHooks = {}): Promise<Sender[]> {
  const opened = await Promise.all(channelsOf().map((channel) => SENDERS[channel](config, hooks)));
  return opened.filter((sender) => sender !== null);
}

/** Opens a channel's sender; null where the environment does not ask for it. */
const SENDERS: Readonly<Record<Channel, (config: Config, hooks: MailHooks) => Promise<Sender | null>>> = {
  email: mailSender,
  zalo: zaloSender,
};

export type MailHooks = Pick<MailOptions, 'onReturnPathRefused' | 'onFault'>;

async function mailSender({ mail, console: { keyFile } }: Config, hooks: MailHooks): Promise<Sender | null> {
  if (mail.smtpUrl === undefined) return null;
  if (mail.from === undefined) {
    throw new UserError('SMTP_URL đã đặt mà chưa có MAIL_FROM; đặt MAIL_FROM="Văn phòng … <dia-chi@co-quan.gov.vn>"');
  }
  const { name, address } = nameAndAddress(mail.from);
  const dkim = await dkimKeyOf(mail);
  const paths = await returnPaths(mail, keyFile);
  return new EmailSender({
    ...smtpServerOf(mail.smtpUrl),
    fromName: name,
    fromAddress: address,
    receipts: mail.receipts,
    ...present({ dkim, returnPath: paths?.of }),
    ...hooks,
  });
}

/** Return paths of messages, signed with the keys of the links; undefined where the environment asks for none. */
export async function returnPaths({ returnPath }: MailConfig, keyFile: string): Promise<ReturnPaths | undefined> {
  return returnPath === undefined ? undefined : returnPathsOf(await openKeyRing(keyFile), returnPath);
}

/** What mail is signed with, read and checked; undefined where the environment names no key. */
export async function dkimKeyOf({ dkim, from }: MailConfig): Promise<DkimKey | undefined> {
  if (dkim === undefined) return undefined;
  const domain = dkim.domain ?? /@([^\s>]+)/.exec(from ?? '')?.[1];
  if (domain === undefined)
    throw new UserError('DKIM_KEY_FILE đã đặt mà không có DKIM_DOMAIN hay MAIL_FROM: đặt một trong hai');
  return readDkimKey(domain, dkim.selector, dkim.keyFile);
}

async function zaloSender(config: Config): Promise<Sender | null> {
  const setup = await zaloSetup(config);
  if (setup === null) return null;
  const parameters = { ...DEFAULT_PARAMETERS, ...(config.zalo.templateLink ? LINK_PARAMETER : {}) };
  const templates = { default: { id: setup.templateId, parameters } };
  const { hashPhones, customerCare } = config.zalo;
  const care = customerCare === undefined ? {} : { customerCare };
  return new ZaloSender({ ...setup.access, templates, hashPhones, ...care, now: Date.now });
}
