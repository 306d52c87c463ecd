import { setTimeout as delay } from 'node:timers/promises';
import { MINUTE_MS } from '../../dsl/time/day.ts';
import type { ExitInfo } from './handle.ts';
import type { TemporalServer } from './index.ts';
import { lastWords } from './start-failure.ts';

export interface KeepOptions {
  /** Opens the server, on this port where one is given. */
  readonly open: (port?: number) => Promise<TemporalServer>;
  /** It died and is started again; `times` within the span. */
  readonly onRestart: (why: string, times: number) => void;
  /** The one started again serves. */
  readonly onServing: () => void;
}

/** Dies it more often, something is wrong that a start does not mend. */
export const MOST_RESTARTS = 3;
const SPAN_MS = 10 * MINUTE_MS;
/** What has the port or the file may still be going. */
const BEFORE_START_MS = 500;

/**
 * A server that is started again, on its own port, when its process dies: who is connected goes on. It counts as gone
 * (`exited`) once it has died, or could not be started, too often, or has come back elsewhere.
 */
export async function keepServer({ open, onRestart, onServing }: KeepOptions): Promise<TemporalServer> {
  const first = await open();
  if (!first.owned) return first;
  const port = Number(first.address.split(':').at(-1));
  let current = first;
  let stopped: Promise<void> | undefined;
  const keep = async (): Promise<ExitInfo> => {
    const died: number[] = [];
    let exit = await current.exited;
    for (;;) {
      const now = Date.now();
      died.push(now);
      const times = died.filter((at) => at > now - SPAN_MS).length;
      if (stopped || times > MOST_RESTARTS) return exit;
      onRestart(lastWords(exit), times);
      await delay(BEFORE_START_MS);
      if (stopped) return exit;
      try {
        current = await open(port);
      } catch (error) {
        // It may have died again before it served: one more of the times.
        exit = neverServed(error);
        continue;
      }
      if (stopped || current.address !== first.address) {
        await current.stop();
        return exit;
      }
      onServing();
      exit = await current.exited;
    }
  };
  const exited = keep();
  return {
    ...first,
    exited,
    stop() {
      stopped ??= current.stop().then(async () => {
        await exited;
      });
      return stopped;
    },
  };
}

function neverServed(error: unknown): ExitInfo {
  return { code: null, signal: null, tail: [error instanceof Error ? error.message : String(error)] };
}
