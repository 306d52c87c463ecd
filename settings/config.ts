import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Channel } from '../dsl/policy/channels.ts';
import { UserError } from '../dsl/user-error.ts';
import { Environment } from './environment.ts';

/** Everything the program takes from its environment. The only place that reads it, so this list is whole. */
export interface Config {
  /** DONDOC_DATA: register, engine database, logs. Default `$XDG_DATA_HOME/dondoc` (`~/.local/share/dondoc`). */
  readonly dataFolder: string;
  /** DONDOC_CACHE: what can be fetched or built again. Default `$XDG_CACHE_HOME/dondoc` (`~/.cache/dondoc`). */
  readonly cacheFolder: string;
  readonly temporal: TemporalConfig;
  readonly console: ConsoleConfig;
  readonly mail: MailConfig;
  /** DONDOC_EMAIL_PER_MINUTE, DONDOC_ZALO_PER_MINUTE: messages a minute at most; unset, as fast as the channel takes. */
  readonly perMinute: { readonly [C in Channel]: number | undefined };
  readonly zalo: ZaloConfig;
  /** The environment for programs we start (server, pip): ours without our secrets and without TEMPORAL_*. */
  readonly childEnv: Readonly<Record<string, string>>;
}

export interface TemporalConfig {
  /** TEMPORAL_ADDRESS `host:port`: a server that exists; unset, one is started on this machine. */
  readonly address: string | undefined;
  /** TEMPORAL_NAMESPACE. Default `default`. */
  readonly namespace: string;
  /** TEMPORAL_API_KEY; implies TLS. */
  readonly apiKey: string | undefined;
  /** TEMPORAL_TLS `true|false` and TEMPORAL_TLS_*; undefined means no TLS. Names are those of Temporal's own tools. */
  readonly tls: TlsConfig | undefined;
  /** TEMPORAL_CLI: path of the Temporal CLI to start a server with. */
  readonly cli: string | undefined;
  /**
   * TEMPORAL_DEPLOYMENT_NAME and TEMPORAL_WORKER_BUILD_ID, both or neither: workers of this build take tasks once the
   * build is made the deployment's current version. Unset, workers are not versioned.
   */
  readonly deployment: WorkerBuild | undefined;
}

export interface WorkerBuild {
  readonly deploymentName: string;
  readonly buildId: string;
}

export interface TlsConfig {
  readonly serverName: string | undefined;
  readonly serverCaPath: string | undefined;
  readonly clientCertPath: string | undefined;
  readonly clientKeyPath: string | undefined;
}

/** DONDOC_CONSOLE_*: the pages behind the links of messages. */
export interface ConsoleConfig {
  /** DONDOC_CONSOLE_URL: where people reach the pages; unset, links lead to this machine only. */
  readonly url: string | undefined;
  /** DONDOC_CONSOLE_HOST: address to listen on. Default 127.0.0.1, for a proxy on the same machine. */
  readonly host: string;
  /** DONDOC_CONSOLE_PORT. Unset, the usual one. */
  readonly port: number | undefined;
  /** DONDOC_CONSOLE_PROXY `true`: the nearest proxy names the caller in X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** The keys links are signed with: in the data folder, made on first use, for its owner only. */
  readonly keyFile: string;
  /** Files people send as results, in the data folder. */
  readonly evidenceFolder: string;
}

export interface MailConfig {
  /** SMTP_URL `smtp://user:password@host:port` or `smtps://…`; unset, no mail leaves. */
  readonly smtpUrl: string | undefined;
  /** MAIL_FROM, `Name <address>` or an address. */
  readonly from: string | undefined;
  /** MAIL_RECEIPTS `true`: ask for word of delivery, one more mail for each. */
  readonly receipts: boolean;
  /** MAIL_INBOX: the Maildir the office's mail comes into; `dondoc up` takes it. Unset, `dondoc intake` does by hand. */
  readonly inbox: string | undefined;
  /**
   * MAIL_RETURN_PATH, an address with a `*` before the @: reports on a message come back to an address of its own, the
   * tag in place of the `*`. They must end up in the office's mail. Unset, they come to the address of MAIL_FROM.
   */
  readonly returnPath: string | undefined;
  /** DKIM_*: what mail is signed with; undefined, it is not signed. */
  readonly dkim: DkimConfig | undefined;
}

export interface DkimConfig {
  /** DKIM_DOMAIN. Default the domain of MAIL_FROM. */
  readonly domain: string | undefined;
  /** DKIM_SELECTOR: the public half stands in DNS at `<selector>._domainkey.<domain>`. */
  readonly selector: string;
  /** DKIM_KEY_FILE: the private half, PEM. */
  readonly keyFile: string;
}

/** ZALO_*: an Official Account and its app. All unset, nothing is sent by Zalo. */
export interface ZaloConfig {
  readonly appId: string | undefined;
  readonly appSecret: string | undefined;
  /** ZALO_OA_SECRET: signs what Zalo posts to `/webhook/zalo` of the pages; unset, nothing is taken there. */
  readonly oaSecret: string | undefined;
  /** ZALO_ACK_BUTTON: what the button of the template says by which people acknowledge. Default `Đã nhận`. */
  readonly ackButton: string;
  /** ZALO_REFRESH_TOKEN: only the first one; it rotates, and the later ones live in the data folder. */
  readonly refreshToken: string | undefined;
  /** ZALO_TEMPLATE_ID: the approved template, with the parameters of `DEFAULT_PARAMETERS` (delivery/zalo). */
  readonly templateId: string | undefined;
  /** ZALO_TEMPLATE_LINK `true`: the template has the parameter `lien_ket` too, the address of the page. */
  readonly templateLink: boolean;
  /** ZALO_CUSTOMER_CARE `free` or `paid`: followers get the text in full within 48 hours, or 7 days, of their last contact. */
  readonly customerCare: 'free' | 'paid' | undefined;
  /** ZALO_HASH_PHONE `true`: Zalo is given the hash of telephone numbers instead of the numbers. */
  readonly hashPhones: boolean;
  /** ZALO_PROOF `true`: calls are signed with `appsecret_proof`, where the application demands it. */
  readonly prove: boolean;
  /** ZALO_BUSINESS_URL, ZALO_OPENAPI_URL, ZALO_OAUTH_URL: other origins, for a stand-in. */
  readonly businessUrl: string | undefined;
  readonly openApiUrl: string | undefined;
  readonly oauthUrl: string | undefined;
}

/**
 * Reads the environment. An empty variable counts as unset.
 * @throws UserError naming the first variable that cannot be right, and the form it must have.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    throw new UserError(`biến môi trường ${name}: ${issue?.message ?? 'không hợp lệ'}`);
  }
  const e = parsed.data;
  const dataFolder = folder('DONDOC_DATA', e.DONDOC_DATA, e.XDG_DATA_HOME, join(home(e), '.local', 'share'));
  return {
    dataFolder,
    cacheFolder: folder('DONDOC_CACHE', e.DONDOC_CACHE, e.XDG_CACHE_HOME, join(home(e), '.cache')),
    temporal: {
      address: e.TEMPORAL_ADDRESS,
      namespace: e.TEMPORAL_NAMESPACE,
      apiKey: e.TEMPORAL_API_KEY,
      tls: tls(e),
      cli: e.TEMPORAL_CLI,
      deployment: deployment(e),
    },
    console: {
      url: e.DONDOC_CONSOLE_URL,
      host: e.DONDOC_CONSOLE_HOST,
      port: e.DONDOC_CONSOLE_PORT,
      trustProxy: e.DONDOC_CONSOLE_PROXY === 'true',
      keyFile: join(dataFolder, 'link-keys.json'),
      evidenceFolder: join(dataFolder, 'evidence'),
    },
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

function home(e: Environment): string {
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
  throw new UserError('biến môi trường TEMPORAL_DEPLOYMENT_NAME và TEMPORAL_WORKER_BUILD_ID phải đi cùng nhau');
}

function tls(e: Environment): TlsConfig | undefined {
  const files = {
    serverName: e.TEMPORAL_TLS_SERVER_NAME,
    serverCaPath: e.TEMPORAL_TLS_SERVER_CA_CERT_PATH,
    clientCertPath: e.TEMPORAL_TLS_CLIENT_CERT_PATH,
    clientKeyPath: e.TEMPORAL_TLS_CLIENT_KEY_PATH,
  };
  if ((files.clientCertPath === undefined) !== (files.clientKeyPath === undefined))
    throw new UserError(
      'biến môi trường TEMPORAL_TLS_CLIENT_CERT_PATH và TEMPORAL_TLS_CLIENT_KEY_PATH: phải đặt cả hai hoặc bỏ cả hai',
    );
  const wanted = e.TEMPORAL_TLS ?? String(e.TEMPORAL_API_KEY !== undefined || Object.values(files).some(Boolean));
  return wanted === 'true' ? files : undefined;
}

function dkim(e: Environment): DkimConfig | undefined {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = e;
  if (domain === undefined && selector === undefined && keyFile === undefined) return undefined;
  if (selector === undefined || keyFile === undefined)
    throw new UserError(
      'biến môi trường DKIM_SELECTOR và DKIM_KEY_FILE: phải đặt cả hai (thư được ký), hoặc bỏ hết DKIM_*',
    );
  return { domain, selector, keyFile: resolve(keyFile) };
}

// TEMPORAL_* steer the CLI we start; the rest is nobody's business outside this process.
const WITHHELD = /^(TEMPORAL_|SMTP_URL$|ZALO_)/;

function childEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !WITHHELD.test(name)) kept[name] = value;
  }
  return kept;
}
