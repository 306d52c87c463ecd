import { oneLine } from '../../../texts/messages/index.ts';
import { addressesOf, LONGEST_DIAGNOSTIC, type RecipientStatus, statusCodeOf } from './delivery-status.ts';

/*
 * Servers that tell of a failure without the parts of RFC 3464. Only forms that are written for a final failure are
 * taken: a word of delay looks much the same and says the opposite.
 */

/** Exim names in a header whom it could not reach, and only when it has given up. */
export function readFailedRecipients(header: string, text: string): RecipientStatus[] {
  const recipients = addressesOf(header);
  if (recipients.length === 0) return [];
  return [{ action: 'failed', recipients, status: statusCodeOf(text), diagnostic: diagnosticOf(text) }];
}

/** Exim's word that it goes on trying: it names nobody, and says so in its subject. */
export function readDelay(subject: string): RecipientStatus[] {
  const late = /^Warning: message \S+ delayed \d+ /i.test(subject);
  return late ? [{ action: 'delayed', recipients: [], status: '', diagnostic: '' }] : [];
}

const QMAIL = /^Hi\. This is the [\w.-]+ program at /;

/** qmail's own form (QSBMF): after an opening, a paragraph for each recipient, then a copy of the message below a line. */
export function readQmailBounce(text: string): RecipientStatus[] {
  const [told = ''] = text.replace(/\r\n?/g, '\n').split(/^--- (?:Below|Enclosed)/m);
  if (!QMAIL.test(told.trimStart())) return [];
  return [...told.matchAll(/^<([^<>\s]+@[^<>\s]+)>:\n((?:.+\n?)+)/gm)].map(([, address = '', said = '']) => ({
    ...{ action: 'failed', recipients: [address.toLowerCase()], status: statusCodeOf(said) },
    diagnostic: oneLine(said).slice(0, LONGEST_DIAGNOSTIC),
  }));
}

/** What the other server said: its reply code begins a line or follows a colon. */
function diagnosticOf(text: string): string {
  const [, said = ''] = /(?:^|:)\s*([45]\d\d[ -][^\n]*(?:\n[ \t]+\S[^\n]*){0,3})/m.exec(text) ?? [];
  return oneLine(said).slice(0, LONGEST_DIAGNOSTIC);
}
