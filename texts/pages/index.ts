/** Every Vietnamese word on the pages behind signed links. */
export { type AskFacts, askWords } from './ask.ts';
export { type BadgeFacts, badgeWords, dueLine, statusLine } from './due.ts';
export {
  explanationLine,
  extensionLine,
  type FieldWords,
  FORM_FAULTS,
  FORMS,
  type FormWords,
  filesHint,
  REFUSED_TITLE,
  UNSURE,
} from './forms.ts';
export { fateLine, type SentFacts, sentLine, sentTextHeading } from './history.ts';
export { AGENCY, itemName, PAGE, PAGING, readerLine, replyLine, replyOfOffice } from './page.ts';
export { FORM_NOT_TAKEN, PROBLEMS, PROXY_UNSET, type Problem, type ProblemWords, TOO_LARGE } from './problems.ts';
export { DECISION_PROOF } from './proof.ts';
