/** The policies there are to choose from: those that ship, and an office's own, in TypeScript or YAML. */
export type { BothWays, Proofs } from './apart.ts';
export { type Answered, PolicyChecks } from './checks.ts';
export { findPolicy, offeredOf } from './choose.ts';
export { type PolicyFault, policyFaultText, policyIn } from './faults.ts';
export { firstLook, type Refuted } from './first-look.ts';
export { type OwnPolicies, type OwnPolicy, ownPolicies, type PolicyFileFault } from './folder.ts';
export { formatPolicy } from './format.ts';
export { makePolicy, policyTextChanged, policyTextOf } from './make.ts';
export { isPolicyFile, readPolicyFile, readPolicySource, readPolicyText } from './read-file.ts';
export { type PolicySource, policyInText, policySource, savePolicy } from './save.ts';
export { spokenInYear } from './spoken.ts';
