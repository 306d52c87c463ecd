import { codeOf } from './transformed.cjs';

/* How Node finds and reads what tests import: TypeScript, and the words of jest. */

const GLOBALS = new URL('./globals.mjs', import.meta.url).href;

export function resolve(specifier, context, next) {
  return specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context);
}

export function load(url, context, next) {
  if (!/^file:[^?]*\.tsx?(\?|$)/.test(url)) return next(url, context);
  return { format: 'module', source: codeOf(url), shortCircuit: true };
}
