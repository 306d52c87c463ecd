import { type Channel, channelsOf } from '../dsl/policy/channels.ts';
import type { Config } from './config.ts';
import type { Environment } from './environment.ts';

/** The variables a channel cannot send without; the first says that it is wanted. */
export const CHANNEL_VARIABLES: Readonly<Record<Channel, readonly [keyof Environment, ...(keyof Environment)[]]>> = {
  email: ['SMTP_URL', 'MAIL_FROM'],
  zalo: ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_TEMPLATE_ID'],
};

const SET_UP: Readonly<Record<Channel, (config: Pick<Config, 'mail' | 'zalo'>) => boolean>> = {
  email: ({ mail }) => mail.smtpUrl !== undefined && mail.from !== undefined,
  zalo: ({ zalo }) => zalo.appId !== undefined && zalo.appSecret !== undefined && zalo.templateId !== undefined,
};

/** Channels whose messages wait for no setting: those that are set up, and those the office has said it does not use. */
export function channelsThatHoldNothing(config: Pick<Config, 'mail' | 'zalo' | 'used'>): ReadonlySet<Channel> {
  const { used } = config;
  return new Set([...readyChannels(config), ...channelsOf().filter((channel) => used?.includes(channel) === false)]);
}

/** The channels that have all their settings. */
export function readyChannels(config: Pick<Config, 'mail' | 'zalo'>): ReadonlySet<Channel> {
  return new Set(channelsOf().filter((channel) => SET_UP[channel](config)));
}

/** The channels by which the office sends: set up, and not among those it has said it does not use. */
export function sendingChannels(config: Pick<Config, 'mail' | 'zalo' | 'used'>): ReadonlySet<Channel> {
  return new Set([...readyChannels(config)].filter((channel) => config.used?.includes(channel) !== false));
}
