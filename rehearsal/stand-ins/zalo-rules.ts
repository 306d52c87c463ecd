import { createHash } from 'node:crypto';
import { DAY_MS, HOUR_MS } from '../../dsl/time/day.ts';

/** Type of a template's parameter, by which its length is limited. */
export type ParameterType = 'name' | 'code' | 'product' | 'date' | 'url' | 'label';

const LIMITS: Readonly<Record<ParameterType, number>> = {
  name: 30,
  code: 30,
  product: 200,
  date: 20,
  url: 200,
  label: 30,
};
const TEXT_MAX = 2_000;
const TRACKING_MAX = 48;
const CARE_MS = 7 * DAY_MS;
const ZONE_MS = 7 * HOUR_MS;

/** What the account has: templates, and people who can or cannot be reached. */
export interface ZaloAccount {
  readonly templates?: Readonly<Record<string, Readonly<Record<string, ParameterType>>>>;
  /** Templates that are not `ENABLE`. */
  readonly templateStatus?: Readonly<Record<string, 'PENDING_REVIEW' | 'REJECT' | 'DISABLE'>>;
  /** Numbers without a Zalo account. */
  readonly unknownPhones?: readonly string[];
  /** User ids that do not follow the account. */
  readonly strangers?: readonly string[];
  /** Last contact of user ids with the account; without one there was none. */
  readonly contacts?: Readonly<Record<string, number>>;
  readonly dailyQuota?: number;
  /** Messages a day by one template, and to one person. */
  readonly templateQuota?: number;
  readonly personQuota?: number;
  /** Is the night (22:00 to 06:00) closed to template messages by telephone? */
  readonly nightClosed?: boolean;
}

export interface ReceivedZalo {
  readonly by: 'phone' | 'hash' | 'user' | 'text';
  readonly to: string;
  readonly templateId?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly trackingId?: string;
  /** A text beyond 48 hours of the last contact is billed. */
  readonly billed?: boolean;
  readonly messageId: string;
  readonly at: number;
}

export type ZaloRuling =
  | { readonly message: Omit<ReceivedZalo, 'messageId' | 'at'> }
  | { readonly error: number; readonly says: string };

export type Fields = Readonly<Record<string, unknown>>;

const no = (error: number, says: string): ZaloRuling => ({ error, says });

/** Checks one request as the documentation has it: required fields, their types and lengths, then the recipient. */
export function ruleOn(account: ZaloAccount, path: string, body: Fields, now: number): ZaloRuling {
  if (path === '/v3.0/oa/message/cs') return judgeText(account, body, now);
  if (path === '/message/template' || path === '/message/template/hashphone') {
    return judgeByPhone(account, path, body, now);
  }
  const { user_id: userId } = body;
  if (typeof userId !== 'string' || !/^\d+$/.test(userId)) return no(-201, 'user_id is invalid');
  if ('tracking_id' in body) return no(-201, 'tracking_id is invalid');
  if (account.strangers?.includes(userId)) return no(-213, 'User has not followed OA');
  return judgeTemplate(account, body, { by: 'user', to: userId });
}

function judgeByPhone(account: ZaloAccount, path: string, body: Fields, now: number): ZaloRuling {
  const { phone, hash_phone: hash, tracking_id: trackingId } = body;
  const hashed = path.endsWith('/hashphone');
  const to = hashed ? hash : phone;
  if (typeof to !== 'string' || !(hashed ? /^[0-9a-f]{64}$/ : /^84\d{9}$/).test(to)) {
    return no(-108, 'Phone number invalid');
  }
  if (typeof trackingId !== 'string' || trackingId === '' || trackingId.length > TRACKING_MAX) {
    return no(-132, 'tracking_id invalid');
  }
  if (account.nightClosed === true && isNight(now)) return no(-133, 'Template can not be sent at night');
  const unknown = account.unknownPhones ?? [];
  if (unknown.some((number) => to === (hashed ? sha256(number) : number))) return no(-118, 'Zalo account not existed');
  return judgeTemplate(account, body, { by: hashed ? 'hash' : 'phone', to, trackingId });
}

function judgeText(account: ZaloAccount, body: Fields, now: number): ZaloRuling {
  const userId = fieldsOf(body['recipient'])['user_id'];
  const text = fieldsOf(body['message'])['text'];
  if (typeof userId !== 'string' || !/^\d+$/.test(userId)) return no(-201, 'user_id is invalid');
  if (typeof text !== 'string' || text === '' || [...text].length > TEXT_MAX) return no(-201, 'text is invalid');
  const contact = account.contacts?.[userId];
  if (contact === undefined) return no(-232, 'User has not interacted with the OA');
  if (now - contact > CARE_MS) return no(-230, 'User has not interacted with the OA in the past 7 days');
  return { message: { by: 'text', to: userId, text, billed: now - contact > 2 * DAY_MS } };
}

function judgeTemplate(
  account: ZaloAccount,
  body: Fields,
  message: Pick<ReceivedZalo, 'by' | 'to' | 'trackingId'>,
): ZaloRuling {
  const { template_id: templateId, template_data: given } = body;
  const parameters = typeof templateId === 'string' ? account.templates?.[templateId] : undefined;
  if (typeof templateId !== 'string' || parameters === undefined) return no(-109, 'Template ID invalid');
  const status = account.templateStatus?.[templateId];
  if (status !== undefined) return status === 'DISABLE' ? no(-146, 'Template disabled') : no(-131, 'Not approved');
  const data: Record<string, string> = {};
  for (const [name, value] of Object.entries(fieldsOf(given))) {
    const type = parameters[name];
    if (type === undefined || typeof value !== 'string') return no(-112, `${name}: not a parameter of the template`);
    if ([...value].length > LIMITS[type]) return no(-1121, `${name}: longer than ${LIMITS[type]}`);
    data[name] = value;
  }
  const missing = Object.keys(parameters).find((name) => (data[name] ?? '') === '');
  return missing === undefined ? { message: { ...message, templateId, data } } : no(-1122, `${missing}: missing`);
}

/** What is sent on a day counts against the quotas of that day; texts do not. */
export function quotaFault(
  account: ZaloAccount,
  today: readonly ReceivedZalo[],
  next: Omit<ReceivedZalo, 'messageId' | 'at'>,
): Extract<ZaloRuling, { error: number }> | null {
  const { dailyQuota = Number.POSITIVE_INFINITY, templateQuota, personQuota } = account;
  if (next.by === 'text') return null;
  if (today.length >= dailyQuota) return { error: -144, says: 'OA has reached the daily quota' };
  if (templateQuota !== undefined && today.filter((m) => m.templateId === next.templateId).length >= templateQuota) {
    return { error: -147, says: 'Template has reached its daily quota' };
  }
  if (personQuota !== undefined && today.filter((m) => m.to === next.to).length >= personQuota) {
    return { error: -1471, says: 'User has reached the quota' };
  }
  return null;
}

function isNight(now: number): boolean {
  const hour = new Date(now + ZONE_MS).getUTCHours();
  return hour >= 22 || hour < 6;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
