import type { Instant } from '../../dsl/time/day.ts';
import type { AuditedDirective, AuditRow } from '../../register/index.ts';
import { incidentDetails } from '../../texts/audit.ts';
import { FAILING_GRACE_MS, MESSAGE_GRACE_MS, SENDING_GRACE_MS } from './graces.ts';
import type { LogFault } from './judge-log.ts';

/** Holds the ledger against the steps of the log: each has its messages, and each message its step. */
export function judgeRows({ log, rows, written }: AuditedDirective): LogFault[] {
  const keys = new Set(rows.map((row) => row.postKey));
  const steps = new Set(log.flatMap((event) => event.posts.map((post) => post.key)));
  const faults: LogFault[] = [];
  for (const { seq, at, posts } of log) {
    const without = posts.filter((post) => !keys.has(post.key));
    for (const post of without) {
      faults.push({ kind: 'row-missing', step: post.key, since: at, detail: incidentDetails.noRow(post) });
    }
    const now = rows.filter((row) => row.seq === seq).length;
    const then = written.get(seq) ?? 0;
    if (without.length > 0 || now >= then) continue;
    faults.push({ kind: 'row-missing', step: `#${seq}`, since: at, detail: incidentDetails.fewerRows(seq, now, then) });
  }
  for (const row of rows) {
    if (steps.has(row.postKey)) continue;
    faults.push({ kind: 'row-without-step', step: row.id, since: row.recordedAt, detail: incidentDetails.noStep(row) });
  }
  return faults;
}

/** Messages of which a channel says what cannot be true together with the ledger. */
export function judgeEvidence(rows: readonly AuditRow[]): LogFault[] {
  return rows.flatMap((row) =>
    row.contradictions.map(
      ({ held, reason, recordedAt }): LogFault => ({
        kind: 'evidence-contradicts',
        step: row.id,
        since: recordedAt,
        detail: incidentDetails.contradicts(row, held, reason),
      }),
    ),
  );
}

/** Messages that wait longer than they should, or whose fate nobody has settled. `clock` is the machine's. */
export function judgeWaiting(rows: readonly AuditRow[], now: Instant, clock: Instant): LogFault[] {
  return rows.flatMap((row): LogFault[] => {
    if (row.outcome === 'unknown') {
      const since = row.settledAt ?? row.recordedAt;
      return [{ kind: 'outcome-unknown', step: row.id, since, detail: incidentDetails.unknown(row, row.reason ?? '') }];
    }
    const waiting = (since: Instant, detail: string): LogFault[] => [
      { kind: 'row-waiting', step: row.id, since, detail },
    ];
    if (row.outcome === 'sending') {
      const { claimedAt } = row;
      if (claimedAt === null || claimedAt + SENDING_GRACE_MS > clock) return [];
      return waiting(claimedAt, incidentDetails.notSettled(row, claimedAt));
    }
    if (row.outcome !== 'planned') return [];
    const mayLeave = Math.max(row.leaveAt, row.nextAttemptAt ?? 0);
    if (mayLeave + MESSAGE_GRACE_MS <= now) return waiting(mayLeave, incidentDetails.notLookedAt(row, mayLeave));
    if (row.attempts === 0 || row.leaveAt + FAILING_GRACE_MS > now) return [];
    return waiting(row.at, incidentDetails.keepsFailing(row, row.attempts, row.reason ?? ''));
  });
}
