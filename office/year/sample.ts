import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { isDated, readNoticeBytes } from '../../notices/index.ts';
import { type Directory, loadDirectory } from '../../register/index.ts';
import { ownFile } from '../../system/own-files.ts';
import { noticesOf, type ReadNotice } from '../registration.ts';

const NOTICE = ownFile('notices/samples/thong-bao-mau.txt');
const DIRECTORY = ownFile('register/samples/danh-ba-mau.yaml');

/** The notice that ships, with the people it names: for those who want to see a year before they have a notice. */
export async function sampleNotice(
  calendar: WorkCalendar,
): Promise<{ readonly reads: readonly ReadNotice[]; readonly directory: Directory }> {
  const { text, notices } = await readNoticeBytes(await readFile(NOTICE), basename(NOTICE), { calendar });
  const reads = noticesOf({ text, notices: notices.filter(isDated) }, basename(NOTICE));
  return { reads, directory: loadDirectory(DIRECTORY) };
}
