import type { Policy } from '../../../dsl/policy/index.ts';
import type { CaseFile } from './files.ts';
import { type CaseRun, runCase } from './run.ts';

/** A policy's cases, each with the file it stands in. */
export interface RunCases {
  readonly policy: Policy;
  readonly runs: readonly (CaseRun & { readonly file: string })[];
}

export function runCases(policy: Policy, files: readonly CaseFile[]): RunCases {
  return { policy, runs: files.flatMap(({ file, cases }) => cases.map((one) => ({ file, ...runCase(policy, one) }))) };
}

export function isBroken({ runs }: RunCases): boolean {
  return runs.some(({ passed }) => !passed);
}

/** Keys of the steps the cases came to. */
export function spokenInCases({ runs }: RunCases): string[] {
  return runs.flatMap(({ steps }) => steps.map(({ key }) => key));
}
