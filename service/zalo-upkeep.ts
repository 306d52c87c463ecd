import { ZaloClient } from '../delivery/zalo/index.ts';
import { HOUR_MS } from '../dsl/time/day.ts';
import type { ZaloDesk } from '../inbound/zalo/desk.ts';
import type { Register } from '../register/index.ts';
import { type ZaloStanding, zaloProblems } from '../texts/zalo.ts';
import { type ZaloSetup, zaloStanding } from './zalo.ts';

export interface ZaloUpkeepOptions {
  readonly setup: ZaloSetup;
  readonly desk: ZaloDesk | undefined;
  readonly register: Pick<Register, 'accounts'>;
  /** Something somebody has to see to: each thing once, until it is well again. */
  readonly onTrouble: (error: unknown) => void;
  /** How the account stands, each time it was asked. */
  readonly onStanding?: (standing: ZaloStanding) => void;
}

export interface ZaloUpkeep {
  /** Zalo told that quota or template changed: asks at once how they are now. */
  accountChanged(): void;
  /** Ends what is under way, then nothing more is done. */
  stop(): Promise<void>;
}

const LOOK_MS = 30_000;
const ASK_EVERY_MS = HOUR_MS;

/**
 * What an account needs beside the sending: its grant renewed even where nobody is written to, the word of Zalo worked
 * through again where it had to wait, questions after what no webhook told of, and an alarm where the grant, the quota,
 * the quality or the template need somebody.
 */
export function startZaloUpkeep({ setup, desk, register, onTrouble, onStanding }: ZaloUpkeepOptions): ZaloUpkeep {
  const client = new ZaloClient(setup.access);
  let askedAt = 0;
  let changed = false;
  let stopped = false;
  let known: ReadonlySet<string> = new Set();
  const askAccount = async (): Promise<void> => {
    changed = false;
    const standing = await zaloStanding(setup, register);
    onStanding?.(standing);
    const problems = zaloProblems(standing);
    for (const problem of problems) if (!known.has(problem)) onTrouble(problem);
    known = new Set(problems);
  };
  const ask = async (): Promise<void> => {
    await askAccount();
    if ((await client.keepAlive()).kind === 'none') return;
    await desk?.askStatuses(client, Date.now());
    await desk?.askPresses(client, setup.templateId, Date.now());
  };
  const round = async (): Promise<void> => {
    await desk?.settle();
    if (stopped) return;
    if (Date.now() - askedAt >= ASK_EVERY_MS) {
      askedAt = Date.now();
      await ask();
    }
    if (changed && !stopped) await askAccount();
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
    accountChanged() {
      changed = true;
      look();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      await desk?.idle();
    },
  };
}
