import type { Policy } from '../../../dsl/policy/index.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { dataOf, type PolicyFields, policyFields } from '../../../office/policies/fields/index.ts';
import {
  type PolicySource,
  policyFaultText,
  policyIn,
  policyInText,
  policySource,
  policyTextChanged,
} from '../../../office/policies/index.ts';
import type { StaffContext } from '../context.ts';
import { fieldAt } from './form-names.ts';
import { ownFileOf, policyNamed } from './known.ts';

/** One of the office's own policies, open to be changed. */
export interface OpenPolicy {
  readonly policy: Policy;
  readonly source: PolicySource;
  /** Written in TypeScript: there is no form for it. */
  readonly isTypescript: boolean;
}

/** What somebody has made of it so far: the policy, or what is wrong and where. */
export interface PolicyDraft {
  readonly fields?: PolicyFields;
  /** As the file would say it. */
  readonly text: string;
  readonly result: Policy | { readonly faults: readonly DraftFault[] };
}

export interface DraftFault {
  readonly text: string;
  /** Id of the field that holds it. */
  readonly field: string;
}

/** Undefined where there is none of the office's own by this id. */
export async function openPolicy(id: string, context: StaffContext): Promise<OpenPolicy | undefined> {
  const policy = await policyNamed(id, context);
  const file = policy && (await ownFileOf(id, context));
  if (policy === undefined || file === undefined) return undefined;
  return { policy, source: await policySource(file), isTypescript: /\.ts$/i.test(file) };
}

export async function draftOfFields(fields: PolicyFields, { policy, source }: OpenPolicy): Promise<PolicyDraft> {
  const read = policyIn(dataOf(fields, policy), 'yaml');
  if ('faults' in read) {
    const faults = read.faults.map((fault) => ({ text: policyFaultText(fault), field: fieldAt(fault.path) }));
    return { fields, text: source.text, result: { faults } };
  }
  return { fields, text: policyTextChanged(source, policy, read.policy), result: read.policy };
}

export async function draftOfText(text: string, { policy, source, isTypescript }: OpenPolicy): Promise<PolicyDraft> {
  try {
    const result = await policyInText(text, source.file, policy.id);
    return isTypescript ? { text, result } : { text, result, fields: policyFields(result) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { text, result: { faults: [{ text: error.message, field: 'van-ban' }] } };
  }
}
