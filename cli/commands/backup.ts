import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formatInstant, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { countsOf, writeBackup } from '../../office/backup/index.ts';
import { takeOfficeSeat } from '../../service/one-service.ts';
import type { Config } from '../../settings/config.ts';
import { readConfig } from '../../settings/read-config.ts';
import { BACKUP_FAULTS, BACKUP_LINES as say } from '../../texts/backup.ts';
import { sizeWords } from '../../texts/format.ts';
import { bar } from '../bar.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';

interface BackupGiven {
  readonly move?: boolean;
  readonly stay?: boolean;
  readonly format: string;
}

/** `dondoc backup [FILE]`: everything of the office in one file, while the service runs. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(
      'Sao lưu cả sổ, tệp kết quả, khóa và cài đặt vào một tệp; làm được cả khi dondoc up đang chạy. Khôi phục: dondoc restore TỆP. Có --move thì dừng hẳn ở đây để chuyển sang máy khác, sang PostgreSQL hay cụm Temporal mà không gửi lại gì.',
    )
    .argument('[tệp]', 'tệp sẽ ghi (mặc định: dondoc-sao-luu-NGÀY-GIỜ.tar.gz trong thư mục này)')
    .option('--move', 'chuyển đi: dondoc up phải đã dừng; sau đó ở đây không giao, không gửi gì nữa')
    .option('--stay', 'bỏ dấu chuyển đi đã đặt bằng --move, dùng tiếp ở đây')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc backup\n  dondoc backup /media/usb/so.tar.gz\n  dondoc backup so.tar.gz --move',
    )
    .action(async (given: string | undefined, { move = false, stay = false, format: wanted }: BackupGiven) => {
      // What is written from here on is the owner's alone.
      process.umask(0o077);
      const format = requireFormat(wanted, ['table', 'json']);
      const config = readConfig();
      if (stay) {
        const stays = await withRegister((register) => register.restoration.unmarkMoved(), config);
        return printLine(stays ? say.stays : say.notMoved);
      }
      const file = resolve(given ?? `dondoc-sao-luu-${minuteOf(Date.now())}.tar.gz`);
      const seat = move ? await takeOfficeSeat(config) : undefined;
      try {
        await backUp(file, config, move, format);
      } finally {
        await seat?.leave();
      }
    });
}

/** For a name: several backups a day stand side by side, in their order. */
function minuteOf(instant: Instant): string {
  return formatInstant(instant).slice(0, 16).replace('T', '-').replace(':', '');
}

async function backUp(file: string, config: Config, moved: boolean, format: 'table' | 'json'): Promise<void> {
  await withRegister(async (register) => {
    const before = await register.restoration.moved();
    if (before !== undefined) throw new UserError(BACKUP_FAULTS.moved(before.at));
    const manifest = await writeBackup({
      register,
      places: officePlaces(config),
      file,
      moved,
      onProgress: bar(say.progress),
    });
    // Only now: a copy that was not made carries nothing away.
    if (moved) await register.restoration.markMoved({ at: Date.now() });
    const { directives, files } = countsOf(manifest);
    const { size } = await stat(file);
    if (format === 'json')
      return printJson({ file, bytes: size, takenAt: formatInstant(manifest.takenAt), directives, files, moved });
    printLine(say.written(file, sizeWords(size), directives, files));
    if (config.mail.dkim) printLine(say.dkim(config.mail.dkim.keyFile));
    if (!moved) return;
    printLine(say.moved);
    printLine(say.moveNext);
  }, config);
}

export function officePlaces({ dataFolder, console, policiesFolder }: Config) {
  const { keyFile, evidenceFolder, draftsFolder } = console;
  return { dataFolder, keyFile, evidenceFolder, draftsFolder, policiesFolder };
}
