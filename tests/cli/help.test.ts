import { expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addCommands } from '../../cli/commands/index.ts';

const termOf = (command: Command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' ');

function argumentTerm(argument: Command['registeredArguments'][number]): string {
  const words = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${words}>` : `[${words}]`;
}

async function programFor(...argv: string[]): Promise<Command> {
  const program = new Command();
  await addCommands(program, argv);
  return program;
}

test('what `--help` says of a command without loading it is what the command is', async () => {
  const listed = (await programFor('--help')).commands;
  expect(listed.length).toBeGreaterThan(20);
  for (const stub of listed) {
    for (const argv of [[stub.name()], ['help', stub.name()]]) {
      const { commands } = await programFor(...argv);
      expect(commands.map(termOf)).toEqual(listed.map(termOf));
      const whole = commands.find((c) => c.name() === stub.name());
      expect(whole?.summary()).toBe(stub.summary());
      expect(whole?.description()).not.toBe('');
      expect(whole?.helpInformation()).toContain('Usage: ');
    }
  }
});
