/**
 * Where a session is met: before the greeting, at MAIL FROM, at RCPT TO, at DATA, when the first bytes of
 * the message come, and after it was taken but before that was said
 * (a reply there refuses it after all).
 */
export type MailStage = 'connect' | 'mail' | 'rcpt' | 'data' | 'body' | 'taken';

type Reply = readonly [code: number, text: string];

export type MailFault = { readonly stage: MailStage } & (
  | { readonly reply: Reply }
  | { readonly drop: true }
  | { readonly silence: true }
  | { readonly delayMs: number }
);

/** An error smtp-server answers with this code. */
export function smtpErrorOf([code, text]: Reply): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
