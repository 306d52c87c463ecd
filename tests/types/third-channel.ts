/*
 * Compiled, never run: what a third channel would have to be given. Each `@ts-expect-error` names a place that speaks of
 * every channel; `tsc` fails there as soon as one of them could be forgotten.
 */
import type { Channel } from '../../dsl/policy/channels.ts';
import type { CHANNEL_VARIABLES } from '../../settings/channels.ts';
import type { Config } from '../../settings/config.ts';
import type { CHANNEL_NAMES } from '../../texts/names.ts';

/** Is there an entry of `Table` for each channel and for one more? */
type SpeaksOf<Table, Third extends string> = Table extends Readonly<Record<Channel | Third, unknown>> ? Table : never;

declare function complete<Table, Third extends string>(table: SpeaksOf<Table, Third>): void;
declare const names: typeof CHANNEL_NAMES;
declare const variables: typeof CHANNEL_VARIABLES;
declare const perMinute: Config['perMinute'];

complete<typeof CHANNEL_NAMES, never>(names);
complete<typeof CHANNEL_VARIABLES, never>(variables);
complete<Config['perMinute'], never>(perMinute);

// @ts-expect-error it has no name
complete<typeof CHANNEL_NAMES, 'sms'>(names);

// @ts-expect-error nothing says what opens it
complete<typeof CHANNEL_VARIABLES, 'sms'>(variables);

// @ts-expect-error nothing says how many messages a minute it takes
complete<Config['perMinute'], 'sms'>(perMinute);
