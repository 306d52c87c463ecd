import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker';
import { present } from '../dsl/present.ts';

/** Takes one warning of the SDK, in a line. */
export type TakesWarning = (line: string) => void;

declare global {
  var dondocQuietRuntime: { isInstalled: boolean; takes: TakesWarning | undefined } | undefined;
}

/**
 * The SDK's runtime is one for a process and tells of every start and stop of a worker; warnings are enough. Kept on the
 * global object, because a process may load this module more than once (tests do) and may install it only once.
 *
 * @param metricsAt `host:port` where the SDK serves its own metrics; only the first call of a process can say so.
 * @returns whether it was this call that made the runtime.
 */
export function quietRuntime(metricsAt?: string): boolean {
  const kept = keptRuntime();
  if (kept.isInstalled) return false;
  kept.isInstalled = true;
  Runtime.install({
    logger: quietLogger(),
    ...present({ telemetryOptions: metricsAt === undefined ? undefined : { metrics: prometheusAt(metricsAt) } }),
  });
  return true;
}

/** From here on warnings go there instead of to standard error; undefined: back to it. */
export function warningsGoTo(takes: TakesWarning | undefined): void {
  keptRuntime().takes = takes;
}

function keptRuntime(): { isInstalled: boolean; takes: TakesWarning | undefined } {
  globalThis.dondocQuietRuntime ??= { isInstalled: false, takes: undefined };
  return globalThis.dondocQuietRuntime;
}

/** Named and measured as Prometheus has it: seconds, and counters by their ending. */
function prometheusAt(bindAddress: string) {
  return { prometheus: { bindAddress, countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true } };
}

/** What a worker that only sends is warned of at every start. */
const AS_MEANT = 'No workflows registered';

function quietLogger(): DefaultLogger {
  const loud = new DefaultLogger('WARN');
  return new DefaultLogger('WARN', (entry: LogEntry) => {
    if (entry.message.startsWith(AS_MEANT)) return;
    const takes = globalThis.dondocQuietRuntime?.takes;
    if (takes) takes(warningLine(entry));
    else loud.log(entry.level, entry.message, entry.meta);
  });
}

/** Which of what the SDK adds is told: ids and the error's own word, never what was sent along. */
const TOLD = ['workflowId', 'activityId', 'activityType', 'taskQueue', 'attempt'] as const;

/** A warning in one line: what it says, about what, and why. */
export function warningLine({ message, meta = {} }: Pick<LogEntry, 'message' | 'meta'>): string {
  const { error } = meta;
  const about = TOLD.flatMap((name) => (meta[name] === undefined ? [] : [`${name} ${String(meta[name])}`]));
  const why = error instanceof Error ? [error.message] : error === undefined ? [] : [String(error)];
  return `Temporal SDK: ${[message, ...about, ...why].join('; ').replace(/\s+/gu, ' ')}`;
}
