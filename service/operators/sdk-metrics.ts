import { quietRuntime } from '../../worker/quiet-runtime.ts';
import { freePort } from '../../worker/temporal-server/dev-server.ts';

let asked: Promise<(() => Promise<string>) | undefined> | undefined;

/**
 * Has the Temporal library measure itself and gives what it says, in Prometheus's words. Before the first worker of the
 * process; afterwards, or where another made the library's runtime, there is nothing to ask: undefined.
 */
export function sdkMetrics(): Promise<(() => Promise<string>) | undefined> {
  asked ??= begin();
  return asked;
}

async function begin(): Promise<(() => Promise<string>) | undefined> {
  // The library serves them itself and nowhere else: on loopback, for us to pass on.
  const at = `127.0.0.1:${await freePort()}`;
  if (!quietRuntime(at)) return undefined;
  return async () => (await fetch(`http://${at}/metrics`, { signal: AbortSignal.timeout(ANSWER_MS) })).text();
}

const ANSWER_MS = 2_000;
