import type { Channel } from '../dsl/policy/channels.ts';
import type { Environment } from './environment.ts';

/** The variables a channel cannot send without; the first says that it is wanted. */
export const CHANNEL_VARIABLES: Readonly<Record<Channel, readonly [keyof Environment, ...(keyof Environment)[]]>> = {
  email: ['SMTP_URL', 'MAIL_FROM'],
  zalo: ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_TEMPLATE_ID'],
};
