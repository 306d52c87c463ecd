export type { ChannelState } from './channel-state.ts';
export { type Ending, endingOf, NOTHING_LEFT } from './ending.ts';
export type { OutboxLedger, OutboxRow } from './ledger.ts';
export type { PostOfficeEvent, PostOfficeOptions } from './options.ts';
export { PostOffice } from './post-office.ts';
export type { Outcome, Sender } from './sender.ts';
