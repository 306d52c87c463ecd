import type { CallExpression, Expression, ObjectExpression } from '@babel/types';
import { present } from '../../../dsl/present.ts';
import { TYPESCRIPT_FAULTS as say } from '../../../texts/policy-typescript.ts';
import { nearestWord } from '../nearest.ts';
import { PolicyTextError } from '../written.ts';
import { beginSentence, continueSentence, requireKinds, type WrittenStep } from './sentence.ts';
import type { Value } from './values.ts';
import { type PolicyWord, WORDS, wordNamed } from './words.ts';

/** What the names of a file stand for: words that were imported, and values that were given a name. */
export type Scope = ReadonlyMap<string, Meaning>;

export type Meaning = { readonly word: PolicyWord } | { readonly value: Value };

interface Place {
  readonly loc?: Expression['loc'] | undefined;
}

/** A policy of more steps than this is no ladder. */
const MOST_STEPS = 100;

/**
 * What an expression comes to. Only the language's own words mean anything: nothing of the program, of the machine or
 * of JavaScript itself can be named.
 *
 * @throws PolicyTextError where it is anything else
 */
export function evaluate(written: Expression, scope: Scope): Value {
  const node = withoutTypes(written);
  const line = lineOf(node);
  switch (node.type) {
    case 'StringLiteral':
      return { kind: 'text', data: node.value, line };
    case 'NumericLiteral':
      return { kind: 'number', data: node.value, line };
    case 'BooleanLiteral':
      return { kind: 'flag', data: node.value, line };
    case 'NullLiteral':
      return { kind: 'nothing', data: null, line };
    case 'Identifier':
      return named(node.name, line, scope);
    case 'ArrayExpression':
      return list(
        node.elements.map((element) => requireExpression(element, line, scope)),
        line,
      );
    case 'ObjectExpression':
      return group(node, scope);
    case 'CallExpression':
      return called(node, scope);
    default:
      throw new PolicyTextError(line, say.expression);
  }
}

/** An expression without what only types know of it, and without its brackets. */
export function withoutTypes(node: Expression): Expression {
  let inner = node;
  while (
    inner.type === 'TSAsExpression' ||
    inner.type === 'TSSatisfiesExpression' ||
    inner.type === 'ParenthesizedExpression'
  )
    inner = inner.expression;
  return inner;
}

export function lineOf({ loc }: Place): number {
  return loc?.start.line ?? 1;
}

function named(name: string, line: number, scope: Scope): Value {
  const found = scope.get(name);
  if (!found) throw new PolicyTextError(line, unknown(name, scope));
  if ('value' in found) return { ...found.value, line };
  if (found.word.takes) throw new PolicyTextError(line, say.mustCall(name));
  return { kind: found.word.kind, data: found.word.is, line };
}

function unknown(name: string, scope: Scope): string {
  if (wordNamed(name)) return say.notImported(name);
  return say.unknownName(name, nearestWord(name, [...scope.keys(), ...Object.keys(WORDS)]));
}

function list(items: readonly Value[], line: number): Value {
  return { kind: 'list', data: items.map(({ data }) => data), line, parts: new Map(items.entries()) };
}

function group(node: ObjectExpression, scope: Scope): Value {
  const parts = new Map<string, Value>();
  for (const property of node.properties) {
    const line = lineOf(property);
    if (property.type === 'SpreadElement') throw new PolicyTextError(line, say.spread);
    if (property.type !== 'ObjectProperty' || property.computed) throw new PolicyTextError(line, say.key);
    const { key, value } = property;
    if (key.type !== 'Identifier' && key.type !== 'StringLiteral') throw new PolicyTextError(line, say.key);
    const name = key.type === 'Identifier' ? key.name : key.value;
    if (parts.has(name)) throw new PolicyTextError(line, say.keyTwice(name));
    parts.set(name, { ...evaluate(value as Expression, scope), line });
  }
  const data = Object.fromEntries([...parts].map(([name, { data }]) => [name, data]));
  return { kind: 'group', data, line: lineOf(node), parts };
}

/** `workingDays(3)`, or a sentence: `policy(…).assign(…)….close({…})`. */
function called(outermost: CallExpression, scope: Scope): Value {
  const calls: CallExpression[] = [];
  let node: Expression = outermost;
  while (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    calls.push(node);
    if (calls.length > MOST_STEPS) throw new PolicyTextError(lineOf(node), say.tooManySteps(MOST_STEPS));
    node = withoutTypes(node.callee.object as Expression);
  }
  let value = node.type === 'CallExpression' ? wordCalled(node, scope) : evaluate(node, scope);
  for (const call of calls.reverse()) {
    const step = stepOf(call, scope);
    if (!value.draft) throw new PolicyTextError(step.line, say.noMethod(step.name));
    value = continueSentence(value.draft, step);
  }
  return value;
}

function stepOf(call: CallExpression, scope: Scope): WrittenStep {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    throw new PolicyTextError(lineOf(call), say.expression);
  const { name } = callee.property;
  const line = lineOf(callee.property);
  return { name, line, given: given(call, scope) };
}

function wordCalled(call: CallExpression, scope: Scope): Value {
  const line = lineOf(call);
  if (call.callee.type !== 'Identifier') throw new PolicyTextError(line, say.expression);
  const { name } = call.callee;
  const found = scope.get(name);
  if (!found) throw new PolicyTextError(line, unknown(name, scope));
  if ('value' in found || !found.word.takes) throw new PolicyTextError(line, say.notCalled(name));
  const { word } = found;
  const step = { name, line, given: given(call, scope) };
  requireKinds(name, line, step.given, found.word.takes, word.then);
  if (word.kind === 'draft') return beginSentence(word.is, step);
  const data = (word.is as (...given: unknown[]) => unknown)(...step.given.map((one) => one.data));
  const [key] = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  const [only] = step.given;
  return { kind: word.kind, data, line, ...present({ parts: key && only ? new Map([[key, only]]) : undefined }) };
}

function given(call: CallExpression, scope: Scope): Value[] {
  return call.arguments.map((argument) => requireExpression(argument, lineOf(call), scope));
}

function requireExpression(node: CallExpression['arguments'][number] | null, line: number, scope: Scope): Value {
  if (!node) throw new PolicyTextError(line, say.expression);
  if (node.type === 'SpreadElement') throw new PolicyTextError(lineOf(node), say.spread);
  if (node.type === 'ArgumentPlaceholder') throw new PolicyTextError(lineOf(node), say.expression);
  return evaluate(node, scope);
}
