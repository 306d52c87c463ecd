import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker';

declare global {
  var dondocQuietRuntime: boolean | undefined;
}

/**
 * The SDK's runtime is one for a process and tells of every start and stop of a worker; warnings are enough. Marked on
 * the global object, because a process may load this module more than once (tests do) and may install it only once.
 */
export function quietRuntime(): void {
  if (!globalThis.dondocQuietRuntime) Runtime.install({ logger: quietLogger() });
  globalThis.dondocQuietRuntime = true;
}

/** What a worker that only sends is warned of at every start. */
const AS_MEANT = 'No workflows registered';

function quietLogger(): DefaultLogger {
  const loud = new DefaultLogger('WARN');
  return new DefaultLogger('WARN', ({ level, message, meta }: LogEntry) => {
    if (!message.startsWith(AS_MEANT)) loud.log(level, message, meta);
  });
}
