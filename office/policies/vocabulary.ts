import { policyJsonSchema } from '../../policies/schema.ts';
import type { PolicyPath } from '../../texts/policies.ts';

/** The words a policy knows at a place. */
export interface Words {
  /** Names of fields. */
  readonly keys: readonly string[];
  /** Values, where they are words. */
  readonly values: readonly string[];
}

/** As much of JSON Schema as the policy's is written in. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
}

let schema: Node | undefined;

/** The words at a place, read from the schema editors complete by: nobody keeps a second list. */
export function policyWordsAt(path: PolicyPath): Words {
  schema ??= policyJsonSchema() as Node;
  let nodes = ways(schema);
  for (const step of path) nodes = nodes.flatMap((node) => below(node, step)).flatMap(ways);
  const keys = nodes.flatMap((node) => Object.keys(node.properties ?? {}));
  const values = nodes.flatMap((node) => [...(node.enum ?? []), node.const]).filter((v) => typeof v === 'string');
  return { keys: [...new Set(keys)], values: [...new Set([...values, ...nodes.flatMap(calls)])] };
}

/** A word of another word, as `headOf(lead)`, which a schema writes as `^headOf\((lead|…)\)$`. */
function calls({ pattern = '' }: Node): string[] {
  const [, name, of = ''] = /^\^(\w+)\\\(\((.*)\)\\\)\$$/.exec(pattern) ?? [];
  return name === undefined ? [] : of.split('|').map((word) => `${name}(${word})`);
}

function ways(node: Node): Node[] {
  return node.anyOf ? node.anyOf.flatMap(ways) : [node];
}

function below(node: Node, step: string | number): Node[] {
  if (typeof step === 'number') return node.items ? [node.items] : [];
  const found = node.properties && Object.hasOwn(node.properties, step) ? node.properties[step] : undefined;
  const other = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
  return found ? [found] : other ? [other] : [];
}
