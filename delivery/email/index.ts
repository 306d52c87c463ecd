export { type CalendarPart, type CalendarParties, renderCalendar } from './calendar.ts';
export { classifySmtpError, type MailProgress } from './classify.ts';
export { type DkimKey, type DkimStanding, dkimRecord, dkimStanding, readDkimKey } from './dkim.ts';
export { EmailSender } from './email-sender.ts';
export { renderHtml } from './html.ts';
export { isLoopback, type MailOptions, type MailTimeouts, smtpServerOf } from './options.ts';
export { renderText } from './text.ts';
export { sendTrial } from './trial.ts';
