import pg from 'pg';
import { attempt } from './attempt.ts';
import type { RegisterSeat } from './place.ts';
import { postgresStorage } from './postgres.ts';

/** Any number but that of the writers' lock, the same for every service. */
const SEAT = 0x646f_6e65;

/** A lock of the session, on a connection of its own. */
export async function takeSeat(url: string): Promise<RegisterSeat | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'dondoc up', keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
    client.on('error', () => resolve());
  });
  const taken = await attempt(postgresStorage({ url }), 0, async () => {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${SEAT}) as taken`);
    return rows[0]?.taken === true;
  });
  if (taken) return { lost, leave: () => client.end() };
  await client.end();
  return undefined;
}
