import type { Config } from './config.ts';
import { readConfig } from './read-config.ts';
import { readSettings, type Settings, writeSettings } from './settings-file.ts';

export interface SettingsChange {
  /** Names of what is otherwise now. */
  readonly changed: readonly string[];
  /** As the file says from now on, whatever the environment says besides. */
  readonly config: Config;
}

/**
 * Changes settings in the file of a data folder, for the command and for the pages. Checked as a whole before anything
 * is written: a setting that cannot be right is refused here, not at the next start.
 * @throws UserError naming the setting that cannot be right.
 */
export async function changeSettings(dataFolder: string, changes: Settings): Promise<SettingsChange> {
  const before = readSettings(dataFolder);
  const config = readConfig({ DONDOC_DATA: dataFolder }, () => ({ ...before, ...changes }));
  const changed = Object.keys(changes).filter((name) => (before[name] ?? '') !== changes[name]);
  if (changed.length > 0)
    await writeSettings(dataFolder, Object.fromEntries(changed.map((name) => [name, changes[name] ?? ''])));
  return { changed, config };
}
