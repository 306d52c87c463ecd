import { CURRENT_INTERPRETER } from '../../dsl/rules/index.ts';
import type { Db } from '../context.ts';

/** A worker that runs directives, as those see it who issue them. */
export interface WorkerAtWork {
  leave(): Promise<void>;
}

/** Which of the rules' versions those know who run the directives of a register. */
export interface WorkersAtWork {
  /** From now on nothing is issued here that this worker would not know. */
  join(interpreter: number): Promise<WorkerAtWork>;
  /** The newest version that all know; this program's where nobody is at work. */
  knownToAll(db: Db): Promise<number>;
}

/** A register in a file has one service, which runs what it issues. */
export const ALL_IN_ONE: WorkersAtWork = {
  join: async () => ({ leave: async () => {} }),
  knownToAll: async () => CURRENT_INTERPRETER,
};
