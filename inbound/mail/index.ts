/** Mail that comes in: servers' reports and people's answers. */
export { confirmReply, dismissReply, findReply } from './decide-reply.ts';
export { type ReturnPaths, returnPathsOf } from './return-paths.ts';
export { type FolderOptions, type TakenMail, takeFolder } from './take-folder.ts';
export { type IntakeOffice, type MailTaken, takeMail } from './take-mail.ts';
