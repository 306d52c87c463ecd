import { DAY_MS, HOUR_MS, type Instant } from '../../dsl/time/day.ts';

/** When a customer-care text may be sent: only while it is free, or also while Zalo bills it. */
export type CustomerCare = 'free' | 'paid';

/** Free for 48 hours after the person's last contact, billed until 7 days, then refused (-230). */
export type CareStanding = CustomerCare | 'closed';

const FREE_MS = 48 * HOUR_MS;
const PAID_MS = 7 * DAY_MS;

export function careStanding(lastInteraction: Instant | null, now: Instant): CareStanding {
  if (lastInteraction === null) return 'closed';
  const age = now - lastInteraction;
  return age <= FREE_MS ? 'free' : age <= PAID_MS ? 'paid' : 'closed';
}
