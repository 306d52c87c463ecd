import type { Client } from '@temporalio/client';
import { RunWatch, startAuditor } from '../office/audit/index.ts';
import type { AuditRecorded, Register } from '../register/index.ts';

interface WatchOptions {
  readonly register: Register;
  readonly client: Client;
  readonly onIncident: (recorded: AuditRecorded) => void;
  /** Temporal cannot be asked: told once, until it can. */
  readonly onTrouble: (error: unknown) => void;
}

const LOOK_EVERY_MS = 10_000;
/** Looks after which is written how far they went: a minute of them is looked through again by the next process. */
const KEPT_EVERY = 6;
/** A server that is starting again is silent for some looks. */
const PATIENCE = 3;

/** Looks every few seconds whether anything was ended from outside, and makes it an incident. */
export function startRunWatch({ register, client, onIncident, onTrouble }: WatchOptions): { stop(): Promise<void> } {
  const watch = new RunWatch({ register, client, from: Date.now() });
  let failures = 0;
  let looks = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      const found = await watch.look();
      if (found.length > 0) {
        onIncident(await register.audit.note(found));
        // It may be the auditor that was ended; one that runs is left alone.
        await startAuditor({ client, register });
      }
      if (found.length > 0 || looks++ % KEPT_EVERY === 0) await watch.looked();
      failures = 0;
    } catch (error) {
      failures++;
      if (failures === PATIENCE) onTrouble(error);
    }
  };
  let looking: Promise<void> = Promise.resolve();
  const again = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      looking = look().finally(again);
    }, LOOK_EVERY_MS);
  };
  // At once: what was ended while no service ran.
  looking = look().finally(again);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
