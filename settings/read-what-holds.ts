import { UserError } from '../dsl/user-error.ts';
import type { Config } from './config.ts';
import { readConfig } from './read-config.ts';
import { SettingError } from './setting-error.ts';
import { readSettings, type Settings } from './settings-file.ts';

/**
 * The settings without those that cannot be right, and what is wrong with each: for whoever looks at everything and
 * would otherwise see one fault at a time.
 * @throws UserError where not even the folder they stand in is known.
 */
export function readWhatHolds(env: Readonly<Record<string, string | undefined>> = process.env): {
  readonly config: Config;
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const out = new Set<string>();
  const without = <T>(given: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => !out.has(name)));
  const settingsOf = (dataFolder: string): Settings => {
    try {
      return without(readSettings(dataFolder));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (!faults.includes(error.message)) faults.push(error.message);
      return {};
    }
  };
  for (;;) {
    try {
      return { config: readConfig(without(env), settingsOf), faults };
    } catch (error) {
      // Each round leaves out one more, so it ends.
      if (!(error instanceof SettingError) || error.settings.every((name) => out.has(name))) throw error;
      faults.push(error.message);
      for (const name of error.settings) out.add(name);
    }
  }
}
