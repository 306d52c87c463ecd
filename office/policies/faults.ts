import type { z } from 'zod';
import type { Policy } from '../../dsl/policy/index.ts';
import { ACT_TYPES } from '../../dsl/rules/act.ts';
import { policySchema } from '../../policies/schema.ts';
import {
  expectedAt,
  foundText,
  POLICY_FAULTS,
  type PolicyForm,
  type PolicyPath,
  placeText,
} from '../../texts/policies.ts';
import { nearestWord } from './nearest.ts';
import { policyWordsAt } from './vocabulary.ts';

/** What is wrong with a policy's data: where, and a clause that says what, and what would be right. */
export interface PolicyFault {
  readonly path: PolicyPath;
  readonly text: string;
}

/** The policy in data of unknown origin, or every fault in it. */
export function policyIn(data: unknown, form: PolicyForm): { policy: Policy } | { faults: readonly PolicyFault[] } {
  const result = policySchema.safeParse(data);
  if (result.success) return { policy: result.data as Policy };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue as Issue, [], { data, form })) };
}

/** “close, approvedBy: người trình và người duyệt …” */
export function policyFaultText({ path, text }: PolicyFault): string {
  const place = placeText(path);
  return place === '' ? text : `${place}: ${text}`;
}

type Issue = z.core.$ZodIssue;

interface Context {
  readonly data: unknown;
  readonly form: PolicyForm;
}

function faultsOf(issue: Issue, above: PolicyPath, context: Context): PolicyFault[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  const { form } = context;
  const value = valueAt(context.data, path);
  switch (issue.code) {
    case 'custom':
    case 'invalid_format':
      if (value !== undefined && value !== '') return [{ path, text: issue.message }];
      break;
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownWord(path, key));
    case 'invalid_union': {
      const branch = meantBranch(issue.errors as Issue[][]);
      if (branch) return branch.flatMap((one) => faultsOf(one, path, context));
      if (isGroup(value)) return notOneOf(path, value, form);
      break;
    }
  }
  if (typeof value === 'string' && value.startsWith('person(')) return [{ path, text: POLICY_FAULTS.personId(value) }];
  const last = path.at(-1);
  const expected = expectedAt(path, form);
  if (value === undefined && typeof last === 'string')
    return [{ path: path.slice(0, -1), text: POLICY_FAULTS.missing(last, expected) }];
  const near = typeof value === 'string' ? nearestWord(value, policyWordsAt(path).values) : undefined;
  return [{ path, text: POLICY_FAULTS.unexpected(expected ?? issue.message, foundText(value), near) }];
}

/** Of the ways something may be written the one that was meant: it knows every word that stands there, and lacks none. */
function meantBranch(branches: readonly Issue[][]): Issue[] | undefined {
  const meant = branches.filter((issues) =>
    issues.every(
      (issue) =>
        issue.path.length > 0 && !(issue.code === 'invalid_type' && issue.message.endsWith('received undefined')),
    ),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/** A group none of whose ways it is: a word nobody knows, or words that do not go together. */
function notOneOf(path: PolicyPath, value: object, form: PolicyForm): PolicyFault[] {
  const { keys } = policyWordsAt(path);
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  if (unknown.length > 0) return unknown.map((key) => unknownWord(path, key));
  const expected = expectedAt(path, form) ?? '';
  const written = Object.keys(value);
  if (written.length > 1) return [{ path, text: POLICY_FAULTS.tooManyWords(written, expected) }];
  return [{ path, text: POLICY_FAULTS.unexpected(expected, foundText(value), undefined) }];
}

function unknownWord(path: PolicyPath, key: string): PolicyFault {
  if (path.at(-1) === 'permissions')
    return { path: [...path, key], text: POLICY_FAULTS.unknownAct(key, nearestWord(key, ACT_TYPES)) };
  const { keys } = policyWordsAt(path);
  return { path: [...path, key], text: POLICY_FAULTS.unknownWord(key, nearestWord(key, keys), keys) };
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(data: unknown, path: PolicyPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
