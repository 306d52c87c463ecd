import type { Program } from '@babel/types';
import { TYPESCRIPT_FAULTS as say } from '../../../texts/policy-typescript.ts';
import { PolicyTextError } from '../written.ts';

/** A text that was scanned as a syntax tree. @throws PolicyTextError where it is none */
export async function parsed(text: string): Promise<Program> {
  // Loaded once a policy is read: no other command waits for it.
  const { parse } = await import('@babel/parser');
  try {
    return parse(text, { sourceType: 'module', plugins: ['typescript'], attachComment: false }).program;
  } catch (error) {
    // Too deep for the parser's own stack is no sentence either.
    if (error instanceof RangeError) throw new PolicyTextError(1, say.tooDeep);
    const line = (error as { readonly loc?: { readonly line: number } }).loc?.line;
    if (line === undefined) throw error;
    throw new PolicyTextError(line, say.syntax);
  }
}
