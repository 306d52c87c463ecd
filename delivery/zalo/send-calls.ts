import { createHash } from 'node:crypto';
import { present } from '../../dsl/present.ts';
import { cutAtWord, type MessageContent, manyLines } from '../../texts/messages/index.ts';
import { zaloTemplateHead } from '../../texts/zalo.ts';
import type { OutboxRow } from '../outbox/ledger.ts';
import { hashOfPhone, type ZaloRecipient } from './address.ts';
import type { ZaloCall } from './client.ts';
import { templateData, type ZaloTemplate } from './templates.ts';

export type SendCall = Extract<ZaloCall, { readonly body: unknown }> & {
  readonly template?: string;
  /** A customer-care text to this user id. */
  readonly careTo?: string;
  /** What the reader gets: the text, or the values that fill the template. */
  readonly words: string | Readonly<Record<string, string>>;
};

const TEXT_MAX = 2_000;
const TRACKING_MAX = 48;

/** By telephone a template carries our own id, by which receipts are told apart; by user id Zalo takes none. */
export function templateCall(
  template: ZaloTemplate,
  row: OutboxRow,
  to: ZaloRecipient,
  content: MessageContent,
  hashPhones: boolean,
): SendCall {
  const words = templateData(template, content, row.personName ?? '');
  const fill = { template_id: template.id, template_data: words };
  if (to.by === 'user') {
    const body = { user_id: to.userId, ...fill };
    return { host: 'openApi', path: '/v3.0/oa/message/template', body, template: template.id, words };
  }
  const tracked = { ...fill, tracking_id: trackingId(row.id) };
  const hash = to.by === 'hash' ? to.hash : hashPhones ? hashOfPhone(to.phone) : undefined;
  const how =
    hash === undefined
      ? {
          path: '/message/template',
          body: { ...present({ phone: to.by === 'phone' ? to.phone : undefined }), ...tracked },
        }
      : { path: '/message/template/hashphone', body: { hash_phone: hash, ...tracked } };
  return { host: 'business', ...how, template: template.id, words };
}

export function careCall(userId: string, content: MessageContent): SendCall {
  const text = cutAtWord(manyLines(content.zalo.body), TEXT_MAX);
  const body = { recipient: { user_id: userId }, message: { text } };
  return { host: 'openApi', path: '/v3.0/oa/message/cs', body, careTo: userId, words: text };
}

/** As it is kept for the record. The fixed words of a template are Zalo's to show: here stand those it is filled with. */
export function wordsOf({ words, template = '' }: SendCall): string {
  if (typeof words === 'string') return words;
  const lines = Object.entries(words).map(([name, value]) => `${name}: ${value}`);
  return [zaloTemplateHead(template), ...lines].join('\n');
}

/** Correlates receipts; Zalo promises no idempotency by it. Ids of the ledger are short enough to stand as they are. */
function trackingId(rowId: string): string {
  return rowId.length <= TRACKING_MAX ? rowId : createHash('sha256').update(rowId).digest('hex').slice(0, TRACKING_MAX);
}
