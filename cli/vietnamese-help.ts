import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { Help } from 'commander';

/** Commander's own words, in the language of everything else here. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Các lệnh:',
};

const plain = new Help();

/** Commander's help in Vietnamese. */
export const vietnameseHelp: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) => inVietnamese(plain.commandUsage(command)),
  subcommandTerm: (command: Command) => inVietnamese(plain.subcommandTerm(command)),
  optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }: Option) =>
    [description, extra(argChoices, defaultValue, defaultValueDescription)].filter(Boolean).join(' '),
  argumentDescription: ({ description, argChoices, defaultValue, defaultValueDescription }: Argument) =>
    [description, extra(argChoices, defaultValue, defaultValueDescription)].filter(Boolean).join(' '),
};

function inVietnamese(usage: string): string {
  return usage.replace('[options]', '[tùy chọn]').replace('[command]', '[lệnh]');
}

/** What may be given, and what holds where nothing is. A flag speaks for itself. */
function extra(choices: readonly string[] | undefined, usual: unknown, said: string | undefined): string {
  const parts = [
    ...(choices ? [`một trong: ${choices.join(', ')}`] : []),
    ...(usual === undefined || typeof usual === 'boolean' ? [] : [`mặc định: ${said ?? String(usual)}`]),
  ];
  return parts.length === 0 ? '' : `(${parts.join('; ')})`;
}
