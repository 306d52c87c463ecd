import type { Command } from 'commander';
import { formatInstant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { countsOf, restoreBackup } from '../../office/backup/index.ts';
import type { HeldMessages, LedgerRow, Register } from '../../register/index.ts';
import { takeOfficeSeat } from '../../service/one-service.ts';
import { readConfig } from '../../settings/read-config.ts';
import { adoptSettings } from '../../settings/settings-file.ts';
import { BACKUP_FAULTS, RESTORE_LINES as say } from '../../texts/backup.ts';
import { formatMoment } from '../../texts/format.ts';
import { channelName, kindName } from '../../texts/names.ts';
import { ACTING } from '../../texts/who.ts';
import { agreed } from '../agreed.ts';
import { bar } from '../bar.ts';
import { giverName } from '../giver-name.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, printNote, requireFormat } from '../output.ts';
import { officeRegisterPlace } from '../register-place.ts';
import { tableOf } from '../table.ts';
import { officePlaces } from './backup.ts';

interface RestoreGiven {
  readonly agree?: boolean;
  readonly again?: boolean;
  readonly as?: string;
  readonly yes?: boolean;
  readonly format: string;
}

/** More would be no list to read before one says yes. */
const MOST_SHOWN = 40;

/** `dondoc restore [FILE]`: an office from a backup; then what would leave, and the word that lets it. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'Khôi phục từ tệp do dondoc backup ghi, vào một thư mục dữ liệu trống (hoặc một cơ sở dữ liệu PostgreSQL trống, DONDOC_DATABASE). Sau đó mọi thông báo được giữ lại cho tới khi có người xem và đồng ý, vì những gì đã gửi sau lúc sao lưu không có trong sổ.',
    )
    .argument('[tệp]', 'tệp sao lưu; bỏ trống: xem những thông báo đang giữ')
    .option('--agree', 'đồng ý gửi; thông báo có thể đã gửi thì ghi là chưa rõ kết quả, không gửi lại')
    .option('--again', 'cùng --agree: gửi lại cả những thông báo có thể đã gửi')
    .option('--as <họ tên>', 'người đồng ý (mặc định: tên người dùng của máy)')
    .option('-y, --yes', 'không hỏi lại')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc restore so.tar.gz\n  dondoc restore\n  dondoc restore --agree --as "Phạm Hồng Loan"',
    )
    .action(async (file: string | undefined, given: RestoreGiven) => {
      // What is written from here on is the owner's alone.
      process.umask(0o077);
      const format = requireFormat(given.format, ['table', 'json']);
      if (given.again && !given.agree) throw new UserError(BACKUP_FAULTS.againAlone);
      if (file !== undefined && given.agree) throw new UserError(BACKUP_FAULTS.agreeAfter);
      if (file !== undefined) await restore(file, format);
      else if (given.agree) await agree(given, format);
      else await show(format);
    });
}

async function restore(file: string, format: 'table' | 'json'): Promise<void> {
  const config = readConfig();
  // Nothing may work on what is being filled.
  const seat = await takeOfficeSeat(config);
  try {
    const manifest = await restoreBackup({
      file,
      places: officePlaces(config),
      register: officeRegisterPlace(config),
      now: Date.now,
      mergeSettings: (text) => adoptSettings(config.dataFolder, text),
      onProgress: bar(say.progress),
    });
    const { directives } = countsOf(manifest);
    const { takenAt, moved } = manifest;
    if (format === 'json') return printJson({ directives, takenAt: formatInstant(takenAt), moved });
    printLine(say.done(directives, takenAt));
    if (moved) return printLine(say.carriedOver);
    printLine(say.held(takenAt));
    printLine(say.next);
  } finally {
    await seat.leave();
  }
}

async function show(format: 'table' | 'json'): Promise<void> {
  await withRegister(async (register) => {
    const restored = await register.restoration.restored();
    const held = await register.restoration.held();
    if (format === 'json') return printJson({ ...(restored && standingJson(restored)), held: heldJson(held) });
    if (restored === undefined) return printLine(say.never);
    printLine(say.standing(restored.takenAt, restored.restoredAt));
    const { agreed: word } = restored;
    if (word !== undefined) return printLine(say.agreed(word.at, word.by, word.again));
    printHeld(held);
  });
}

async function agree({ again = false, as, yes = false }: RestoreGiven, format: 'table' | 'json'): Promise<void> {
  const by = giverName(as, ACTING.empty);
  await withRegister(async (register) => {
    const restored = await register.restoration.restored();
    if (restored === undefined || restored.agreed !== undefined) throw new UserError(BACKUP_FAULTS.nothingHeld);
    const held = await register.restoration.held();
    const [doubtful, others] = [held.doubtful.length, held.others.length];
    if (format === 'table') printHeld(held);
    const ask = again ? say.askAgain(doubtful, others) : say.ask(doubtful, others);
    await agreed({ ask, declined: say.declined, mustConfirm: say.mustConfirm }, yes);
    const doubted = await release(register, { by, again });
    if (format === 'json') printJson({ doubted, again });
    else printLine(say.released(doubted));
  });
}

async function release(register: Register, word: { by: string; again: boolean }): Promise<number> {
  const doubted = await register.restoration.agree({ ...word, doubt: say.doubt });
  // Somebody else was quicker.
  if (doubted === undefined) throw new UserError(BACKUP_FAULTS.nothingHeld);
  return doubted;
}

function printHeld({ doubtful, others }: HeldMessages): void {
  printNote(say.counts(doubtful.length, others.length));
  const rows = [
    ...doubtful.map((row) => [row, say.doubtful] as const),
    ...others.map((row) => [row, say.sure] as const),
  ];
  if (rows.length === 0) return;
  const cells = rows.slice(0, MOST_SHOWN).map(([row, which]) => cellsOf(row, which));
  printNote(
    tableOf(['Đã gửi chưa', 'Thời điểm', 'Nhiệm vụ', 'Nội dung', 'Người nhận'], cells, [null, null, null, null, 32]),
  );
  if (rows.length > MOST_SHOWN) printNote(say.more(rows.length - MOST_SHOWN));
}

function cellsOf(row: LedgerRow, which: string): string[] {
  const whom = `${row.personName ?? ''} (${row.channel === null ? '' : channelName(row.channel)})`;
  return [which, formatMoment(row.at), row.directiveId, kindName(row.kind, row.role), whom];
}

function standingJson(restored: NonNullable<Awaited<ReturnType<Register['restoration']['restored']>>>) {
  const { takenAt, restoredAt, agreed: word } = restored;
  return {
    takenAt: formatInstant(takenAt),
    restoredAt: formatInstant(restoredAt),
    agreed: word === undefined ? null : { ...word, at: formatInstant(word.at) },
  };
}

function heldJson({ doubtful, others }: HeldMessages) {
  const one = (mayHaveLeft: boolean) => (row: LedgerRow) => ({
    id: row.id,
    directive: row.directiveId,
    kind: row.kind,
    person: row.personName,
    channel: row.channel,
    at: formatInstant(row.at),
    mayHaveLeft,
  });
  return [...doubtful.map(one(true)), ...others.map(one(false))];
}
