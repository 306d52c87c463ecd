/** An office carried in one file: written while it works, and made again from it elsewhere. */
export { countsOf, type Manifest } from './manifest.ts';
export type { OfficePlaces } from './places.ts';
export { type RestoreOptions, restoreBackup } from './restore.ts';
export { type RunsTakenBack, takeBackRuns } from './take-back-runs.ts';
export { type BackupOptions, writeBackup } from './write.ts';
