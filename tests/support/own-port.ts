import { freePort } from '../../worker/temporal-server/dev-server.ts';

/** The system hands out ports from 32768 on (Linux, ip_local_port_range). */
const FROM = 20_000;
const TO = 32_000;

/**
 * A port of loopback for a server that is stopped in a test: the system gives it to nobody meanwhile, and no caller that
 * happens to leave from it reaches itself. A refused connection is refused every time.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    const wished = FROM + Math.floor(Math.random() * (TO - FROM));
    if ((await freePort(wished)) === wished) return wished;
  }
}
