import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { UserError } from '../dsl/user-error.ts';
import { SETTINGS_FILE_TEXTS as say } from '../texts/settings.ts';
import type { Config, DkimConfig, OidcConfig, OperatorsConfig, TlsConfig } from './config.ts';
import { Environment, NOT_IN_A_FILE, nearestName } from './environment.ts';
import { SettingError } from './setting-error.ts';
import { readSettings, type Settings, settingsFile } from './settings-file.ts';

/**
 * Reads the settings: of the environment, then of the data folder's file. An empty variable counts as unset.
 * @throws UserError naming the first that cannot be right, where it stands, and the form it must have.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  settingsOf: (dataFolder: string) => Settings = readSettings,
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const own = { DONDOC_DATA: given['DONDOC_DATA'], XDG_DATA_HOME: given['XDG_DATA_HOME'], HOME: given['HOME'] };
  const dataFolder = folder('DONDOC_DATA', own.DONDOC_DATA, own.XDG_DATA_HOME, join(home(own), '.local', 'share'));
  const settings = knownSettings(settingsOf(dataFolder), settingsFile(dataFolder));
  const parsed = Environment.safeParse({ ...settings, ...given });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const [name, why] = [String(issue?.path[0] ?? ''), issue?.message ?? 'không hợp lệ'];
    const inFile = name in settings && !(name in given);
    const says = inFile ? say.wrong(settingsFile(dataFolder), name, why) : `biến môi trường ${name}: ${why}`;
    throw new SettingError(says, [name]);
  }
  const e = parsed.data;
  return {
    dataFolder,
    policiesFolder: e.DONDOC_POLICIES === undefined ? join(dataFolder, 'policies') : resolve(e.DONDOC_POLICIES),
    database: e.DONDOC_DATABASE,
    cacheFolder: folder('DONDOC_CACHE', e.DONDOC_CACHE, e.XDG_CACHE_HOME, join(home(e), '.cache')),
    temporal: {
      address: e.TEMPORAL_ADDRESS,
      namespace: e.TEMPORAL_NAMESPACE,
      apiKey: e.TEMPORAL_API_KEY,
      tls: tls(e),
      encrypt: e.TEMPORAL_ENCRYPT === 'true',
      keyFile: join(dataFolder, 'payload-keys.json'),
      cli: e.TEMPORAL_CLI,
      uiPort: e.TEMPORAL_UI_PORT,
      uiUrl: withoutSlash(e.TEMPORAL_UI_URL),
      deployment: deployment(e),
    },
    console: {
      url: withoutSlash(e.DONDOC_CONSOLE_URL),
      host: e.DONDOC_CONSOLE_HOST,
      port: e.DONDOC_CONSOLE_PORT,
      trustProxy: e.DONDOC_CONSOLE_PROXY === 'true',
      decideBy: e.DONDOC_DECIDE_BY,
      keyFile: join(dataFolder, 'link-keys.json'),
      evidenceFolder: join(dataFolder, 'evidence'),
      draftsFolder: join(dataFolder, 'drafts'),
    },
    operators: operators(e),
    oidc: oidc(e),
    used: e.DONDOC_CHANNELS,
    perMinute: { email: e.DONDOC_EMAIL_PER_MINUTE, zalo: e.DONDOC_ZALO_PER_MINUTE },
    mail: {
      smtpUrl: e.SMTP_URL,
      from: e.MAIL_FROM,
      receipts: e.MAIL_RECEIPTS === 'true',
      inbox: e.MAIL_INBOX === undefined ? undefined : resolve(e.MAIL_INBOX),
      returnPath: e.MAIL_RETURN_PATH,
      dkim: dkim(e),
    },
    zalo: {
      appId: e.ZALO_APP_ID,
      appSecret: e.ZALO_APP_SECRET,
      oaSecret: e.ZALO_OA_SECRET,
      ackButton: e.ZALO_ACK_BUTTON,
      refreshToken: e.ZALO_REFRESH_TOKEN,
      templateId: e.ZALO_TEMPLATE_ID,
      templateLink: e.ZALO_TEMPLATE_LINK === 'true',
      customerCare: e.ZALO_CUSTOMER_CARE,
      hashPhones: e.ZALO_HASH_PHONE === 'true',
      prove: e.ZALO_PROOF === 'true',
      businessUrl: e.ZALO_BUSINESS_URL,
      openApiUrl: e.ZALO_OPENAPI_URL,
      oauthUrl: e.ZALO_OAUTH_URL,
    },
    childEnv: childEnv(env),
  };
}

/** A name nobody knows is a slip of the pen, and a setting that silently does nothing. */
function knownSettings(settings: Settings, file: string): Settings {
  for (const name of Object.keys(settings)) {
    if (NOT_IN_A_FILE.has(name)) throw new SettingError(say.notHere(file, name), [name]);
    if (!(name in Environment.shape))
      throw new SettingError(say.unknown(`tệp cài đặt ${file}`, name, nearestName(name)), [name]);
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
}

/** Addresses are joined with paths that begin with one. */
function withoutSlash(url: string | undefined): string | undefined {
  return url?.replace(/\/+$/, '');
}

function home(e: { readonly HOME?: string | undefined }): string {
  return e.HOME ?? homedir();
}

// The XDG rules say: a relative base folder is to be ignored.
function folder(name: string, own: string | undefined, xdg: string | undefined, standard: string): string {
  if (own?.includes('\0')) throw new UserError(`biến môi trường ${name}: phải là đường dẫn một thư mục`);
  if (own) return resolve(own);
  return join(xdg && isAbsolute(xdg) ? xdg : standard, 'dondoc');
}

function deployment({ TEMPORAL_DEPLOYMENT_NAME: deploymentName, TEMPORAL_WORKER_BUILD_ID: buildId }: Environment) {
  if (deploymentName !== undefined && buildId !== undefined) return { deploymentName, buildId };
  if (deploymentName === undefined && buildId === undefined) return undefined;
  throw new SettingError('biến môi trường TEMPORAL_DEPLOYMENT_NAME và TEMPORAL_WORKER_BUILD_ID phải đi cùng nhau', [
    'TEMPORAL_DEPLOYMENT_NAME',
    'TEMPORAL_WORKER_BUILD_ID',
  ]);
}

function operators({ DONDOC_METRICS: place }: Environment): OperatorsConfig | undefined {
  if (place === undefined) return undefined;
  const colon = place.lastIndexOf(':');
  const port = Number(place.slice(colon + 1));
  if (port > 65_535)
    throw new SettingError('biến môi trường DONDOC_METRICS: cổng phải là số từ 0 đến 65535', ['DONDOC_METRICS']);
  return { host: colon < 0 ? '127.0.0.1' : place.slice(0, colon).replace(/^\[|\]$/g, ''), port };
}

function oidc(e: Environment): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = e;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret };
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  throw new SettingError('OIDC_ISSUER, OIDC_CLIENT_ID và OIDC_CLIENT_SECRET: phải đặt cả ba hoặc bỏ cả ba', [
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
  ]);
}

function tls(e: Environment): TlsConfig | undefined {
  const files = {
    serverName: e.TEMPORAL_TLS_SERVER_NAME,
    serverCaPath: e.TEMPORAL_TLS_SERVER_CA_CERT_PATH,
    clientCertPath: e.TEMPORAL_TLS_CLIENT_CERT_PATH,
    clientKeyPath: e.TEMPORAL_TLS_CLIENT_KEY_PATH,
  };
  if ((files.clientCertPath === undefined) !== (files.clientKeyPath === undefined))
    throw new SettingError(
      'biến môi trường TEMPORAL_TLS_CLIENT_CERT_PATH và TEMPORAL_TLS_CLIENT_KEY_PATH: phải đặt cả hai hoặc bỏ cả hai',
      ['TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH'],
    );
  const wanted = e.TEMPORAL_TLS ?? String(e.TEMPORAL_API_KEY !== undefined || Object.values(files).some(Boolean));
  return wanted === 'true' ? files : undefined;
}

function dkim(e: Environment): DkimConfig | undefined {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = e;
  if (domain === undefined && selector === undefined && keyFile === undefined) return undefined;
  if (selector === undefined || keyFile === undefined)
    throw new SettingError(
      'biến môi trường DKIM_SELECTOR và DKIM_KEY_FILE: phải đặt cả hai (thư được ký), hoặc bỏ hết DKIM_*',
      ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'],
    );
  return { domain, selector, keyFile: resolve(keyFile) };
}

// TEMPORAL_* steer the CLI we start; the rest is nobody's business outside this process.
const WITHHELD = /^(TEMPORAL_|SMTP_URL$|OIDC_|ZALO_|DONDOC_DATABASE$)/;

function childEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !WITHHELD.test(name)) kept[name] = value;
  }
  return kept;
}
