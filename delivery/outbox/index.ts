export type { ChannelState } from './gate.ts';
export type { OutboxLedger, OutboxRow } from './ledger.ts';
export type { PostOfficeEvent, PostOfficeOptions, RecoveredRows, Summary } from './options.ts';
export { PostOffice } from './post-office.ts';
export type { Outcome, Sender } from './sender.ts';
