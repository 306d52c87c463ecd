import { oneLine } from '../../../texts/messages/index.ts';

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

/** Reads a message/delivery-status part: fields of the whole, then those of each recipient. What it lacks is left out. */
export function readDeliveryStatus(text: string): RecipientStatus[] {
  const [, ...groups] = text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .filter((group) => group.trim() !== '');
  return groups.slice(0, MOST_RECIPIENTS).flatMap((group) => {
    const fields = fieldsOf(group);
    const action = (fields.get('action') ?? '').toLowerCase();
    if (!ACTIONS.has(action)) return [];
    const recipients = [fields.get('original-recipient'), fields.get('final-recipient')].flatMap(addressOf);
    return [
      {
        ...{ action: action as ReportedAction, recipients },
        status: statusCodeOf(fields.get('status') ?? ''),
        diagnostic: oneLine(untyped(fields.get('diagnostic-code') ?? '')).slice(0, LONGEST_DIAGNOSTIC),
      },
    ];
  });
}

/** The first code of RFC 3463 in a text. */
export function statusCodeOf(text: string): string {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? '';
}

/** The addresses of a header's list, lower case. */
export function addressesOf(list: string): string[] {
  return list.split(/[,;\s]+/).flatMap(addressOf);
}

function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
}

/** "rfc822; an@x.vn" → an@x.vn */
function addressOf(field: string | undefined): string[] {
  const address = untyped(field ?? '')
    .replace(/^<|>$/g, '')
    .toLowerCase();
  return address.includes('@') ? [address] : [];
}

function untyped(typed: string): string {
  return typed.replace(/^[\w-]+\s*;\s*/, '').trim();
}
