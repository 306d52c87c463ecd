/** A policy as a form holds it, and what that says as a file. */
export { URGENCY_WORDS } from '../../../policies/schema.ts';
export { changedFields, type RungChange, rungChangeIn } from './change.ts';
export { policyFields } from './of-policy.ts';
export { dataOf } from './to-data.ts';
export {
  ACTING_ROLES,
  ALL_ROLES,
  type BecauseFields,
  type ConditionFields,
  DEADLINE,
  GIVEN,
  LADDERS,
  type LadderName,
  type PolicyFields,
  type RungFields,
  type SpanFields,
  TRIGGERS,
  type TriggerWord,
  UNITS,
} from './types.ts';
