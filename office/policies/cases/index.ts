/** Cases that officials write of a policy: read, and held against what it tells. */
export { type CaseFile, caseFilesBeside, casesOf, readCases } from './files.ts';
export { readCasesText } from './read-text.ts';
export { type CaseRun, runCase } from './run.ts';
export { isBroken, type RunCases, runCases, spokenInCases } from './run-files.ts';
export { type ClaimedLife, claimedLife, whatComes } from './standing.ts';
export type { CaseAct, Expected, PolicyCase } from './types.ts';
