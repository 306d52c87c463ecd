import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterPlace } from '../register/index.ts';
import type { Config } from '../settings/config.ts';
import { readConfig } from '../settings/read-config.ts';

/* Apart from the register: who reads a notice should not wait for a database to load. */

/** Where the office's register is. */
export function officeRegisterPlace({ dataFolder, database }: Config = readConfig()): RegisterPlace {
  return database === undefined ? { file: join(dataFolder, 'register.db') } : { url: database };
}

/** Can there be something in it? A file that is not there yet has nothing to ask for. */
export function hasRegister(config: Config = readConfig()): boolean {
  const place = officeRegisterPlace(config);
  return !('file' in place) || existsSync(place.file);
}
