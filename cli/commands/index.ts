import type { Command } from 'commander';

/** Each command is a file that adds itself to the program; the order here is the order in `--help`. */
export const commands: readonly ((program: Command) => void)[] = [];
