import { mkdir } from 'node:fs/promises';
import pino, { type Logger } from 'pino';
import { createStream } from 'rotating-file-stream';
import { withoutTokens } from '../office/links/token.ts';

/** What a line is about, for whoever looks for it by a program. Ids only: no names of people. */
export interface LogSubject {
  readonly directive?: string;
  /** Where one line is about several. */
  readonly directives?: readonly string[];
  /** Id of the ledger's row. */
  readonly message?: string;
  /** Id of the act, as its sender gave it. */
  readonly act?: string;
  readonly channel?: string;
  readonly outcome?: string;
  readonly incident?: string;
}

/** What `dondoc up` did and what troubled it, for whoever looks into a night long past. */
export interface ServiceLog {
  info(line: string, about?: LogSubject): void;
  warn(line: string, about?: LogSubject): void;
  error(line: string, about?: LogSubject): void;
  /** Once everything is on disk. */
  close(): Promise<void>;
}

const NAME = 'dondoc.log';
/** Some months of an office's days; then the oldest goes. */
const SIZE = '10M';
const KEPT = 9;
const OWNER_ONLY = 0o600;

/**
 * `dondoc.log` of the data folder, a line of JSON each with instant, level and what it is about; beside it `dondoc.log.1` (the newest) to
 * `.9`. What signs in is left out. A disk that is full holds up nobody.
 */
export async function openServiceLog(dataFolder: string, size = SIZE): Promise<ServiceLog> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const file = createStream(NAME, { path: dataFolder, size, rotate: KEPT, mode: OWNER_ONLY });
  file.on('error', () => {});
  const levels = { level: (level: string) => ({ level }) };
  const logger: Logger = pino({ base: null, formatters: levels, timestamp: pino.stdTimeFunctions.isoTime }, file);
  return {
    info: (line, about = {}) => logger.info(about, withoutTokens(line)),
    warn: (line, about = {}) => logger.warn(about, withoutTokens(line)),
    error: (line, about = {}) => logger.error(about, withoutTokens(line)),
    close: () => new Promise((done) => file.end(() => done())),
  };
}
