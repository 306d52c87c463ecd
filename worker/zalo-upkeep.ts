import { ZaloClient } from '../activities/zalo/index.ts';
import { HOUR_MS } from '../dsl/time/day.ts';
import type { ZaloDesk } from '../office/zalo/desk.ts';
import type { ZaloSetup } from './zalo.ts';

export interface ZaloUpkeep {
  /** Ends what is under way, then nothing more is done. */
  stop(): Promise<void>;
}

const LOOK_MS = 30_000;
const ASK_EVERY_MS = HOUR_MS;

/**
 * What an account needs beside the sending: its grant renewed even where nobody is written to, the word of Zalo worked
 * through again where it had to wait, and questions after what no webhook told of.
 */
export function startZaloUpkeep(
  setup: ZaloSetup,
  desk: ZaloDesk | undefined,
  onTrouble: (error: unknown) => void,
): ZaloUpkeep {
  const client = new ZaloClient(setup.access);
  let askedAt = 0;
  let stopped = false;
  const ask = async (): Promise<void> => {
    const access = await client.keepAlive();
    if (access.kind === 'none') {
      if (access.alarm) onTrouble(access.reason);
      return;
    }
    await desk?.askStatuses(client, Date.now());
    await desk?.askPresses(client, setup.templateId, Date.now());
  };
  const round = async (): Promise<void> => {
    await desk?.settle();
    if (stopped || Date.now() - askedAt < ASK_EVERY_MS) return;
    askedAt = Date.now();
    await ask();
  };
  let running: Promise<void> | undefined;
  const look = (): void => {
    running ??= round()
      .catch(onTrouble)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  look();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      await desk?.idle();
    },
  };
}
