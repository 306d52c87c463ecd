import { Confined, OverLimit } from '../../../system/confined.ts';
import { UNREADABLE } from '../../../texts/intake.ts';
import type { Inbound } from './kinds.ts';
import { refusedUnread } from './mail.ts';

/** The largest mail that is taken, all of it attachments, costs 2 s and 300 MB. */
const LIMITS = { memoryMb: 768, cpuMs: 10_000, wallMs: 60_000 } as const;

const reader = new Confined<Uint8Array, Inbound>('inbound/mail/read/apart', LIMITS);

/**
 * Reads a mail in a process of its own, within limits of time and memory: what passes them is a mail nobody can read,
 * and nothing else is held up.
 */
export async function readApart(raw: Uint8Array): Promise<Inbound> {
  const refused = refusedUnread(raw);
  if (refused !== undefined) return { kind: 'unreadable', reason: refused };
  try {
    return await reader.run(raw);
  } catch (error) {
    if (error instanceof OverLimit) return { kind: 'unreadable', reason: UNREADABLE[error.limit] };
    throw error;
  }
}
