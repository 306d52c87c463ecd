import { HEARTBEAT_STALE_MS } from '../../office/audit/index.ts';

export interface PartReadiness {
  readonly ok: boolean;
  /** What is wrong, in English: for programs and operators, no names of people or notices in it. */
  readonly says?: string;
}

/** Can this process do its work now? */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<'register' | 'temporal' | 'worker' | 'audit', PartReadiness>>;
}

export interface ReadinessProbes {
  /** When the auditor last looked, asked of the register; rejects where it cannot be reached. */
  readonly lastAudit: () => Promise<number | undefined>;
  /** Does a worker of this process ask Temporal for work? Rejects where Temporal does not answer. */
  readonly polls: () => Promise<boolean>;
  /** When this process began: what has just started is given time for its first audit. */
  readonly since: number;
  readonly now: () => number;
  /** For one question. */
  readonly timeoutMs: number;
}

/** Asks all parts at once. Never rejects: what cannot be asked is not ready. */
export async function readinessOf({ lastAudit, polls, since, now, timeoutMs }: ReadinessProbes): Promise<Readiness> {
  const [audited, polling] = await Promise.allSettled([within(timeoutMs, lastAudit()), within(timeoutMs, polls())]);
  const parts = {
    register: audited.status === 'fulfilled' ? { ok: true } : failed(audited.reason),
    temporal: polling.status === 'fulfilled' ? { ok: true } : failed(polling.reason),
    worker: polling.status === 'fulfilled' && polling.value ? { ok: true } : { ok: false, says: 'does not poll' },
    audit: audited.status === 'fulfilled' ? auditOf(audited.value, since, now()) : { ok: false, says: 'not known' },
  };
  return { ready: Object.values(parts).every(({ ok }) => ok), parts };
}

function auditOf(last: number | undefined, since: number, now: number): PartReadiness {
  const age = now - Math.max(last ?? 0, since);
  return age <= HEARTBEAT_STALE_MS ? { ok: true } : { ok: false, says: `silent for ${Math.round(age / 60_000)} min` };
}

function failed(reason: unknown): PartReadiness {
  return { ok: false, says: reason instanceof Error ? reason.message : String(reason) };
}

async function within<T>(timeoutMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
