import type { Channel } from '../../dsl/policy/policy.ts';

/** The order in which a person is tried who cannot be reached as the policy says; after the last the office calls. */
export const CHANNELS: readonly Channel[] = ['zalo', 'email'];

interface Reachable {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly zaloUserId?: string | null;
}

export interface Way {
  readonly channel: Channel;
  readonly address: string;
}

/** Of several channels those by which the directory can reach a person, in the order given. */
export function waysTo(person: Reachable, channels: readonly Channel[]): Way[] {
  return channels.flatMap((channel) => {
    const address = channel === 'email' ? person.email : (person.zaloUserId ?? person.phone);
    return address ? [{ channel, address }] : [];
  });
}
