import type { CommanderError } from 'commander';

/** What Commander found wrong with the arguments, as one Vietnamese line. */
export function usageErrorText({ code, message }: CommanderError): string {
  const named = /'([^']+)'/.exec(message)?.[1] ?? '';
  const say = MESSAGES[code];
  return `${say ? say(named, message) : message.replace(/^error: /, '')}; thêm --help để xem cách dùng`;
}

const MESSAGES: Readonly<Record<string, (named: string, message: string) => string>> = {
  'commander.unknownCommand': (name) => `không có lệnh “${name}”`,
  'commander.unknownOption': (name) => `không có tùy chọn ${name}`,
  'commander.missingArgument': (name) => `thiếu <${name}>`,
  'commander.missingMandatoryOptionValue': (name) => `thiếu ${name}`,
  'commander.optionMissingArgument': (name) => `${name} cần một giá trị`,
  'commander.conflictingOption': (_, message) => {
    const [one, other] = [...message.matchAll(/option '(\S+)/g)].map((m) => m[1]);
    return `${one} và ${other} không dùng cùng nhau`;
  },
  'commander.excessArguments': () => 'thừa đối số',
  'commander.invalidArgument': (name, message) => {
    const allowed = /Allowed choices are (.*)\.$/.exec(message)?.[1];
    return `giá trị không hợp lệ cho ${name}${allowed ? `; dùng một trong: ${allowed}` : `: ${message.split('. ').at(-1)}`}`;
  },
};
