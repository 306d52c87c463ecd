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

/** What the account has: approved templates, and people who can or cannot be reached. */
export interface ZaloAccount {
  readonly templates?: Readonly<Record<string, Readonly<Record<string, ParameterType>>>>;
  /** Numbers without a Zalo account. */
  readonly unknownPhones?: readonly string[];
  /** User ids that do not follow the account. */
  readonly strangers?: readonly string[];
  readonly dailyQuota?: number;
}

export interface ReceivedZalo {
  readonly by: 'phone' | 'user' | 'text';
  readonly to: string;
  readonly templateId?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly trackingId?: string;
  readonly messageId: string;
}

export type Verdict =
  | { readonly message: Omit<ReceivedZalo, 'messageId'> }
  | { readonly error: number; readonly says: string };

export type Fields = Readonly<Record<string, unknown>>;

const no = (error: number, says: string): Verdict => ({ error, says });

/** Checks one request as the documentation has it: required fields, their types and lengths, then the recipient. */
export function judge(account: ZaloAccount, path: string, body: Fields): Verdict {
  if (path === '/v3.0/oa/message/cs') return judgeText(account, body);
  if (path === '/message/template') {
    const { phone, tracking_id: trackingId } = body;
    if (typeof phone !== 'string' || !/^84\d{9}$/.test(phone)) return no(-108, 'Phone number invalid');
    if (typeof trackingId !== 'string' || trackingId === '' || trackingId.length > TRACKING_MAX) {
      return no(-1121, 'tracking_id invalid');
    }
    if (account.unknownPhones?.includes(phone)) return no(-118, 'Zalo account not existed');
    return judgeTemplate(account, body, { by: 'phone', to: phone, trackingId });
  }
  const { user_id: userId } = body;
  if (typeof userId !== 'string' || !/^\d+$/.test(userId)) return no(-201, 'user_id is invalid');
  if (account.strangers?.includes(userId)) return no(-213, 'User has not followed OA');
  return judgeTemplate(account, body, { by: 'user', to: userId });
}

function judgeText(account: ZaloAccount, body: Fields): Verdict {
  const userId = fieldsOf(body['recipient'])['user_id'];
  const text = fieldsOf(body['message'])['text'];
  if (typeof userId !== 'string' || !/^\d+$/.test(userId)) return no(-201, 'user_id is invalid');
  if (typeof text !== 'string' || text === '' || [...text].length > TEXT_MAX) return no(-201, 'text is invalid');
  if (account.strangers?.includes(userId)) return no(-230, 'User has not interacted with the OA in the past 7 days');
  return { message: { by: 'text', to: userId, text } };
}

function judgeTemplate(
  account: ZaloAccount,
  body: Fields,
  message: Pick<ReceivedZalo, 'by' | 'to' | 'trackingId'>,
): Verdict {
  const { template_id: templateId, template_data: given } = body;
  const parameters = typeof templateId === 'string' ? account.templates?.[templateId] : undefined;
  if (typeof templateId !== 'string' || parameters === undefined) return no(-109, 'Template ID invalid');
  const data: Record<string, string> = {};
  for (const [name, value] of Object.entries(fieldsOf(given))) {
    const type = parameters[name];
    if (type === undefined || typeof value !== 'string') return no(-1121, `${name}: not a parameter of the template`);
    if ([...value].length > LIMITS[type]) return no(-1124, `${name}: longer than ${LIMITS[type]}`);
    data[name] = value;
  }
  const missing = Object.keys(parameters).find((name) => (data[name] ?? '') === '');
  return missing === undefined ? { message: { ...message, templateId, data } } : no(-1122, `${missing}: missing`);
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
