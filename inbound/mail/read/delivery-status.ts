import { oneLine } from '../../../texts/messages/index.ts';
import { addressesIn, groupsOf, untyped, withoutComments } from './fields.ts';

/** What a report says happened (RFC 3464, section 2.3.3). */
export type ReportedAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What a mail server reports of one recipient. */
export interface RecipientStatus {
  readonly action: ReportedAction;
  /** Addresses, lower case: where it went in the end, and as it was first given where that is told. */
  readonly recipients: readonly string[];
  /** "5.1.1"; empty where it is not told. */
  readonly status: string;
  /** The words of the server that refused, one line; empty where there are none. */
  readonly diagnostic: string;
}

const ACTIONS: ReadonlySet<string> = new Set<ReportedAction>(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
/** More recipients than this are no answer to a mail of ours: each goes to one. */
const MOST_RECIPIENTS = 50;
export const LONGEST_DIAGNOSTIC = 240;

/**
 * Reads a message/delivery-status part: fields of the whole, then those of each recipient; some servers leave out the
 * first, or the empty line between. What it lacks is left out.
 */
export function readDeliveryStatus(text: string): RecipientStatus[] {
  return groupsOf(text).slice(0, MOST_RECIPIENTS).flatMap(statusIn);
}

function statusIn(fields: ReadonlyMap<string, string>): RecipientStatus[] {
  const recipients = [...addressesIn(fields.get('original-recipient')), ...addressesIn(fields.get('final-recipient'))];
  const status = statusCodeOf(fields.get('status') ?? '');
  const [word = ''] = withoutComments(fields.get('action') ?? '')
    .toLowerCase()
    .split(/[\s;,]/);
  const action = fields.has('action') ? word : actionOfStatus(status, recipients);
  if (!ACTIONS.has(action)) return [];
  const diagnostic = oneLine(untyped(fields.get('diagnostic-code') ?? '')).slice(0, LONGEST_DIAGNOSTIC);
  return [{ action: action as ReportedAction, recipients: [...new Set(recipients)], status, diagnostic }];
}

/** Without its action a recipient's status says it (RFC 3463): 5 is for good, 4 for now, 2 done. */
function actionOfStatus(status: string, recipients: readonly string[]): string {
  if (recipients.length === 0) return '';
  return { '5': 'failed', '4': 'delayed', '2': 'delivered' }[status[0] ?? ''] ?? '';
}

/** The first code of RFC 3463 in a text. */
export function statusCodeOf(text: string): string {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? '';
}

/** The addresses of a header's list, lower case. */
export function addressesOf(list: string): string[] {
  return list
    .split(/[,;\s]+/)
    .map((one) => one.replace(/^<|>$/g, '').toLowerCase())
    .filter((one) => one.includes('@'));
}
