import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readConfig } from '../../settings/read-config.ts';
import { findCli } from '../../worker/temporal-server/find-cli.ts';
import { silentProgress } from '../../worker/temporal-server/index.ts';

/** What an operator's own `temporal` answers, as JSON. */
export async function temporalCli(address: string, namespace: string, ...args: readonly string[]): Promise<unknown> {
  const { path } = await findCli(readConfig(), silentProgress);
  const { stdout } = await promisify(execFile)(path, [...args, '--address', address, '-n', namespace, '-o', 'json']);
  return JSON.parse(stdout);
}
