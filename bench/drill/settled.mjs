import { setTimeout as delay } from 'node:timers/promises';
import { waitingMails } from './strangers.mjs';

/**
 * Every nudge is in the log, every mail is taken, and nothing waits any more; or the time is up, which the check then
 * tells. What people worked on may be closed before its nudge.
 */
export async function settled(register, lives, until, system, worked) {
  const ids = lives.filter((life) => !worked.has(life)).map((l) => l.directive.id);
  while (Date.now() < until) {
    const logs = await register.directives.logs(ids);
    const recorded = ids.every((id) => (logs.get(id)?.length ?? 0) >= 2);
    const quiet = recorded && (await waitingMails(system.inbox)) === 0;
    if (quiet && (await register.ledger.waiting()) === 0) return;
    if (recorded) system.goAhead();
    await delay(500);
  }
}
