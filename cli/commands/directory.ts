import type { Command } from 'commander';
import { loadDirectory } from '../../register/index.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

/** `dondoc directory import|show`: who is who, with the days on which it holds. */
export function addDirectory(program: Command): void {
  const directory = program.command('directory').description('Danh bạ các đơn vị, người đứng đầu, đầu mối.');
  directory
    .command('import')
    .description('Nạp danh bạ từ tệp. Nạp lại cùng tệp không đổi gì; tệp có ngày hiệu lực thay danh bạ từ ngày đó.')
    .argument('<tệp>', '.yaml hoặc .csv')
    .addHelpText('after', '\nVí dụ:\n  dondoc directory import danh-ba.yaml')
    .action(async (file: string) => {
      const loaded = loadDirectory(file);
      await withRegister((register) => register.directory.import(loaded));
      printLine(`Đã nạp ${loaded.agencies.length} đơn vị, ${loaded.people.length} người.`);
    });
  directory
    .command('show')
    .description('Xem danh bạ đang dùng.')
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const current = await withRegister((register) => register.directory.current());
      if (format === 'json') {
        printJson(current);
        return;
      }
      const people = new Map(current.people.map((p) => [p.id, p]));
      const rows = current.agencies.map((a) => {
        const held = current.positions
          .filter((p) => p.agency === a.id)
          .map((p) => `${p.title ?? p.function}: ${people.get(p.person)?.name ?? p.person}`);
        return [a.id, a.name, held.join('\n')];
      });
      printLine(
        rows.length === 0
          ? 'Danh bạ trống: nạp bằng dondoc directory import TỆP.'
          : tableOf(['Mã', 'Đơn vị', 'Người'], rows),
      );
    });
}
