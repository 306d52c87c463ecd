import type { PolicyForm, PolicyPath } from '../../texts/policies.ts';

/** A policy as a file says it: its data, and where each piece of it stands. */
export interface WrittenPolicy {
  readonly form: PolicyForm;
  readonly data: unknown;
  /** Line from 1 of what stands at a place, or of the nearest that holds it. */
  lineOf(path: PolicyPath): number;
}

/** Something that cannot be read as a policy at all; `line` from 1. */
export class PolicyTextError extends Error {
  override readonly name = 'PolicyTextError';

  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}
