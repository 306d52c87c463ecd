import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { archivePageOf } from '../../console/archive/document.tsx';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type Day, dayOf, formatInstant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  ARCHIVE_KEY_NAME,
  type ArchiveKey,
  archiveKeyIn,
  knownArchiveKey,
  signatureOf,
  signedRecord,
} from '../../office/archive/signature.ts';
import { timelineOfView } from '../../office/timeline/index.ts';
import type { DirectiveRecord, Directory, Register, Told } from '../../register/index.ts';
import { channelsThatHoldNothing } from '../../settings/channels.ts';
import { readConfig } from '../../settings/read-config.ts';
import { writeOnce } from '../../system/write-once.ts';
import { ARCHIVE_FAULTS, ARCHIVE_LINES as say } from '../../texts/archive.ts';
import { systemTrouble } from '../../texts/system-trouble.ts';
import { bar } from '../bar.ts';
import { requireDirective } from '../find-directive.ts';
import { withRegister } from '../office-register.ts';
import { dayOption, options } from '../options.ts';
import { endWithFinding, printJson, printLine, requireFormat } from '../output.ts';
import { viewJson } from '../view-json.ts';

interface ArchiveGiven {
  readonly closedBefore?: Day;
  readonly to: string;
  readonly verify?: boolean;
  readonly format: string;
}

/** `dondoc archive`: of what has ended, its whole record as one signed file that opens without the system. */
export function addArchive(program: Command): void {
  program
    .command('archive')
    .description(
      'Lập hồ sơ lưu trữ của nhiệm vụ đã kết thúc: mỗi nhiệm vụ một tệp .html mở được bằng trình duyệt bất kỳ (lời văn, tiến trình, ai làm gì lúc nào, từng thông báo và lời văn đã gửi, mã băm của tệp kết quả), có chữ ký số của cơ quan. Sổ giữ nguyên. --verify: kiểm tra chữ ký.',
    )
    .argument('[mã hoặc tệp...]', 'mã nhiệm vụ đã kết thúc; với --verify: các tệp hồ sơ')
    .addOption(dayOption('--closed-before <ngày>', 'mọi nhiệm vụ kết thúc trước ngày này'))
    .option('--to <thư mục>', 'nơi ghi hồ sơ', 'ho-so')
    .option('--verify', 'kiểm tra chữ ký của các tệp, không lập hồ sơ')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc archive II.3 --to ho-so\n  dondoc archive --closed-before 01/01/2026\n  dondoc archive --verify ho-so/*.html',
    )
    .action(async (given: readonly string[], asked: ArchiveGiven) => {
      const format = requireFormat(asked.format, ['table', 'json']);
      process.umask(0o077);
      const file = join(readConfig().dataFolder, ARCHIVE_KEY_NAME);
      if (asked.verify) await verifyFiles(given, await knownArchiveKey(file), format);
      else await write(given, asked, file, format);
    });
}

async function write(
  ids: readonly string[],
  { closedBefore, to }: ArchiveGiven,
  keyFile: string,
  format: 'table' | 'json',
): Promise<void> {
  if (ids.length === 0 && closedBefore === undefined) throw new UserError(ARCHIVE_FAULTS.nothing);
  const folder = resolve(to);
  await withRegister(async (register) => {
    const ended = await wanted(register, ids, closedBefore);
    const key = await archiveKeyIn(keyFile);
    const around = {
      directory: await register.directory.current(),
      told: await register.ledger.told(channelsThatHoldNothing(readConfig())),
    };
    const progress = bar(say.progress);
    const files: string[] = [];
    let kept = 0;
    for (const [i, directive] of ended.entries()) {
      const file = join(folder, `${directive.id.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.html`);
      // Filed away once: what was signed stays.
      if (existsSync(file)) kept++;
      else {
        await writeOnce(file, signedRecord(await pageOf(register, directive, around), key));
        files.push(file);
      }
      progress(i + 1, ended.length);
    }
    if (format === 'json') return printJson({ files, kept, key: key.fingerprint });
    printLine(say.written(files.length, folder, key.fingerprint));
    if (kept > 0) printLine(say.kept(kept));
  });
}

async function wanted(register: Register, ids: readonly string[], before?: Day): Promise<readonly DirectiveRecord[]> {
  const named: DirectiveRecord[] = [];
  for (const id of ids) {
    const directive = await requireDirective(register, id);
    if (directive.closedAt === null) throw new UserError(ARCHIVE_FAULTS.open(directive.id));
    named.push(directive);
  }
  if (before === undefined) return named;
  const all = await register.directives.list({});
  return [...named, ...all.filter(({ closedAt }) => closedAt !== null && dayOf(closedAt) < before)];
}

/** What is the same for all records that are made together. */
interface Around {
  readonly directory: Directory;
  readonly told: ReadonlyMap<string, Told>;
}

async function pageOf(register: Register, { id }: DirectiveRecord, { directory, told }: Around): Promise<string> {
  const view = await register.directives.show(id);
  if (view === undefined) throw new Error(`${id} has left the register`);
  const [texts, evidence] = [await register.ledger.sentTexts(id), await register.evidence.of(id)];
  const now = Date.now();
  const data = {
    format: 'dondoc-record',
    version: 1,
    madeAt: formatInstant(now),
    ...viewJson(view, directory, [], told.get(id), texts),
    evidence: evidence.map(({ name, size, sha256, recordedAt }) => ({
      name,
      size,
      sha256,
      at: formatInstant(recordedAt),
    })),
  };
  const timeline = timelineOfView(view, { calendar: civilServants, today: dayOf(now), replies: [] });
  return archivePageOf({ view, directory, evidence, texts, timeline, data, now });
}

async function verifyFiles(
  files: readonly string[],
  key: ArchiveKey | undefined,
  format: 'table' | 'json',
): Promise<void> {
  if (files.length === 0) throw new UserError(ARCHIVE_FAULTS.noFiles);
  const found: Checked[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw new UserError(ARCHIVE_FAULTS.notRead(file, systemTrouble(error)));
    });
    const signature = signatureOf(text);
    found.push({
      file,
      intact: signature?.intact ?? false,
      key: signature?.fingerprint ?? null,
      own: key === undefined ? null : signature?.fingerprint === key.fingerprint,
    });
  }
  if (format === 'json') printJson({ files: found });
  else for (const one of found) printLine(lineOf(one));
  if (found.some(({ intact, own }) => !intact || own === false)) endWithFinding();
}

interface Checked {
  readonly file: string;
  readonly intact: boolean;
  readonly key: string | null;
  /** By the key of this data folder? Null where it has none. */
  readonly own: boolean | null;
}

function lineOf({ file, intact, key, own }: Checked): string {
  if (key === null) return say.unsigned(file);
  return intact ? say.intact(file, key, own) : say.changed(file);
}
