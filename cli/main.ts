import { Command, CommanderError } from 'commander';
import { UserError } from '../dsl/user-error.ts';
import { addCommands } from './commands/index.ts';
import { bearClosedPipes, EXIT, printNote, takeExitCode } from './output.ts';
import { atTerminal, type Terminal, terminal } from './terminal.ts';
import { usageErrorText } from './usage-error.ts';
import { vietnameseHelp } from './vietnamese-help.ts';

async function program(argv: readonly string[]): Promise<Command> {
  const root = new Command('dondoc')
    .description('Đôn đốc nhiệm vụ: đọc thông báo, giao việc, nhắc, báo cáo lên và đóng việc trên Temporal')
    .helpOption('-h, --help', 'in trợ giúp')
    .helpCommand('help [lệnh]', 'in trợ giúp của một lệnh')
    .configureOutput({
      writeOut: (text) => terminal().stdout.write(text),
      // Errors are told below, in one line of our own.
      outputError: () => {},
    })
    .configureHelp(vietnameseHelp)
    .exitOverride();
  await addCommands(root, argv);
  return root;
}

/** Runs one command; returns the exit code. Errors for a person are one line on stderr, never a stack. */
export function main(argv: readonly string[], at: Terminal = process): Promise<number> {
  return atTerminal(at, () => run(argv));
}

async function run(argv: readonly string[]): Promise<number> {
  bearClosedPipes();
  try {
    takeExitCode();
    const root = await program(argv);
    await root.parseAsync(argv, { from: 'user' });
    return takeExitCode();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    if (error instanceof CommanderError) printNote(`dondoc: ${usageErrorText(error)}`);
    else if (error instanceof UserError) printNote(`dondoc: ${error.message}`);
    else {
      // A fault of ours: said as such, with what is needed to mend it.
      printNote(`dondoc: lỗi của chương trình: ${error instanceof Error ? error.stack : String(error)}`);
      return EXIT.fault;
    }
    return EXIT.badInput;
  }
}
