import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { UserError } from '../dsl/user-error.ts';
import { codeOf } from '../system/error-code.ts';
import { SETTINGS_FILE_TEXTS as say } from '../texts/settings.ts';
import { systemTrouble } from '../texts/system-trouble.ts';

/** Values by the names of their variables, as the environment would give them. */
export type Settings = Readonly<Record<string, string>>;

/** Holds passwords: for its owner only. */
const OWNER_ONLY = 0o600;
const FOLDER_OWNER_ONLY = 0o700;

/** The one file of an office's settings: lines `NAME=value`, with the names of the environment's variables. */
export function settingsFile(dataFolder: string): string {
  return join(dataFolder, 'settings.env');
}

/**
 * The settings of a data folder; none where the file does not exist.
 * @throws UserError where it is there and cannot be read.
 */
export function readSettings(dataFolder: string): Settings {
  const file = settingsFile(dataFolder);
  try {
    return settingsIn(file, new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new UserError(say.notUtf8(file));
    // A data folder that is a file is told of by whoever needs the folder.
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return {};
    throw new UserError(say.unreadable(file, systemTrouble(error)));
  }
}

/** What a line says that is none of a setting would be lost without a word. */
function settingsIn(file: string, text: string): Settings {
  if (text.includes('\0')) throw new UserError(say.notUtf8(file));
  const wrong = text.split(/\r?\n/).findIndex((line) => !/^\s*($|#|(export\s+)?[\w.-]+\s*=)/.test(line));
  if (wrong >= 0) throw new UserError(say.notALine(file, wrong + 1));
  return parseEnv(text) as Settings;
}

/**
 * Writes settings beside those that are there, whole or not at all; an empty value takes a setting out. Comments and
 * what people wrote by hand stay where they are.
 * @throws UserError where a value cannot be written down, or the folder takes no file.
 */
export async function writeSettings(dataFolder: string, changes: Settings): Promise<void> {
  const file = settingsFile(dataFolder);
  const next = `${file}.${process.pid}`;
  try {
    await mkdir(dataFolder, { recursive: true, mode: FOLDER_OWNER_ONLY });
    const before = await readFile(file, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return say.head;
      throw error;
    });
    await writeFile(next, changed(before, changes), { mode: OWNER_ONLY });
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true }).catch(() => {});
    if (error instanceof UserError) throw error;
    throw new UserError(say.unwritable(file, systemTrouble(error)));
  }
}

/** Takes over the settings of another folder's file, as its text says them; what is set here stays as it is. */
export async function adoptSettings(dataFolder: string, text: string): Promise<void> {
  const own = readSettings(dataFolder);
  const others = Object.entries(parseEnv(text)).filter(([name]) => !(name in own));
  await writeSettings(dataFolder, Object.fromEntries(others) as Settings);
}

function changed(before: string, changes: Settings): string {
  const left = new Map(Object.entries(changes));
  const lines = before.replace(/\n+$/, '').split('\n');
  const kept = lines.flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/.exec(line)?.[1];
    if (name === undefined || !(name in changes)) return [line];
    const value = left.get(name);
    left.delete(name);
    // A name that stands twice is written once.
    return value === undefined || value === '' ? [] : [lineOf(name, value)];
  });
  const added = [...left].flatMap(([name, value]) => (value === '' ? [] : [lineOf(name, value)]));
  return `${[...kept, ...added].join('\n')}\n`;
}

function lineOf(name: string, value: string): string {
  if (/[\n\r\0]/.test(value)) throw new UserError(say.manyLines(name));
  const quote = ["'", '"', '`'].find((mark) => !value.includes(mark));
  // Between double quotes a backslash and an n would be read as the end of a line.
  if (quote === undefined || (quote === '"' && value.includes('\\'))) throw new UserError(say.quotes(name));
  return `${name}=${quote}${value}${quote}`;
}
