/** Where an address of a person may stand in the directory. */
export type AddressField = 'email' | 'phone' | 'zaloUserId';

/** What the rest of the program has to know of a channel. */
export interface ChannelTerms {
  /** Fields of the directory that hold an address it can use, the best first. */
  readonly addresses: readonly [AddressField, ...AddressField[]];
  /**
   * Its place in the fall-back order, from 1: which channel is tried next for a person whom the policy's channels do
   * not reach.
   */
  readonly fallback: number;
  /** Messages bear a Message-ID and answer one another. */
  readonly threads: boolean;
}

export type ChannelSet = Readonly<Record<string, ChannelTerms>>;

/**
 * The channels there are. What a room adds of its own (a name in `texts`, the variables in `settings`, a sender in
 * `service`, a check in `cli`) stands in a `Record<Channel, …>` there: one more line here, and each of them fails to
 * compile until it has its line too.
 */
export const CHANNELS = {
  email: { addresses: ['email'], fallback: 2, threads: true },
  zalo: { addresses: ['zaloUserId', 'phone'], fallback: 1, threads: false },
} as const satisfies ChannelSet;

export type Channel = keyof typeof CHANNELS;

/** What a policy that names none uses. */
export const DEFAULT_CHANNELS: readonly Channel[] = ['email', 'zalo'];

/** Their names, in the order of the table. */
export function channelsOf(table: ChannelSet = CHANNELS): readonly Channel[] {
  return Object.keys(table) as Channel[];
}

/**
 * The channels by which a person is tried whom the policy's own do not reach, in order. After the last the office
 * telephones.
 */
export function fallbackOrder(table: ChannelSet = CHANNELS): readonly Channel[] {
  const place = (channel: string): number => table[channel]?.fallback ?? 0;
  return channelsOf(table).toSorted((a, b) => place(a) - place(b));
}

/** Every field of the directory by which some channel reaches a person, each once. */
export function addressFields(table: ChannelSet = CHANNELS): readonly AddressField[] {
  return [...new Set(Object.values(table).flatMap(({ addresses }) => addresses))];
}

type Addresses = { readonly [F in AddressField]?: string | null };

/** A person's address for a channel: the best there is; undefined where the directory has none. */
export function addressFor(person: Addresses, channel: string, table: ChannelSet = CHANNELS): string | undefined {
  const fields = table[channel]?.addresses ?? [];
  return fields.map((field) => person[field]).find((address) => Boolean(address)) ?? undefined;
}
