import type { Client } from '@temporalio/client';
import type { ChannelDesk } from '../console/channel-desk.ts';
import { channelStanding, resumeChannel, stopChannel } from '../delivery/relay/index.ts';
import { type Channel, channelsOf } from '../dsl/policy/channels.ts';

/** The channels of an office, on the queues its workers ask. `queueOf` as the workers have it; default the office's own. */
export function channelDesk(client: Client, queueOf?: (channel: Channel) => string): ChannelDesk {
  return {
    standings: () =>
      Promise.all(
        channelsOf().map(async (channel) => {
          const { stopped, backlog, senders } = await channelStanding(client, channel, queueOf?.(channel));
          return { channel, stopped, backlog, senders };
        }),
      ),
    stop: (channel, reason) => stopChannel(client, channel, reason, queueOf?.(channel)),
    resume: (channel, who) => resumeChannel(client, channel, who, queueOf?.(channel)),
  };
}
