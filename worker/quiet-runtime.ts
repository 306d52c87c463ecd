import { DefaultLogger, Runtime } from '@temporalio/worker';

declare global {
  var dondocQuietRuntime: boolean | undefined;
}

/**
 * The SDK's runtime is one for a process and tells of every start and stop of a worker; warnings are enough. Marked on
 * the global object, because a process may load this module more than once (tests do) and may install it only once.
 */
export function quietRuntime(): void {
  if (!globalThis.dondocQuietRuntime) Runtime.install({ logger: new DefaultLogger('WARN') });
  globalThis.dondocQuietRuntime = true;
}
