import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { skeletonOf } from '../../office/directory/skeleton.ts';
import { directoryFromFile } from '../../office/directory/workbook.ts';
import { agencyOn, type Directory, isReachable } from '../../register/index.ts';
import { DIRECTORY_FILE as say } from '../../texts/directory-file.ts';
import { readNoticeFiles } from '../input.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, printNote, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

/** `dondoc directory import|show`: who is who, with the days on which it holds. */
export function addDirectory(program: Command): void {
  const directory = program.command('directory').description('Danh bạ các đơn vị, người đứng đầu, đầu mối.');
  directory
    .command('import')
    .description('Nạp danh bạ từ tệp. Nạp lại cùng tệp không đổi gì; tệp có ngày hiệu lực thay danh bạ từ ngày đó.')
    .argument('<tệp>', '.yaml, .csv hoặc .xlsx')
    .addHelpText(
      'after',
      '\nTrang tính .xlsx: dòng đầu là tên cột (Mã đơn vị, Tên đơn vị, Họ tên, Thư điện tử, Điện thoại, Vai trò, Chức vụ…), mỗi người một dòng.\n\nVí dụ:\n  dondoc directory import danh-ba.yaml\n  dondoc directory import danh-ba.xlsx',
    )
    .action(async (file: string) => {
      const loaded = await directoryFromFile(file, printNote);
      await withRegister((register) => register.directory.import(loaded));
      printLine(say.loaded(loaded.agencies.length, loaded.people.length));
      for (const gap of gapsOf(loaded)) printNote(gap);
    });
  directory
    .command('skeleton')
    .description('Danh bạ mẫu để điền: các đơn vị được nêu trong thông báo mà danh bạ chưa có.')
    .argument('<tệp>', 'thông báo')
    .option('--out <tệp>', 'ghi vào tệp .yaml (mặc định: in ra)')
    .addHelpText('after', '\nVí dụ:\n  dondoc directory skeleton thong-bao.docx --out danh-ba.yaml')
    .action(async (file: string, { out }: { out?: string }) => {
      const reads = await readNoticeFiles(file);
      const current = await withRegister((register) => register.directory.current());
      const skeleton = skeletonOf(reads, current);
      if (skeleton.agencies === 0) return printNote(say.allKnown(file));
      if (out === undefined) return printLine(skeleton.text.trimEnd());
      await writeFile(out, skeleton.text, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
        throw new UserError(error.code === 'EEXIST' ? say.taken(out) : `${out}: ${error.message}`);
      });
      printLine(say.written(out, skeleton.agencies));
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

const NAMES_SHOWN = 8;

/** Of whom nobody could be told, as the directory stands today. */
function gapsOf(directory: Directory): string[] {
  const today = dayOf(Date.now());
  const told = new Set(directory.positions.filter((p) => TOLD.has(p.function)).map((p) => p.agency));
  const silent = directory.agencies
    .filter(({ id, kind }) => kind !== 'group' && agencyOn(directory, id, today)?.id === id && !told.has(id))
    .map(({ name }) => name);
  const holders = new Set(directory.positions.map((p) => p.person));
  const unreachable = directory.people.filter((p) => holders.has(p.id) && !isReachable(p)).map(({ name }) => name);
  const shown = (names: readonly string[]) => names.slice(0, NAMES_SHOWN);
  const more = (names: readonly string[]) => Math.max(0, names.length - NAMES_SHOWN);
  return [
    ...(silent.length === 0 ? [] : [say.nobody(shown(silent), more(silent))]),
    ...(unreachable.length === 0 ? [] : [say.unreachable(shown(unreachable), more(unreachable))]),
  ];
}

const TOLD: ReadonlySet<string> = new Set(['head', 'deputy', 'contact', 'secretariat']);
