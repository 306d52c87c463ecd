import type { Register, SeriesRecord } from '../../register/index.ts';
import type { Runs } from '../audit/index.ts';
import { startSeries } from '../start.ts';
import type { SeriesOffice } from './update.ts';

/** Of these recurring directives those that were started, have not ended, and do not run. */
export async function lostSeries(
  register: Register,
  runs: Pick<Runs, 'statusOf'>,
  series: readonly SeriesRecord[],
): Promise<SeriesRecord[]> {
  const lost: SeriesRecord[] = [];
  for (const one of series) {
    if (one.end !== null || one.issueState !== 'started' || (await runs.statusOf(one)) === 'RUNNING') continue;
    // Ended since it was read.
    if ((await register.series.show(one.id))?.series.end === null) lost.push(one);
  }
  return lost;
}

/**
 * Starts again what should recur and has no running workflow: somebody terminated it, or Temporal lost it. Nothing is
 * opened twice, for the register says what is next.
 */
export async function restartSeries(
  office: SeriesOffice & { readonly taskQueue?: string; readonly clockOffsetMs?: number },
  lost: readonly SeriesRecord[],
): Promise<void> {
  for (const series of lost) {
    const notice = await office.register.notices.find(series.noticeId);
    if (!notice) throw new Error(`notice ${series.noticeId} is not in the register`);
    await startSeries({ ...office, again: true }, notice, series);
  }
}
