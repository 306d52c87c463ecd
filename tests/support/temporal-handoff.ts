import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the global set-up tells the test files: the shared server, or why there is none. */
export type Handoff = { readonly address: string; readonly namespace: string } | { readonly failed: string };

// By the id of the jest process, so that two runs at once do not meet; test files run in it or in its children.
function fileOf(jestPid: number): string {
  return join(tmpdir(), `dondoc-test-temporal-${jestPid}.json`);
}

export async function writeHandoff(handoff: Handoff): Promise<void> {
  await writeFile(fileOf(process.pid), JSON.stringify(handoff));
}

export async function readHandoff(): Promise<Handoff> {
  const own = await readFile(fileOf(process.ppid), 'utf8').catch(() => readFile(fileOf(process.pid), 'utf8'));
  return JSON.parse(own);
}

export async function removeHandoff(): Promise<void> {
  await rm(fileOf(process.pid), { force: true });
}
