/** Mail that comes in: servers' reports and people's answers. */
export { confirmReply, dismissReply, findReply } from './decide-reply.ts';
export { type IntakeOffice, type Taken, takeMail } from './take-mail.ts';
