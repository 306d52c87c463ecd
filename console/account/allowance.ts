import type { StaffAccount } from '../../register/index.ts';
import type { RateLimit, Rates } from '../http/rates.ts';

/** What a password that is tried is counted against. */
export interface Allowance {
  /** False where it is used up. */
  take(): boolean;
  /** It was right after all. */
  giveBack(): void;
}

/**
 * A device the account was used on has a share of its own, so nobody who tries names and passwords from elsewhere locks
 * its person out. All others share that of their address and that of the name they type, whether there is one or not.
 */
export function allowanceOf(
  rates: Rates,
  {
    caller,
    typed,
    account,
    device,
  }: {
    readonly caller: string;
    readonly typed: string;
    readonly account: StaffAccount | undefined;
    readonly device: string | undefined;
  },
): Allowance {
  const keys: readonly (readonly [RateLimit, string])[] =
    account !== undefined && device !== undefined
      ? [[rates.passwordsByDevice, `${account.id}.${device}`]]
      : [
          [rates.passwordsByAddress, caller],
          [rates.passwordsByName, typed.trim().toLowerCase()],
        ];
  return {
    take: () => keys.every(([limit, key]) => limit.take(key)),
    giveBack() {
      for (const [limit, key] of keys) limit.giveBack(key);
    },
  };
}
