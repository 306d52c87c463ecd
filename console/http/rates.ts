import { createHash } from 'node:crypto';
import { MINUTE_MS } from '../../dsl/time/day.ts';

interface Bucket {
  left: number;
  at: number;
}

/** More callers than this at once push out those heard of longest ago. */
const REMEMBERED = 20_000;

/** So many requests a minute for each key; what was not used is saved up to `most`, unless told as many again. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perMinute: number,
    private readonly clock: () => number = Date.now,
    private readonly most = perMinute,
  ) {}

  /** False where the key has used up its share. */
  take(key: string): boolean {
    const bucket = this.refilled(key);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }

  /** What was taken counts for nothing after all. */
  giveBack(key: string): void {
    const bucket = this.refilled(key);
    bucket.left = Math.min(this.most, bucket.left + 1);
  }

  /** Would `take` succeed? */
  has(key: string): boolean {
    return this.refilled(key).left >= 1;
  }

  private refilled(key: string): Bucket {
    const now = this.clock();
    // Keys may be links: they are not kept in memory in the clear.
    const name = createHash('sha256').update(key).digest('base64url');
    const known = this.buckets.get(name);
    const gained = known ? ((now - known.at) / MINUTE_MS) * this.perMinute : 0;
    const bucket = { left: Math.min(this.most, (known?.left ?? this.most) + gained), at: now };
    this.buckets.delete(name);
    this.buckets.set(name, bucket);
    if (this.buckets.size > REMEMBERED) {
      const [oldest] = this.buckets.keys();
      if (oldest !== undefined) this.buckets.delete(oldest);
    }
    return bucket;
  }
}

/** Whole provinces reach the internet through one address, so an address may do much; who guesses links may not. */
export interface Rates {
  readonly perAddress: RateLimit;
  /** Links that open nothing, for each address. */
  readonly misses: RateLimit;
  readonly perLink: RateLimit;
  /** Webhooks that are not what they say, for each address. */
  readonly forgeries: RateLimit;
  /** Forms sent through one link. */
  readonly forms: RateLimit;
  /** Links to sign in by that were asked for, for each address. */
  readonly signIns: RateLimit;
  /** Passwords that were wrong, on devices an account was never used on: for each address, and for each name typed. */
  readonly passwordsByAddress: RateLimit;
  readonly passwordsByName: RateLimit;
  /** The same for each device that signed in before: strangers use up none of it. */
  readonly passwordsByDevice: RateLimit;
}

/** How many requests a minute are answered: in all, with a wrong link, with a forged one, by one link, with a form. */
export function standardRates(clock?: () => number): Rates {
  return {
    perAddress: new RateLimit(1_200, clock),
    misses: new RateLimit(30, clock),
    forgeries: new RateLimit(30, clock),
    perLink: new RateLimit(120, clock),
    forms: new RateLimit(20, clock),
    signIns: new RateLimit(10, clock),
    passwordsByAddress: new RateLimit(30, clock),
    // Ten, then ten an hour: 250 a day find nothing of twelve letters, and a person waits six minutes for one more.
    passwordsByName: new RateLimit(1 / 6, clock, 10),
    passwordsByDevice: new RateLimit(1, clock, 10),
  };
}
