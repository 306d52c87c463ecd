import type { Client } from '@temporalio/client';
import type { Act, Actor } from '../../dsl/rules/index.ts';
import { actorFor } from '../../dsl/rules/index.ts';
import { performOnce } from '../../office/links/perform.ts';
import type { Evidence, LedgerRow, MessageKey, Register } from '../../register/index.ts';
import { OUTCOME_NAMES } from '../../texts/outcomes.ts';
import { ZALO_EVENTS } from '../../texts/zalo-events.ts';
import type { ZaloEvent } from './events.ts';

export interface EventWork {
  readonly register: Register;
  readonly client: Client;
  /** What the button says by which people acknowledge. */
  readonly ackButton: string;
  /** Quota or template are not as they were: somebody should ask how they are now. */
  readonly onAccountChanged?: () => void;
}

type About = Extract<ZaloEvent, { readonly messageIds: readonly string[] }>;

/**
 * Does what an event asks for and says what became of it. Null: not now, because the message is not known yet (Zalo can
 * be faster than the answer to the sending) or no answer came; it is tried again.
 */
export async function settleEvent(work: EventWork, event: ZaloEvent): Promise<string | null> {
  if (event.kind === 'other') return ZALO_EVENTS.noInterest(event.name);
  if (event.kind === 'account') {
    work.onAccountChanged?.();
    return ZALO_EVENTS.accountChanged(event.name);
  }
  if (event.kind === 'pressed') return settlePress(work, event);
  const outcome = event.kind === 'received' ? 'delivered' : 'read';
  return learn(work.register, event, { outcome, reason: ZALO_EVENTS[event.kind], by: ZALO_EVENTS.by });
}

/** Whoever pressed a button has opened the message: that is evidence too. */
async function settlePress(work: EventWork, event: Extract<ZaloEvent, { kind: 'pressed' }>): Promise<string | null> {
  const { register } = work;
  const reason = ZALO_EVENTS.pressed(event.data);
  const known = await learn(register, event, { outcome: 'read', reason, by: ZALO_EVENTS.by });
  const [row] = await rowsOf(register, event);
  if (row === undefined) return known;
  if (plain(event.data) !== plain(work.ackButton)) return ZALO_EVENTS.otherButton(event.data);
  return acknowledge(work, row);
}

async function acknowledge({ register, client }: EventWork, row: LedgerRow): Promise<string | null> {
  const by = actorOf(row);
  const view = await register.directives.show(row.directiveId);
  if (by === null || view === undefined) return ZALO_EVENTS.nobody;
  const act: Act = { type: 'acknowledge', by };
  // One message is acknowledged once, however often and on however many ways the press is heard of.
  const performed = await performOnce({ client, register }, view, act, `zalo-${row.id}`);
  switch (performed.kind) {
    case 'done':
      return ZALO_EVENTS.acknowledged;
    case 'repeated':
      return ZALO_EVENTS.repeated;
    case 'refused':
      return performed.reason;
    case 'unsure':
      return null;
  }
}

/** The person the message was for, in the role it was sent to. */
function actorOf({ role, agencyId, personId }: LedgerRow): Actor | null {
  if (agencyId === null || personId === null) return null;
  return {
    ...actorFor(role),
    agency: agencyId,
    person: personId,
    door: 'zalo',
  };
}

async function learn(register: Register, event: About, evidence: Evidence): Promise<string | null> {
  const [providerId] = event.messageIds;
  const told = event.trackingId === undefined || providerId === undefined ? evidence : { ...evidence, providerId };
  let changed = 0;
  const rows: LedgerRow[] = [];
  for (const key of keysOf(event)) {
    rows.push(...(await register.ledger.find(key)));
    changed += (await register.ledger.learn(key, told)).changed.length;
  }
  if (changed > 0) return ZALO_EVENTS.recorded;
  const [row] = rows;
  if (row !== undefined) {
    const agrees = row.outcome === 'read' || row.outcome === evidence.outcome;
    return agrees ? ZALO_EVENTS.known : ZALO_EVENTS.against(OUTCOME_NAMES[row.outcome]);
  }
  // Our id is in the ledger before anything leaves: what is not there is not ours.
  return event.trackingId === undefined ? null : ZALO_EVENTS.unmatched;
}

async function rowsOf(register: Register, event: About): Promise<LedgerRow[]> {
  const found = await Promise.all(keysOf(event).map((key) => register.ledger.find(key)));
  return found.flat();
}

/** By telephone a message carries our own id; by user id it is known by Zalo's only. */
function keysOf({ trackingId, messageIds }: About): MessageKey[] {
  if (trackingId !== undefined) return [{ id: trackingId }];
  return messageIds.map((providerId) => ({ channel: 'zalo', providerId }));
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('vi');
}
