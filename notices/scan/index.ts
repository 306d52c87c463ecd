export { readScan } from './read-scan.ts';
export type { ScanOptions, ToSee } from './types.ts';
