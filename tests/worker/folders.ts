import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Config } from '../../settings/config.ts';
import { readConfig } from '../../settings/read-config.ts';

const made: string[] = [];
afterAll(() => Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true }))));

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-temporal-test-'));
  made.push(folder);
  return folder;
}

/** The real configuration (and its cached CLI) without a server of the environment. */
export function localConfig(temporal: Partial<Config['temporal']> = {}): Config {
  const config = readConfig();
  return { ...config, temporal: { ...config.temporal, address: undefined, namespace: 'default', ...temporal } };
}
