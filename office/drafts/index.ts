/** Notices on their way in: brought in, corrected, looked at once more, issued. */
export { DraftDesk, type OpenDraft } from './desk.ts';
export { type DraftEdit, type HeaderEdit, typedDue } from './edits.ts';
export { type IssueChoices, issueRead, type Outlook, outlookOf } from './issue.ts';
export { unknownNames } from './unknown-names.ts';
