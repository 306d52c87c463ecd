import { join } from 'node:path';
import { type DkimKey, EmailSender, readDkimKey, smtpServerOf } from '../activities/email/index.ts';
import type { Sender } from '../activities/post-office/index.ts';
import { DEFAULT_PARAMETERS, FileTokenStore, ZaloSender } from '../activities/zalo/index.ts';
import { DAY_MS } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import type { Config, MailConfig } from './config.ts';

/** Zalo's refresh tokens live three months (official documentation). */
const REFRESH_LIFE_MS = 90 * DAY_MS;

/** A sender for each channel the environment configures. A channel without one is skipped, with that as the reason. */
export async function sendersOf(config: Config): Promise<Sender[]> {
  const mail = await mailSender(config);
  const zalo = await zaloSender(config);
  return [mail, zalo].filter((s) => s !== null);
}

async function mailSender({ mail }: Config): Promise<Sender | null> {
  if (mail.smtpUrl === undefined) return null;
  if (mail.from === undefined) {
    throw new UserError('SMTP_URL đã đặt mà chưa có MAIL_FROM; đặt MAIL_FROM="Văn phòng … <dia-chi@co-quan.gov.vn>"');
  }
  const [, name = '', address = mail.from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(mail.from) ?? [];
  const dkim = await dkimKeyOf(mail);
  return new EmailSender({
    ...smtpServerOf(mail.smtpUrl),
    fromName: name,
    fromAddress: address.trim(),
    ...(dkim === undefined ? {} : { dkim }),
  });
}

/** What mail is signed with, read and checked; undefined where the environment names no key. */
export async function dkimKeyOf({ dkim, from }: MailConfig): Promise<DkimKey | undefined> {
  if (dkim === undefined) return undefined;
  const domain = dkim.domain ?? /@([^\s>]+)/.exec(from ?? '')?.[1];
  if (domain === undefined)
    throw new UserError('DKIM_KEY_FILE đã đặt mà không có DKIM_DOMAIN hay MAIL_FROM: đặt một trong hai');
  return readDkimKey(domain, dkim.selector, dkim.keyFile);
}

async function zaloSender({ zalo, dataFolder }: Config): Promise<Sender | null> {
  const { appId, appSecret, refreshToken, templateId } = zalo;
  if (appId === undefined) return null;
  if (appSecret === undefined || templateId === undefined) {
    throw new UserError('ZALO_APP_ID đã đặt mà thiếu ZALO_APP_SECRET hoặc ZALO_TEMPLATE_ID');
  }
  const tokens = new FileTokenStore(join(dataFolder, 'zalo-tokens.json'));
  // The first token comes from the environment; from then on the stored one, which rotates with every use, counts.
  if (refreshToken !== undefined && (await tokens.load()) === null) {
    await tokens.save({
      accessToken: '',
      refreshToken,
      accessExpiresAt: 0,
      refreshExpiresAt: Date.now() + REFRESH_LIFE_MS,
    });
  }
  const { businessUrl: business, openApiUrl: openApi, oauthUrl: oauth } = zalo;
  return new ZaloSender({
    appId,
    secretKey: appSecret,
    tokens,
    templates: { default: { id: templateId, parameters: DEFAULT_PARAMETERS } },
    now: Date.now,
    urls: { ...(business ? { business } : {}), ...(openApi ? { openApi } : {}), ...(oauth ? { oauth } : {}) },
  });
}
