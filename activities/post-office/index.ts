export type { ChannelState } from './gate.ts';
export type { Ledger, LedgerRow } from './ledger.ts';
export { PostOffice, type PostOfficeEvent, type PostOfficeOptions, type Summary } from './post-office.ts';
export type { Outcome, Sender } from './sender.ts';
