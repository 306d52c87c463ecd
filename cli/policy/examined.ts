import { dirname } from 'node:path';
import type { Policy } from '../../dsl/policy/index.ts';
import type { Deadlines } from '../../dsl/proof/index.ts';
import {
  type CaseFile,
  casesOf,
  isBroken,
  type RunCases,
  readCases,
  runCases,
  spokenInCases,
} from '../../office/policies/cases/index.ts';
import { coverageOf, type RungCoverage } from '../../office/policies/coverage.ts';
import { isPolicyFile, spokenInYear } from '../../office/policies/index.ts';
import { readConfig } from '../../settings/read-config.ts';
import { coverageLines } from '../../texts/policy-cases.ts';
import { printLine } from '../output.ts';
import { hasRegister } from '../register-place.ts';
import { casesJson, printCases } from './cases.ts';
import { type Checked, checkedJson, checkOne, isRefuted, printChecked } from './checked.ts';

/** A policy as given on the command line: its id, or its file, beside which its cases lie. */
export interface Given {
  readonly policy: Policy;
  readonly from?: string;
}

/** What the checker proved of a policy, which of its cases came true, and which rungs spoke. */
export interface Examined {
  readonly checked: Checked;
  readonly cases: RunCases;
  readonly coverage: readonly RungCoverage[];
}

export interface ExamineOptions {
  readonly acts?: number;
  readonly deadlines?: Deadlines;
  /** Cases of this file besides those that lie with the policy. */
  readonly cases?: string;
}

/** @throws UserError where cases cannot be read, before anything is proved */
export async function examine(given: Given, { cases: more, ...options }: ExamineOptions = {}): Promise<Examined> {
  const { policy } = given;
  const files = [...(await casesBeside(given)), ...(more === undefined ? [] : [await caseFile(more)])];
  const cases = runCases(policy, files);
  const checked = checkOne(policy, options);
  const coverage = coverageOf(
    policy,
    { cases: spokenInCases(cases), register: await spokenInRegister(policy) },
    checked.properties,
  );
  return { checked, cases, coverage };
}

/** The same of the cases alone, for pages that prove nothing. */
export async function casesRun(given: Given): Promise<RunCases> {
  return runCases(given.policy, await casesBeside(given));
}

function casesBeside({ policy, from }: Given): Promise<readonly CaseFile[]> {
  const folder = from !== undefined && isPolicyFile(from) ? dirname(from) : readConfig().policiesFolder;
  return casesOf(policy.id, folder);
}

async function caseFile(file: string): Promise<CaseFile> {
  return { file, cases: await readCases(file) };
}

/** What the office's register told in the last year under this very policy; nothing where there is no register. */
async function spokenInRegister(policy: Policy): Promise<string[]> {
  if (!hasRegister()) return [];
  const { withRegister } = await import('../office-register.ts');
  return withRegister((register) => spokenInYear(register, policy, Date.now()));
}

export function hasFinding({ checked, cases }: Examined): boolean {
  return isRefuted(checked) || isBroken(cases);
}

export function printExamined({ checked, cases, coverage }: Examined): void {
  printChecked(checked);
  printCases(cases);
  for (const line of coverageLines(checked.policy, coverage)) printLine(line);
  printLine();
}

export function examinedJson({ checked, cases, coverage }: Examined) {
  return { ...checkedJson(checked), cases: casesJson(cases), coverage };
}
