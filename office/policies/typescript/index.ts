import type { ImportDeclaration, Statement, VariableDeclaration } from '@babel/types';
import { POLICY_FILE } from '../../../texts/policies.ts';
import { TYPESCRIPT_FAULTS as say } from '../../../texts/policy-typescript.ts';
import { nearestWord } from '../nearest.ts';
import { PolicyTextError, type WrittenPolicy } from '../written.ts';
import { evaluate, lineOf, type Meaning } from './evaluate.ts';
import { parsed } from './program.ts';
import { scanTypescript } from './scan.ts';
import { lineIn } from './sentence.ts';
import type { Value } from './values.ts';
import { WORDS, wordNamed } from './words.ts';

const LANGUAGE = 'dondoc/dsl';

/**
 * A policy in TypeScript. The text is never run: its syntax tree is read, and only the language's own words mean
 * something in it.
 *
 * @throws PolicyTextError with the line and what would be right
 */
export async function readTypescriptPolicy(text: string): Promise<WrittenPolicy> {
  scanTypescript(text);
  const program = await parsed(text);
  const scope = new Map<string, Meaning>();
  const policies: Value[] = [];
  for (const statement of program.body) {
    const exported = perform(statement, scope);
    if (exported) policies.push(exported);
  }
  const [policy, second] = policies;
  if (second) throw new PolicyTextError(second.line, POLICY_FILE.many);
  if (!policy) {
    const kept = [...scope.values()].some((one) => 'value' in one && one.value.draft);
    throw new PolicyTextError(1, kept ? say.notExported : say.noPolicy);
  }
  if (policy.kind !== 'policy' || !policy.draft) throw new PolicyTextError(policy.line, say.notClosed);
  const { draft } = policy;
  return { form: 'typescript', data: policy.data, lineOf: (path) => lineIn(draft, path, policy.line) };
}

/** What a statement exports, if it does. */
function perform(statement: Statement, scope: Map<string, Meaning>): Value | undefined {
  switch (statement.type) {
    case 'ImportDeclaration':
      take(statement, scope);
      return undefined;
    case 'VariableDeclaration':
      declare(statement, scope);
      return undefined;
    case 'ExportNamedDeclaration': {
      const { declaration } = statement;
      if (declaration?.type !== 'VariableDeclaration') break;
      return requirePolicy(declare(declaration, scope), lineOf(statement));
    }
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement;
      if (/Declaration$/.test(declaration.type)) break;
      return requirePolicy(evaluate(declaration as Parameters<typeof evaluate>[0], scope), lineOf(statement));
    }
    case 'EmptyStatement':
      return undefined;
  }
  throw new PolicyTextError(lineOf(statement), say.statement);
}

/** The words a file asks for; types it may name as it likes, they mean nothing when it is read. */
function take(statement: ImportDeclaration, scope: Map<string, Meaning>): void {
  const { source, specifiers, importKind } = statement;
  const line = lineOf(statement);
  if (source.value !== LANGUAGE) throw new PolicyTextError(line, say.otherImport(source.value));
  if (importKind === 'type') return;
  for (const one of specifiers) {
    if (one.type !== 'ImportSpecifier' || one.imported.type !== 'Identifier')
      throw new PolicyTextError(lineOf(one), say.importForm);
    const { name } = one.imported;
    if (one.importKind === 'type') continue;
    const word = wordNamed(name);
    if (!word) throw new PolicyTextError(lineOf(one), say.unknownImport(name, nearestWord(name, Object.keys(WORDS))));
    bind(one.local.name, { word }, lineOf(one), scope);
  }
}

function declare({ kind, declarations, loc }: VariableDeclaration, scope: Map<string, Meaning>): Value | undefined {
  if (kind !== 'const') throw new PolicyTextError(lineOf({ loc }), say.constOnly);
  let last: Value | undefined;
  for (const { id, init, loc } of declarations) {
    if (id.type !== 'Identifier' || !init) throw new PolicyTextError(lineOf({ loc }), say.constOnly);
    last = evaluate(init, scope);
    bind(id.name, { value: last }, lineOf({ loc }), scope);
  }
  return last;
}

function bind(name: string, meaning: Meaning, line: number, scope: Map<string, Meaning>): void {
  if (scope.has(name)) throw new PolicyTextError(line, say.twice(name));
  scope.set(name, meaning);
}

function requirePolicy(value: Value | undefined, line: number): Value {
  if (!value?.draft) throw new PolicyTextError(line, say.noPolicy);
  return value;
}
