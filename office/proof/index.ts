/** The gate a policy passes before anything follows it. */
export { versionOf } from './content.ts';
export { type GateOptions, type Override, requireProved } from './gate.ts';
export { type ProofOptions, unprovedOf } from './unproved.ts';
