import { expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addCommands } from '../../cli/commands/index.ts';

const termOf = (command: Command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' ');

function argumentTerm(argument: Command['registeredArguments'][number]): string {
  const words = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${words}>` : `[${words}]`;
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

function helpOf(command: Command): string {
  let said = command.helpInformation();
  command.configureOutput({ writeOut: (text) => (said += text) });
  command.outputHelp();
  return said;
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

test('days in help stand as people write them: one copies them from there', async () => {
  const names = (await programFor('--help')).commands.map((stub) => stub.name());
  for (const name of names) {
    const { commands } = await programFor(name);
    const command = commands.find((c) => c.name() === name) as Command;
    for (const one of withSubcommands(command)) {
      // Lines of JSON are for programs.
      const lines = helpOf(one)
        .split('\n')
        .filter((line) => !line.includes('{"'));
      expect({ name, iso: lines.filter((line) => /\b20\d\d-\d\d-\d\d\b(?!T)/.test(line)) }).toEqual({ name, iso: [] });
    }
  }
});
