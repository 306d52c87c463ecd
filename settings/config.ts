import type { Channel } from '../dsl/policy/channels.ts';

/**
 * Everything an office sets, from the environment and the settings file of the data folder. The only place that reads
 * them, so this list is whole.
 */
export interface Config {
  /** DONDOC_DATA: register, Temporal's database, logs. Default `$XDG_DATA_HOME/dondoc` (`~/.local/share/dondoc`). */
  readonly dataFolder: string;
  /** DONDOC_DATABASE: the register in a database of PostgreSQL; unset, in a file of the data folder. */
  readonly database: string | undefined;
  /** DONDOC_CACHE: what can be fetched or built again. Default `$XDG_CACHE_HOME/dondoc` (`~/.cache/dondoc`). */
  readonly cacheFolder: string;
  /** DONDOC_POLICIES: the policies the office wrote itself. Default `policies` in the data folder. */
  readonly policiesFolder: string;
  readonly temporal: TemporalConfig;
  readonly console: ConsoleConfig;
  /** DONDOC_METRICS, `port` or `host:port`: where operators ask how it goes. Host 127.0.0.1 unless told; unset, nowhere. */
  readonly operators: OperatorsConfig | undefined;
  readonly mail: MailConfig;
  /** OIDC_*: the sign-in the office has for all its programs (OpenID Connect); undefined where it has none. */
  readonly oidc: OidcConfig | undefined;
  /** DONDOC_EMAIL_PER_MINUTE, DONDOC_ZALO_PER_MINUTE: messages a minute at most; unset, as fast as the channel takes. */
  readonly perMinute: { readonly [C in Channel]: number | undefined };
  readonly zalo: ZaloConfig;
  /** DONDOC_CHANNELS, as `email,zalo`: the channels the office uses. Unset, nobody has said: a channel that is not set up holds. */
  readonly used: readonly Channel[] | undefined;
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
  /** TEMPORAL_ENCRYPT `true`: what Temporal keeps of a run is encrypted with the keys of `keyFile`. */
  readonly encrypt: boolean;
  /** In the data folder; where it is there, what it has keys for can be read. */
  readonly keyFile: string;
  /** TEMPORAL_CLI: path of the Temporal CLI to start a server with. */
  readonly cli: string | undefined;
  /** TEMPORAL_UI_PORT: where `up --ui` serves Temporal's page. Default 8233, as Temporal's own tools have it. */
  readonly uiPort: number;
  /** TEMPORAL_UI_URL: where operators open Temporal's pages; unset, those `up --ui` serves on this machine. */
  readonly uiUrl: string | undefined;
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

/** Metrics and readiness: for programs that watch, without a password, so not for the whole world. */
export interface OperatorsConfig {
  readonly host: string;
  readonly port: number;
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
  /**
   * DONDOC_DECIDE_BY: what approving a result and granting more time ask for. `link` (default): the link of a message;
   * `login`: a session; `recent`: one signed in to, or confirmed, within the half hour.
   */
  readonly decideBy: 'link' | 'login' | 'recent';
  /** The keys links are signed with: in the data folder, made on first use, for its owner only. */
  readonly keyFile: string;
  /** Files people send as results, in the data folder. */
  readonly evidenceFolder: string;
  /** Files of notices that are brought in through the pages, in the data folder. */
  readonly draftsFolder: string;
}

export interface OidcConfig {
  /** OIDC_ISSUER: what it offers stands at `<issuer>/.well-known/openid-configuration`. */
  readonly issuer: string;
  /** OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: as it knows these pages; they come back to `<DONDOC_CONSOLE_URL>/dang-nhap/tra-ve`. */
  readonly clientId: string;
  readonly clientSecret: string;
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
