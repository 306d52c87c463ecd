/** Reading what comes in: one mail, and the folder it comes into. */
export type { RecipientStatus, ReportedAction } from './delivery-status.ts';
export { type Glimpse, glimpse } from './glimpse.ts';
export type { Inbound, MailReply, MailReport } from './kinds.ts';
export { LARGEST_MAIL, readInbound } from './mail.ts';
export { mailsSetAside, type SetAside, type WaitingMail, waitingMails } from './maildir.ts';
export { readApart } from './read-apart.ts';
