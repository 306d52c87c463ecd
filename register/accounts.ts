import { present } from '../dsl/present.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { Context } from './context.ts';
import { jsonOfMeta, putMeta } from './meta.ts';

/** How the taking of the office's mail stands, as the service last found it. */
export interface MailboxStanding {
  /** When the folder was last read through, or first could not be; clock of the machine. */
  readonly at: Instant;
  /** Why it cannot be read; null where it can. */
  readonly trouble: string | null;
}

const MAILBOX_KEY = 'mailbox';

/** Zalo lets the account send fewer messages a day than it did. */
export interface QuotaFall {
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
}

interface Noted {
  readonly daily: number;
  readonly fall?: QuotaFall;
}

const QUOTA_KEY = 'zalo.quota';

/** How the office's own mailbox and its Zalo account stand, as the service last found them. */
export class Accounts {
  constructor(private readonly context: Context) {}

  /** Keeps how the taking of the office's mail stands. */
  noteMailbox(standing: MailboxStanding): Promise<void> {
    return this.context.transact((db) => putMeta(db, MAILBOX_KEY, JSON.stringify(standing)));
  }

  /** Undefined where no service has ever taken any. */
  mailbox(): Promise<MailboxStanding | undefined> {
    return this.context.read((db) => jsonOfMeta<MailboxStanding>(db, MAILBOX_KEY));
  }

  /** Keeps what Zalo allows a day. Returns the fall that lasts: until the quota is again what it was before. */
  noteZaloQuota(daily: number): Promise<QuotaFall | undefined> {
    return this.context.transact(async (db) => {
      const held = await jsonOfMeta<Noted>(db, QUOTA_KEY);
      const fall = fallOf(held, daily, this.context.now());
      if (held?.daily === daily) return fall;
      await putMeta(db, QUOTA_KEY, JSON.stringify({ daily, ...present({ fall }) } satisfies Noted));
      return fall;
    });
  }
}

function fallOf(held: Noted | undefined, daily: number, at: Instant): QuotaFall | undefined {
  if (held === undefined || daily === held.daily) return held?.fall;
  const from = Math.max(held.daily, held.fall?.from ?? 0);
  return daily < from ? { from, to: daily, at } : undefined;
}
