import {
  ActivityExecutionAlreadyStartedError,
  type ActivityExecutionStatus,
  type ActivityOptions,
  type Client,
} from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import type { Channel } from '../../dsl/policy/channels.ts';
import { present } from '../../dsl/present.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { dispatchSummary } from '../../texts/operator.ts';
import {
  activityIdOf,
  type DispatchInput,
  SEARCH_ATTRIBUTES,
  SENDING_LIMITS,
  sendActivity,
} from '../../workflows/contract.ts';

/** One item of a dispatch: a directive, without a word of it and without its reader. */
export type ParcelItem = Parameters<typeof dispatchSummary>[1][number] & {
  readonly directiveId: string;
  readonly noticeId: string;
};

/** What is to leave together. */
export interface Parcel {
  readonly dispatch: string;
  readonly channel: Channel;
  readonly leaveAt: Instant;
  readonly items: readonly ParcelItem[];
}

export interface CarryOptions {
  readonly client: Pick<Client, 'activity'>;
  readonly queueOf: (channel: Channel) => string;
  /** Milliseconds until it may leave. */
  readonly delayMs: number;
  /** Only one attempt, whatever comes of it: for virtual time, in which waiting would be real. */
  readonly once?: boolean;
}

/**
 * Starts the activity that carries a dispatch, and answers with its id; null where one that is not over yet bears its
 * name already. One that is over gets a successor.
 */
export async function startDispatch(parcel: Parcel, options: CarryOptions): Promise<string | null> {
  const { activity } = options.client;
  const { channel, dispatch } = parcel;
  for (let serial = 1; ; serial++) {
    const id = activityIdOf(channel, dispatch, serial);
    try {
      await activity.start(sendActivity(channel), { ...optionsOf(parcel, options), id });
      return id;
    } catch (error) {
      if (!(error instanceof ActivityExecutionAlreadyStartedError)) throw error;
      const { status } = await activity.getHandle(id).describe();
      if (isOpen(status)) return null;
    }
  }
}

export function isOpen(status: ActivityExecutionStatus): boolean {
  return status === 'RUNNING' || status === 'PAUSED';
}

function optionsOf({ channel, dispatch, items }: Parcel, options: CarryOptions): Omit<ActivityOptions, 'id'> {
  const input: DispatchInput = { dispatch };
  return {
    taskQueue: options.queueOf(channel),
    args: [input],
    ...SENDING_LIMITS,
    ...present({
      startDelay: options.delayMs > 0 ? options.delayMs : undefined,
      retry: options.once ? { maximumAttempts: 1 } : undefined,
    }),
    idReusePolicy: 'REJECT_DUPLICATE',
    summary: dispatchSummary(channel, items),
    typedSearchAttributes: attributesOf(channel, items),
  };
}

/** A list that is longer is refused by the server. */
const MOST_BYTES = 1_800;

/** Notices and directives, never people: these stand in the clear in Temporal's database. */
function attributesOf(channel: Channel, items: readonly ParcelItem[]): SearchAttributePair[] {
  const notices = items.map((item) => item.noticeNumber ?? item.noticeId);
  const about = new Set([...notices, ...items.map((item) => item.directiveId)]);
  return [
    { key: SEARCH_ATTRIBUTES.DondocChannel, value: channel },
    { key: SEARCH_ATTRIBUTES.DondocAbout, value: fitting([...about]) },
  ];
}

function fitting(values: readonly string[]): string[] {
  let bytes = 2;
  return values.filter((value) => {
    bytes += Buffer.byteLength(JSON.stringify(value)) + 1;
    return bytes <= MOST_BYTES;
  });
}
