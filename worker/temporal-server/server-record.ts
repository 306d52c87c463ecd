import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from '../../system/process.ts';

/**
 * Who runs and who uses the server on a data folder. One server serves all our processes on the folder, and the last
 * to leave ends it; a process that died without leaving does not count. Written only under the folder's lock.
 */
const ServerRecord = z.object({
  pid: z.number().int().positive(),
  address: z.string(),
  uiAddress: z.string().optional(),
  users: z.array(z.object({ pid: z.number().int().positive(), seat: z.string() })),
});
export type ServerRecord = z.infer<typeof ServerRecord>;

/** As everything in a data folder. */
const OWNER_ONLY = 0o600;

export function recordFile(folder: string): string {
  return join(folder, 'temporal.json');
}

/** The record of the folder without its dead users; undefined when there is none that can be read. */
export function readServerRecord(folder: string): ServerRecord | undefined {
  try {
    const record = ServerRecord.parse(JSON.parse(readFileSync(recordFile(folder), 'utf8')));
    return { ...record, users: record.users.filter((user) => isAlive(user.pid)) };
  } catch {
    return undefined;
  }
}

/** Replaces the record whole: a reader never sees half of one. */
export async function writeServerRecord(folder: string, record: ServerRecord): Promise<void> {
  const next = `${recordFile(folder)}.${process.pid}`;
  await writeFile(next, `${JSON.stringify(record)}\n`, { mode: OWNER_ONLY });
  await rename(next, recordFile(folder));
}

export async function removeServerRecord(folder: string): Promise<void> {
  await rm(recordFile(folder), { force: true });
}
