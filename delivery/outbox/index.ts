export type { ChannelState } from './gate.ts';
export type { Ledger, LedgerRow } from './ledger.ts';
export type { PostOfficeEvent, PostOfficeOptions, Recovered, Summary } from './options.ts';
export { PostOffice } from './post-office.ts';
export type { Outcome, Sender } from './sender.ts';
