import { join } from 'node:path';
import type { ScanOptions } from '../../notices/index.ts';
import { readConfig } from '../../settings/read-config.ts';
import { scanLabels } from '../../texts/notice-scans.ts';
import { bar } from '../bar.ts';

/** Scans are looked at with a bar, and what was seen is kept where the office's pages keep theirs. */
export function keptScans(): ScanOptions {
  return { folder: join(readConfig().console.draftsFolder, 'scans'), onPage: bar(scanLabels.progress) };
}
