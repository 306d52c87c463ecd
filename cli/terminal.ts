/** Where a command reads and writes, as `process` has it. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

let current: Terminal = process;

/** Of the command that runs; one runs at a time. */
export function terminal(): Terminal {
  return current;
}

/** Runs a command at another terminal: tests read what it said without starting a program. */
export async function atTerminal<T>(other: Terminal, work: () => Promise<T>): Promise<T> {
  const before = current;
  current = other;
  try {
    return await work();
  } finally {
    current = before;
  }
}
