export { channelStanding, type QueueStanding, resumeChannel, stopChannel } from './channel-switch.ts';
export { Relay, type RelayLedger, type RelayOptions } from './relay.ts';
export { type Parcel, startDispatch } from './start.ts';
