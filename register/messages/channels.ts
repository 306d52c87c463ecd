import { addressFor, type Channel, type ChannelSet } from '../../dsl/policy/channels.ts';

export interface Way {
  readonly channel: Channel;
  readonly address: string;
}

/** Of several channels those by which the directory can reach a person, in the order given. */
export function waysTo(
  person: Parameters<typeof addressFor>[0],
  channels: readonly Channel[],
  table: ChannelSet,
): Way[] {
  return channels.flatMap((channel) => {
    const address = addressFor(person, channel, table);
    return address === undefined ? [] : [{ channel, address }];
  });
}
