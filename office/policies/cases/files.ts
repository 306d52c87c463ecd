import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { UserError } from '../../../dsl/user-error.ts';
import { shippedPolicies } from '../../../policies/index.ts';
import { ownFile } from '../../../system/own-files.ts';
import { requirePlainFile } from '../../../system/plain-file.ts';
import { CASE_FAULTS as fault } from '../../../texts/policy-cases.ts';
import { BrokenCell, type SheetCell } from '../../import/table.ts';
import { type CaseLine, caseOf, readCasesText } from './read-text.ts';
import type { PolicyCase } from './types.ts';

/** Cases people wrote, in the file that holds them. */
export interface CaseFile {
  readonly file: string;
  readonly cases: readonly PolicyCase[];
}

const ENDINGS = ['.ca.txt', '.ca.xlsx'] as const;
const MOST_KILOBYTES = 1024;

/**
 * The cases of a policy: beside those that ship, else in the folder of its file or of the office's policies, in
 * `ID.ca.txt` and `ID.ca.xlsx`.
 *
 * @throws UserError “file:line: what, and what would be right”
 */
export async function casesOf(id: string, folder: string): Promise<readonly CaseFile[]> {
  const places = [folder, ...(shippedPolicies.some((one) => one.id === id) ? [ownFile('policies/cases')] : [])];
  const files = places.flatMap((place) => ENDINGS.map((ending) => join(place, id + ending)));
  const read = await Promise.all(
    [...new Set(files)].map(async (file) => ((await isThere(file)) ? [{ file, cases: await readCases(file) }] : [])),
  );
  return read.flat();
}

/** Where the cases of a policy's file are looked for, by the name of that file: it is usually its id. */
export const caseFilesBeside = (file: string): string[] =>
  ENDINGS.map((ending) => join(dirname(file), basename(file, extname(file)) + ending));

/** The cases of one file, as text or a sheet. @throws UserError */
export async function readCases(file: string): Promise<PolicyCase[]> {
  await requirePlainFile(file);
  const size = await stat(file).then((s) => s.size, failed(file));
  if (size > MOST_KILOBYTES * 1024) throw new UserError(`${file}: ${fault.tooLong(MOST_KILOBYTES)}`);
  const bytes = await readFile(file).catch(failed(file));
  return /\.xlsx$/i.test(file) ? readSheetCases(bytes, file) : readCasesText(new TextDecoder().decode(bytes), file);
}

/** A sheet with a case a row: columns Cho, Khi, Thì, and Ca for its name; `#` and line breaks as in a text. */
async function readSheetCases(bytes: Buffer, file: string): Promise<PolicyCase[]> {
  // Loaded where it is needed: most cases are texts.
  const { firstSheetRows } = await import('../../import/workbook.ts');
  const rows = (await firstSheetRows(bytes, file)).map(({ cells }) => cells.map(shownOf));
  const heads = (rows[0] ?? []).map((cell) => (cell ?? '').normalize('NFC').trim().toLowerCase());
  const [name, given, happens, expected] = ['ca', 'cho', 'khi', 'thì'].map((head) => heads.indexOf(head)) as [
    number,
    number,
    number,
    number,
  ];
  if (given < 0 || expected < 0) throw new UserError(`${file}:1: ${fault.noColumns}`);
  const pieces = (row: readonly (string | null)[], column: number, line: number): CaseLine[] =>
    row[column]?.split(/\r?\n/).map((text) => ({ line, text })) ?? [];
  return rows.slice(1).flatMap((row, i) => {
    const line = i + 2;
    if (row.every((cell) => cell == null)) return [];
    const title = row[name] ?? `dòng ${line}`;
    return [
      caseOf(
        {
          name: title,
          line,
          expected: pieces(row, expected, line),
          given: [...pieces(row, given, line), ...pieces(row, happens, line)],
        },
        file,
      ),
    ];
  });
}

function shownOf(cell: SheetCell): string | null {
  return cell instanceof BrokenCell ? cell.shown : cell === null ? null : String(cell);
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

function failed(file: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new UserError(`${file}: ${code === 'ENOENT' ? fault.missing : fault.unreadable(code ?? '?')}`);
  };
}
