import { join } from 'node:path';
import {
  FileTokenStore,
  grantDaysLeft,
  type OAuthOptions,
  readQuality,
  readQuota,
  readTemplate,
  seedTokens,
  type TokenStore,
  type ZaloAccess,
  ZaloClient,
} from '../delivery/zalo/index.ts';
import { present } from '../dsl/present.ts';
import { UserError } from '../dsl/user-error.ts';
import type { Register } from '../register/index.ts';
import type { Config } from '../settings/config.ts';
import type { Asked, ZaloStanding } from '../texts/zalo.ts';

/** The code is spent by the first answer, arrived or not: better to wait. */
const CONSENT_TIMEOUT_MS = 60_000;

export interface ZaloSetup {
  readonly access: ZaloAccess;
  readonly tokens: TokenStore;
  readonly templateId: string;
}

/**
 * The account the environment names, null where it names none. A refresh token of the environment counts only until
 * it is used: it rotates, and the later ones live in the data folder.
 * @throws UserError where settings are missing.
 */
export async function zaloSetup({ zalo, dataFolder }: Config): Promise<ZaloSetup | null> {
  const { appId, appSecret: secretKey, refreshToken, templateId } = zalo;
  if (appId === undefined) return null;
  if (secretKey === undefined || templateId === undefined) {
    throw new UserError('ZALO_APP_ID đã đặt mà thiếu ZALO_APP_SECRET hoặc ZALO_TEMPLATE_ID');
  }
  const tokens = tokenStore(dataFolder);
  if (refreshToken !== undefined) await seedTokens(tokens, refreshToken, Date.now());
  const { businessUrl: business, openApiUrl: openApi, oauthUrl: oauth, prove } = zalo;
  const urls = present({ business: business || undefined, openApi: openApi || undefined, oauth: oauth || undefined });
  return { tokens, templateId, access: { appId, secretKey, tokens, prove, urls } };
}

/** What it takes to exchange a code for tokens: no template is needed yet. */
export async function zaloOAuth({ zalo, dataFolder }: Config): Promise<{ tokens: TokenStore; options: OAuthOptions }> {
  const { appId, appSecret: secretKey, oauthUrl } = zalo;
  if (appId === undefined || secretKey === undefined) {
    throw new UserError('chưa cấu hình Zalo: đặt ZALO_APP_ID và ZALO_APP_SECRET');
  }
  const url = oauthUrl === undefined ? {} : { oauthUrl };
  return {
    tokens: tokenStore(dataFolder),
    options: { appId, secretKey, ...url, timeoutMs: CONSENT_TIMEOUT_MS, clock: Date.now },
  };
}

function tokenStore(dataFolder: string): FileTokenStore {
  return new FileTokenStore(join(dataFolder, 'zalo-tokens.json'));
}

/**
 * How the account stands: its grant from the token file, the rest as Zalo says, the quota beside what the register
 * remembers of it. Renews the tokens where that is due.
 */
export async function zaloStanding(
  { access, tokens, templateId }: ZaloSetup,
  register?: Pick<Register, 'accounts'>,
): Promise<ZaloStanding> {
  const client = new ZaloClient(access);
  const quota = await readQuota(client);
  const quality = await readQuality(client);
  const template = await readTemplate(client, templateId);
  const fall = quota.kind === 'ok' ? await register?.accounts.noteZaloQuota(quota.value.daily) : undefined;
  const held = await tokens.load();
  const now = Date.now();
  return present({
    grant:
      held === null
        ? null
        : present({
            daysLeft: grantDaysLeft(held, now),
            accessExpiresAt: held.accessExpiresAt,
            deadSince: held.deadSince,
            renewingSince: held.renewingSince,
          }),
    quota: askedOf(quota),
    fall,
    quality: askedOf(quality),
    templateId,
    template: askedOf(template),
  });
}

function askedOf<T extends object>(
  read: { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'failed'; readonly reason: string },
): Asked<T> {
  return read.kind === 'ok' ? read.value : { failed: read.reason };
}
