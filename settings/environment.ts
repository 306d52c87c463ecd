import { z } from 'zod';
import { channelsOf } from '../dsl/policy/channels.ts';
import { withinEdits } from '../system/misspelt.ts';

const text = z.string().optional();
const domainName = z
  .string()
  .regex(/^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?)*$/, {
    error: 'phải là một tên trong DNS, ví dụ anphu.gov.vn',
  })
  .optional();
const webUrl = z.url({ protocol: /^https?$/, error: 'phải là địa chỉ http:// hoặc https://' });
const flag = z.enum(['true', 'false'], { error: 'phải là true hoặc false' }).optional();

const perMinute = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, { error: 'phải là số thông báo mỗi phút, từ 1' })
  .transform(Number)
  .optional();

/** The variables the program knows, and the form each must have: an error says it. What they mean: `config.ts`. */
export const Environment = z.object({
  DONDOC_CHANNELS: z
    .string()
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(
      z.array(
        z.enum(channelsOf(), { error: `phải là các kênh trong ${channelsOf().join(', ')}, cách nhau bằng dấu phẩy` }),
      ),
    )
    .optional(),
  DONDOC_EMAIL_PER_MINUTE: perMinute,
  DONDOC_ZALO_PER_MINUTE: perMinute,
  DONDOC_DATA: text,
  DONDOC_DATABASE: z
    .url({ protocol: /^postgres(ql)?$/, error: 'phải có dạng postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu' })
    .optional(),
  DONDOC_CACHE: text,
  DONDOC_POLICIES: text,
  XDG_DATA_HOME: text,
  XDG_CACHE_HOME: text,
  HOME: text,
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^([^\s:/]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/, { error: 'phải có dạng máy:cổng, ví dụ 127.0.0.1:7233' })
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: text,
  TEMPORAL_TLS: flag,
  TEMPORAL_TLS_SERVER_NAME: text,
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: text,
  TEMPORAL_TLS_CLIENT_CERT_PATH: text,
  TEMPORAL_TLS_CLIENT_KEY_PATH: text,
  TEMPORAL_ENCRYPT: flag,
  TEMPORAL_CLI: text,
  TEMPORAL_UI_PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'phải là số từ 1 đến 65535' })
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, { error: 'phải là số từ 1 đến 65535' })
    .default(8233),
  TEMPORAL_UI_URL: webUrl.optional(),
  TEMPORAL_DEPLOYMENT_NAME: z
    .string()
    .regex(/^[^.:]+$/, { error: 'không được có dấu chấm hoặc dấu hai chấm' })
    .optional(),
  TEMPORAL_WORKER_BUILD_ID: text,
  DONDOC_CONSOLE_URL: webUrl
    .refine((url) => !/[?#@]/.test(url), { error: 'phải là địa chỉ trang, không kèm tài khoản, ? hoặc #' })
    .optional(),
  DONDOC_CONSOLE_HOST: z
    .string()
    .regex(/^[^\s/]+$/, { error: 'phải là một địa chỉ của máy này, ví dụ 0.0.0.0' })
    .default('127.0.0.1'),
  DONDOC_CONSOLE_PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'phải là số từ 0 đến 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'phải là số từ 0 đến 65535' })
    .optional(),
  DONDOC_CONSOLE_PROXY: flag,
  DONDOC_DECIDE_BY: z
    .enum(['link', 'login', 'recent'], {
      error:
        'phải là link (liên kết trong thư là đủ), login (phải đăng nhập) hoặc recent (đăng nhập trong 30 phút gần nhất)',
    })
    .default('link'),
  DONDOC_METRICS: z
    .string()
    .regex(/^(([^\s:/]+|\[[0-9a-fA-F:]+\]):)?\d{1,5}$/, { error: 'phải là một cổng, hay máy:cổng, ví dụ 9464' })
    .optional(),
  OIDC_ISSUER: webUrl
    .refine((url) => url.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]?/.test(url), {
      error: 'phải là địa chỉ https:// của hệ thống đăng nhập, ví dụ https://dangnhap.anphu.gov.vn',
    })
    .optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'phải có dạng smtp://máy:cổng hoặc smtps://máy:cổng' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/[^\s@<]+@[^\s@>]+/, { error: 'phải có một địa chỉ thư điện tử' })
    .optional(),
  MAIL_RECEIPTS: flag,
  MAIL_INBOX: text,
  MAIL_RETURN_PATH: z
    .string()
    .regex(/^[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]{0,20}\*[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]{0,20}@[A-Za-z0-9.-]+$/, {
      error: 'phải là một địa chỉ có dấu * trước @, ví dụ thu+*@anphu.gov.vn',
    })
    .optional(),
  DKIM_DOMAIN: domainName,
  DKIM_SELECTOR: domainName,
  DKIM_KEY_FILE: text,
  ZALO_APP_ID: text,
  ZALO_APP_SECRET: text,
  ZALO_OA_SECRET: text,
  ZALO_ACK_BUTTON: z.string().default('Đã nhận'),
  ZALO_REFRESH_TOKEN: text,
  ZALO_TEMPLATE_ID: text,
  ZALO_TEMPLATE_LINK: flag,
  ZALO_CUSTOMER_CARE: z
    .enum(['free', 'paid'], { error: 'phải là free (48 giờ, không mất phí) hoặc paid (đến 7 ngày)' })
    .optional(),
  ZALO_HASH_PHONE: flag,
  ZALO_PROOF: flag,
  ZALO_BUSINESS_URL: webUrl.optional(),
  ZALO_OPENAPI_URL: webUrl.optional(),
  ZALO_OAUTH_URL: webUrl.optional(),
});
export type Environment = z.infer<typeof Environment>;

/** Where the data folder is cannot stand in the data folder. */
export const NOT_IN_A_FILE: ReadonlySet<string> = new Set([
  'DONDOC_DATA',
  'DONDOC_CACHE',
  'XDG_DATA_HOME',
  'XDG_CACHE_HOME',
  'HOME',
]);

/** The setting a misspelt name may stand for. */
export function nearestName(name: string): string | undefined {
  const names = Object.keys(Environment.shape).filter((known) => !NOT_IN_A_FILE.has(known));
  return names.find(
    (known) => known === name.toUpperCase().replaceAll('-', '_') || withinEdits(known, name, 2) !== undefined,
  );
}
