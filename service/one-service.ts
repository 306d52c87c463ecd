import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../dsl/user-error.ts';
import { type RegisterSeat, takeRegisterSeat } from '../register/index.ts';
import type { Config } from '../settings/config.ts';
import { type FileLock, takeFileLock } from '../system/file-lock.ts';
import { isAlive } from '../system/process.ts';
import { SERVICE_LINES } from '../texts/service.ts';

/** What runs on a data folder, for whoever asks or comes second. */
export interface ServiceRecord {
  readonly pid: number;
  readonly host: string;
  /** Instant. */
  readonly since: number;
  readonly pages?: string;
}

export interface ServiceSeat {
  /** Says where the pages are, once they are. */
  tell(pages: string): Promise<void>;
  /** Resolves where the register has given the seat to others: who holds it must stop. */
  readonly lost: Promise<void>;
  leave(): Promise<void>;
}

/**
 * One service a data folder, and one Temporal a register: two would settle each other's messages, or each lead every
 * directive. The seat is a lock the system drops with its holder, however that process ends; the record beside it only
 * says who holds it.
 * @param database the register's, where machines may share it and the service has a Temporal of its own
 * @throws UserError naming what runs where, when another process has the seat.
 */
export async function takeServiceSeat(dataFolder: string, database?: string): Promise<ServiceSeat> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const lock = takeFileLock(join(dataFolder, 'service.lock'));
  if (lock === undefined) throw new UserError(SERVICE_LINES.taken(dataFolder, serviceRecord(dataFolder)));
  const shared = database === undefined ? FREE : await seatIn(database, lock);
  const record: ServiceRecord = { pid: process.pid, host: hostname(), since: Date.now() };
  await writeRecord(dataFolder, record);
  return {
    tell: (pages) => writeRecord(dataFolder, { ...record, pages }),
    lost: shared.lost,
    leave: async () => {
      await shared.leave();
      await leave(dataFolder, lock);
    },
  };
}

/** The same by the office's settings: a register has a service elsewhere only where each has a Temporal of its own. */
export function takeOfficeSeat({ dataFolder, database, temporal }: SeatSettings): Promise<ServiceSeat> {
  return takeServiceSeat(dataFolder, temporal.address === undefined ? database : undefined);
}

type SeatSettings = Pick<Config, 'dataFolder' | 'database'> & {
  readonly temporal: Pick<Config['temporal'], 'address'>;
};

const FREE: RegisterSeat = { lost: new Promise(() => {}), leave: async () => {} };

async function seatIn(database: string, lock: FileLock): Promise<RegisterSeat> {
  try {
    const seat = await takeRegisterSeat(database);
    if (seat !== undefined) return seat;
    throw new UserError(SERVICE_LINES.takenElsewhere);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function leave(dataFolder: string, lock: FileLock): Promise<void> {
  await rm(recordFile(dataFolder), { force: true });
  lock.release();
}

function recordFile(dataFolder: string): string {
  return join(dataFolder, 'service.json');
}

async function writeRecord(dataFolder: string, record: ServiceRecord): Promise<void> {
  await writeFile(recordFile(dataFolder), `${JSON.stringify(record)}\n`, { mode: 0o600 });
}

/** What runs on a data folder, or ran when it was cut off; undefined where nothing does. */
export function serviceRecord(dataFolder: string): ServiceRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(dataFolder), 'utf8')) as ServiceRecord;
  } catch {
    return undefined;
  }
}

/** Does the process that took the seat still live? Where this machine cannot say, no. */
export function serviceLives(dataFolder: string): boolean {
  const record = serviceRecord(dataFolder);
  return record !== undefined && record.host === hostname() && isAlive(record.pid);
}
