import { deadlineRuleText } from '../deadline-rules.ts';

/** The rule of a deadline that no rule read: a person set it. */
export const CORRECTED_RULE = 'corrected';

/** How a date was found, in words. */
export function ruleText(rule: string): string {
  return rule === CORRECTED_RULE ? 'do người kiểm tra ghi' : deadlineRuleText(rule);
}
