import { setTimeout as delay } from 'node:timers/promises';
import { waitingMails } from './strangers.mjs';

/** Bounds a wait in which nothing moves: what has not come by then is lost. A dead worker is noticed after 20 s, each time. */
const STILL_FOR_MS = 180_000;
/** What was put off for minutes, each for another while, comes due in few strides. */
const STRIDE_MS = 2 * 60_000;

/**
 * Every nudge is in the log, every mail is taken, and nothing waits any more; or nothing has moved for long, which the
 * check then tells. What people worked on may be closed before its nudge. Where all that is left waits for an instant
 * to come, the clock goes there: what missed a reader's last round of the day leaves the next morning.
 */
export async function settled(register, lives, system, worked) {
  const ids = lives.filter((life) => !worked.has(life)).map((l) => l.directive.id);
  let stood = '';
  for (let until = Date.now() + STILL_FOR_MS; Date.now() < until; await delay(500)) {
    // A database whose process was killed last is not there for a moment.
    const stands = await standOf(register, ids).catch((error) => ({ error: String(error) }));
    const mails = await waitingMails(system.inbox);
    const { unwoken, planned, sending, next } = stands;
    if (unwoken + mails + planned + sending === 0) return;
    if (unwoken + sending === 0 && next > system.now()) system.goTo(Math.max(next, system.now() + STRIDE_MS));
    const seen = JSON.stringify({ ...stands, mails });
    if (seen !== stood) until = Date.now() + STILL_FOR_MS;
    stood = seen;
  }
}

async function standOf(register, ids) {
  const logs = await register.directives.logs(ids);
  const unwoken = ids.filter((id) => (logs.get(id)?.length ?? 0) < 2).length;
  return { unwoken, ...(await register.ledger.counts()), next: await register.ledger.nextAt() };
}
