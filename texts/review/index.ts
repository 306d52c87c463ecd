export { agencyWarnings, directoryNotAsked, doubtWords } from './agencies.ts';
export { confirmationRefusals } from './confirmation.ts';
export { changeText, changeValue, correctionRefusals, FIELD_NAMES, type FieldName } from './corrections.ts';
export {
  authorityText,
  deadlineTip,
  dueText,
  HEADER_NAMES,
  type HeaderFieldName,
  MARK_NAMES,
  type MarkKind,
  reviewPage,
} from './page.ts';
export { CORRECTED_RULE, ruleText } from './rules.ts';
