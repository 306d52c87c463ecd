import type { Channel } from '../dsl/policy/channels.ts';

/** The channels as they stand on Temporal, where an operator stops and resumes them. */
export interface ChannelDesk {
  /** Each channel there is. */
  standings(): Promise<readonly ChannelView[]>;
  /** What is under way ends; what waits stays until the channel is resumed, also over restarts. */
  stop(channel: Channel, reason: string): Promise<void>;
  resume(channel: Channel, who: string): Promise<void>;
}

export interface ChannelView {
  readonly channel: Channel;
  /** Why somebody has stopped it; null where it runs. */
  readonly stopped: string | null;
  /** Messages whose time has come and that nobody has taken yet. */
  readonly backlog: number;
  /** Processes that send by it. */
  readonly senders: number;
}
