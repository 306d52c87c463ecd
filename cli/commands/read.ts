import type { Command } from 'commander';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { isDay } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { readNoticeFile } from '../../notices/index.ts';
import { printJson, requireFormat } from '../output.ts';

/** `dondoc read FILE` */
export function addRead(program: Command): void {
  program
    .command('read')
    .argument('<file>')
    .option('--issued <day>')
    .option('--format <format>', '', 'table')
    .action(async (file: string, options: { issued?: string; format: string }) => {
      const format = requireFormat(options.format, ['table', 'json', 'text']);
      if (options.issued !== undefined && !isDay(options.issued)) throw new UserError('issued');
      const read = await readNoticeFile(file, {
        calendar: civilServants,
        ...(options.issued ? { issued: options.issued } : {}),
      });
      if (format === 'json') printJson({ notices: read.notices });
    });
}
