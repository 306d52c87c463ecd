import { once } from 'node:events';
import { createServer } from 'node:net';

/** The system hands out ports from 32768 on (Linux, ip_local_port_range). */
const OWN_FROM = 20_000;
const OWN_TO = 32_000;

/** A port of loopback that nobody listens on just now. */
export async function freePort(): Promise<number> {
  return (await portLike(0)) as number;
}

/**
 * One for a server that is stopped in a test: the system gives it to nobody meanwhile, and no caller that happens to
 * leave from it reaches itself. A refused connection is refused every time.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = await portLike(OWN_FROM + Math.floor(Math.random() * (OWN_TO - OWN_FROM)));
    if (port !== undefined) return port;
  }
}

/** Undefined where it is taken. */
async function portLike(wanted: number): Promise<number | undefined> {
  const server = createServer().listen(wanted, '127.0.0.1');
  // Rejects where the server has an error instead.
  const listens = await once(server, 'listening').catch(() => undefined);
  if (!listens) return undefined;
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
