import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { UserError } from '../../dsl/user-error.ts';
import { buildDirectory, type Fail } from './build.ts';
import { readCsv } from './csv.ts';
import type { Directory } from './directory.ts';
import { directoryFileSchema, issueOf, type RawFile } from './file-schema.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads a directory of agencies and people from a `.yaml`, `.yml` or `.csv` file. Throws `UserError` with file and
 * line where it cannot be read or contradicts itself.
 */
export function loadDirectory(file: string): Directory {
  return directoryOf(file, readRaw(file));
}

/** The same of what another kind of file holds, written as CSV; `file` and its lines stand in faults. */
export function directoryOfCsv(file: string, text: string): Directory {
  return directoryOf(file, readCsv(file, text));
}

function directoryOf(file: string, raw: RawFile): Directory {
  const fail: Fail = (path, words, beside = []) => {
    const said = typeof words === 'string' ? words : words(raw.lineOf(beside));
    throw new UserError(`${file}:${raw.lineOf(path)}: ${said}`);
  };
  const parsed = directoryFileSchema.safeParse(raw.data, { reportInput: true });
  if (!parsed.success) {
    const { path, words } = issueOf(parsed.error);
    return fail(path, words);
  }
  return buildDirectory(parsed.data, fail);
}

function readRaw(file: string): RawFile {
  switch (extname(file).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return readYaml(file, decoded(file));
    case '.csv':
      return readCsv(file, decoded(file));
    default:
      throw new UserError(`${file}: danh bạ phải là tệp .yaml, .csv hoặc .xlsx`);
  }
}

function decoded(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UserError(`${file}: không đọc được tệp danh bạ; kiểm tra đường dẫn và quyền đọc`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`${file}: danh bạ phải lưu bằng bảng mã UTF-8; mở tệp rồi lưu lại dạng UTF-8`);
  }
}
