/** The gate a policy passes before anything follows it. */
export { versionOf } from './content.ts';
export { type GateOptions, type Override, requireProved } from './gate.ts';
export {
  keepUnproved,
  knownUnproved,
  type ProofOptions,
  proofKey,
  unprovedIn,
  unprovedOf,
} from './unproved.ts';
