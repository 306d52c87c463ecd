import { UserError } from '../dsl/user-error.ts';
import { terminal } from './terminal.ts';

/** What a program reads: one JSON document on stdout and nothing else there. */
export function printJson(value: unknown): void {
  terminal().stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** What a person reads. */
export function printLine(line = ''): void {
  terminal().stdout.write(`${line}\n`);
}

/** News about the work itself (progress, warnings): stderr, so that stdout stays the answer. */
export function printNote(line: string): void {
  terminal().stderr.write(`${line}\n`);
}

/** Exit codes of every command: done, a finding (a refuted policy, a mismatch), bad usage or input, a fault of ours. */
export const EXIT = { done: 0, finding: 1, badInput: 2, fault: 70 } as const;

let exitCode: number = EXIT.done;

/** The command goes on to its end; the program then ends with `EXIT.finding`. */
export function endWithFinding(): void {
  exitCode = EXIT.finding;
}

/** What the command that has run to its end is worth, and `done` again for the next. */
export function takeExitCode(): number {
  const code = exitCode;
  exitCode = EXIT.done;
  return code;
}

/**
 * One of the formats a command knows.
 *
 * @throws UserError naming them
 */
export function requireFormat<F extends string>(given: string, known: readonly F[]): F {
  const format = known.find((f) => f === given);
  if (format) return format;
  throw new UserError(`--format ${given}: không có định dạng này; dùng một trong: ${known.join(', ')}`);
}

/** Whoever reads the output may stop reading (`dondoc list | head`): that is no fault, and what runs goes on. */
export function bearClosedPipes(): void {
  for (const stream of [terminal().stdout, terminal().stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
