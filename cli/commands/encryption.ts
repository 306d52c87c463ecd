import type { Command } from 'commander';
import { UserError } from '../../dsl/user-error.ts';
import { knownKeys, rotateKeys } from '../../office/links/index.ts';
import { readConfig } from '../../settings/read-config.ts';
import { ENCRYPTION_FAULTS, ENCRYPTION_LINES as say } from '../../texts/encryption.ts';
import { printLine } from '../output.ts';

/** `dondoc encryption`: is what Temporal keeps encrypted, by which key; `--rotate` makes a new one. */
export function addEncryption(program: Command): void {
  program
    .command('encryption')
    .description(
      'Mã hóa dữ liệu mà Temporal giữ (AES-256-GCM): xem đang bật hay tắt, bằng khóa nào. Bật: dondoc init --set TEMPORAL_ENCRYPT=true.',
    )
    .option('--rotate', 'tạo khóa mới cho dữ liệu về sau; khóa cũ vẫn giữ để đọc')
    .action(async ({ rotate = false }: { rotate?: boolean }) => {
      const { encrypt, keyFile } = readConfig().temporal;
      if (rotate && !encrypt) throw new UserError(ENCRYPTION_FAULTS.offYet);
      if (rotate) return printLine(say.rotated((await rotateKeys(keyFile, { say: ENCRYPTION_FAULTS })).current.id));
      const [first, ...older] = await knownKeys(keyFile, ENCRYPTION_FAULTS);
      if (first === undefined) return printLine(encrypt ? say.soon : say.off);
      if (encrypt) return printLine(say.on(first.id, Date.parse(first.since), older.length));
      printLine(say.offWithKeys(older.length + 1));
    });
}
