import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';

/** Lets Node import the generators as they stand (`.ts`), with the transformer the tests use; what is measured comes from dist. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const source = await readFile(new URL(url), 'utf8');
  const { code } = await transform(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
    sourceMaps: false,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
