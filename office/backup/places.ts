import { join } from 'node:path';
import { ARCHIVE_KEY_NAME } from '../archive/signature.ts';
import { FORMULA_NAME } from '../evaluation/index.ts';

/** Where an office keeps, besides its register, what nobody can make again. */
export interface OfficePlaces {
  readonly dataFolder: string;
  readonly keyFile: string;
  readonly evidenceFolder: string;
  readonly draftsFolder: string;
  readonly policiesFolder: string;
}

/** What is kept of a data folder besides the register, by its name in a backup: a file, or a folder with all in it. */
export function keptOf(places: OfficePlaces): ReadonlyMap<string, string> {
  const { dataFolder } = places;
  return new Map([
    [SETTINGS, join(dataFolder, 'settings.env')],
    ['link-keys.json', places.keyFile],
    ['payload-keys.json', join(dataFolder, 'payload-keys.json')],
    [ARCHIVE_KEY_NAME, join(dataFolder, ARCHIVE_KEY_NAME)],
    ['zalo-tokens.json', join(dataFolder, 'zalo-tokens.json')],
    ['danh-ba.yaml', join(dataFolder, 'danh-ba.yaml')],
    [FORMULA_NAME, join(dataFolder, FORMULA_NAME)],
    [EVIDENCE, places.evidenceFolder],
    ['drafts', places.draftsFolder],
    ['policies', places.policiesFolder],
    ['security', join(dataFolder, 'security')],
  ]);
}

export const SETTINGS = 'settings.env';
/** Results people sent, each by the name of its content: never changed. */
export const EVIDENCE = 'evidence';
