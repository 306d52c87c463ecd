import { openingOf } from '../../dsl/rules/occurrences.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { Finding, SeriesRecord, SeriesView } from '../../register/index.ts';
import { incidentDetails } from '../../texts/audit.ts';
import type { AuditOptions } from './audit.ts';
import { STEP_GRACE_MS } from './graces.ts';
import type { LogFault } from './judge-log.ts';

/** Holds every recurring directive that goes on against Temporal and its own rules: does it run, is it late? */
export async function judgeAllSeries({ register, runs, now, clock = now }: AuditOptions): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const series of await register.series.list()) {
    if (series.end !== null) continue;
    const registeredAt = (await register.notices.find(series.noticeId))?.registeredAt ?? 0;
    // Being issued just now.
    if (registeredAt + STEP_GRACE_MS > clock) continue;
    const status = await runs?.statusOf(series);
    const view = await register.series.show(series.id);
    // Ended by an act since the list was read.
    if (!view || view.series.end !== null) continue;
    const faults = [...judgeRun(view, status, registeredAt), ...judgeOpening(view, now)];
    findings.push(...faults.map((fault) => ({ ...fault, directiveId: series.id })));
  }
  return findings;
}

function judgeRun({ series, occurrences }: SeriesView, status: string | undefined, registeredAt: Instant): LogFault[] {
  if (status === undefined || status === 'RUNNING') return [];
  const since = Math.max(registeredAt, series.acts.at(-1)?.at ?? 0, occurrences.at(-1)?.issuedAt ?? 0);
  const { workflowId } = series;
  return status === 'MISSING'
    ? [{ kind: 'series-missing', step: '', since, detail: incidentDetails.noWorkflow(workflowId) }]
    : [{ kind: 'series-failed', step: '', since, detail: incidentDetails.stopped(workflowId, status) }];
}

/** An occurrence that should be open by now and is not in the register. Pure. */
export function judgeOpening({ series, next }: Pick<SeriesView, 'series' | 'next'>, now: Instant): LogFault[] {
  if (next === null) return [];
  const opensAt = openingOf(series, next) ?? series.template.issuedAt;
  const since = Math.max(opensAt, lastActAt(series));
  if (since + STEP_GRACE_MS > now) return [];
  return [{ kind: 'occurrence-not-opened', step: next.day, since, detail: incidentDetails.notOpened(next.due, since) }];
}

/** Resumed, or by another rule: what was to be opened long ago is to be opened since then. */
function lastActAt({ acts }: SeriesRecord): Instant {
  return acts.at(-1)?.at ?? 0;
}
