import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Policy } from '../dsl/policy/index.ts';
import { present } from '../dsl/present.ts';
import { civilServants } from '../dsl/time/civil-servants.ts';
import type { Day } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { readDatedFile } from '../notices/index.ts';
import { type NoticeHeader, withHeader } from '../office/header.ts';
import { plainNumber } from '../office/notice-number.ts';
import { findPolicy } from '../office/policies/index.ts';
import { noticesOf, type ReadNotice } from '../office/registration.ts';
import { applyCorrections } from '../office/review/index.ts';
import type { Directory } from '../register/index.ts';
import { readConfig } from '../settings/read-config.ts';
import { requirePlainFile } from '../system/plain-file.ts';
import { DOCUMENTS } from '../texts/documents.ts';
import { loadCorrections } from './read/corrections.ts';
import { keptScans } from './read/scans.ts';

export interface Corrected {
  /** Path of a corrections file. */
  readonly corrections?: string | undefined;
  /** Lets it name agencies by their ids. */
  readonly directory?: Directory | undefined;
  /** What the notice says of itself. */
  readonly header?: NoticeHeader | undefined;
  /** Of a file of several documents these: by number, or by their place from 1. */
  readonly documents?: readonly string[] | undefined;
}

/** The notices of a file, as people corrected them; throws `UserError` for anything that cannot be read as one. */
export async function readNoticeFiles(
  path: string,
  issued?: Day,
  { corrections, directory, header, documents }: Corrected = {},
): Promise<ReadNotice[]> {
  const all = await readAll(path, issued, { corrections, directory });
  const reads = documents === undefined ? all : chosen(all, documents, path);
  if (header === undefined) return reads;
  if (reads.length > 1) throw new UserError(DOCUMENTS.oneHeader(path, reads.length));
  return reads.map((read) => withHeader(read, header));
}

/** Which document a number or a place means is what the file says in this order. */
function chosen(reads: readonly ReadNotice[], documents: readonly string[], path: string): ReadNotice[] {
  const names = reads.map(({ notice: { number } }, i) => DOCUMENTS.name(i + 1, number));
  const places = documents.map((given) => {
    const place = /^\d{1,3}$/.test(given) ? Number(given) - 1 : -1;
    const numbered = reads.findIndex(
      ({ notice: { number } }) => number !== null && plainNumber(number) === plainNumber(given),
    );
    const found = numbered >= 0 ? numbered : place;
    if (reads[found] === undefined) throw new UserError(DOCUMENTS.unknown(path, given, names));
    return found;
  });
  return reads.filter((_, i) => places.includes(i));
}

async function readAll(
  path: string,
  issued: Day | undefined,
  { corrections, directory }: Corrected,
): Promise<ReadNotice[]> {
  const file = await readDatedFile(path, { calendar: civilServants, scans: keptScans, ...present({ issued }) });
  if (corrections === undefined) return noticesOf(file, basename(path));
  const context = { calendar: civilServants, ...present({ directory }) };
  return noticesOf(applyCorrections(file, await loadCorrections(corrections), context), basename(path));
}

/** A policy by its id, of those that ship and the office's own, or from a file. */
export async function loadPolicy(idOrFile: string): Promise<Policy> {
  return findPolicy(idOrFile, readConfig().policiesFolder);
}

/** The data of a JSON or YAML file (JSON is YAML). Faults name the file and the line. */
export async function parseFile(path: string): Promise<unknown> {
  await requirePlainFile(path);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path}: ${error.code === 'ENOENT' ? 'không có tệp này' : `không đọc được (${error.code})`}`);
  });
  try {
    return parseYaml(text, { prettyErrors: true });
  } catch (error) {
    throw new UserError(`${path}: ${error instanceof Error ? firstLine(error.message) : 'không đọc được'}`);
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
