import { readResponses, readStatus, type ZaloClient } from '../../delivery/zalo/index.ts';
import { present } from '../../dsl/present.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../dsl/time/day.ts';
import type { InboxEvent } from '../../register/index.ts';
import { ZALO_EVENTS } from '../../texts/zalo-events.ts';
import { eventId, type ZaloEvent } from './events.ts';
import { type EventWork, settleEvent } from './settle-event.ts';
import { readWebhook, type WebhookFault, type WebhookKeys } from './webhook.ts';

export interface ZaloDeskOptions extends EventWork, WebhookKeys {
  /** Clock of the machine, by which webhooks are stamped; default `Date.now`. */
  readonly clock?: () => Instant;
  /** An event could not be settled now; it is tried again. */
  readonly onTrouble: (error: unknown) => void;
}

/** `again`: a retry of what is here already. */
export type EventTaken = 'taken' | 'again' | WebhookFault;

const CHANNEL = 'zalo';
const BATCH = 100;
/** The answer to the sending, which brings the id, comes within minutes or never. */
const PATIENCE_MS = DAY_MS;
const ASK_AFTER_MS = HOUR_MS;
const ASK_UNTIL_MS = 3 * DAY_MS;
const ASK_AT_ONCE = 50;
const PRESSES_BACK_MS = 2 * DAY_MS;

/**
 * Where the word of Zalo arrives: it is written down, answered, and only then worked through, so that Zalo never waits
 * and nothing is lost. What cannot be settled yet stays and is tried again.
 */
export class ZaloDesk {
  readonly #options: ZaloDeskOptions;
  #settling: Promise<void> | undefined;
  #more = false;

  constructor(options: ZaloDeskOptions) {
    this.#options = options;
  }

  /** One webhook, as its bytes came. What is not Zalo's word to this office changes nothing but a count of such. */
  async take(raw: Uint8Array, signature: string | undefined, count = true): Promise<EventTaken> {
    const { register, clock = Date.now, onTrouble } = this.#options;
    const call = readWebhook(raw, signature, this.#options, clock());
    if (call.kind === 'refused') {
      if (count) await register.inbox.count(CHANNEL, call.fault);
      return call.fault;
    }
    const isNew = await register.inbox.keep(CHANNEL, call.id, call.event);
    this.settle().catch(onTrouble);
    return isNew ? 'taken' : 'again';
  }

  /** Works through what waits. Asked for while it works, it goes round once more. */
  settle(): Promise<void> {
    this.#more = true;
    this.#settling ??= this.#rounds().finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  /** Resolves once nothing is being worked through. */
  async idle(): Promise<void> {
    await this.#settling?.catch(() => {});
  }

  async #rounds(): Promise<void> {
    while (this.#more) {
      this.#more = false;
      await this.#round();
    }
  }

  async #round(): Promise<void> {
    const { inbox } = this.#options.register;
    for (let page = await inbox.waiting(CHANNEL, BATCH); page.length > 0; ) {
      for (const waiting of page) await this.#settleOne(waiting);
      page = await inbox.waiting(CHANNEL, BATCH, page.at(-1));
    }
  }

  async #settleOne({ id, event, receivedAt }: InboxEvent): Promise<void> {
    const { register, clock = Date.now, onTrouble } = this.#options;
    try {
      const fate = await settleEvent(this.#options, event as ZaloEvent);
      const given = fate ?? (clock() - receivedAt > PATIENCE_MS ? ZALO_EVENTS.unmatched : null);
      if (given !== null) await register.inbox.settle(id, given);
    } catch (error) {
      onTrouble(error);
    }
  }

  /**
   * Asks after messages Zalo took and told nothing more of, where it gave them an id: webhooks get lost. One that has
   * arrived is evidence; anything else says nothing about a message.
   */
  async askStatuses(client: ZaloClient, now: Instant): Promise<number> {
    const { ledger } = this.#options.register;
    const rows = (await ledger.having(['accepted', 'unknown'])).filter(
      (row) =>
        row.channel === 'zalo' &&
        row.providerId !== null &&
        /^84\d{9}$/.test(row.address ?? '') &&
        now - (row.settledAt ?? now) >= ASK_AFTER_MS &&
        now - (row.settledAt ?? now) < ASK_UNTIL_MS,
    );
    let learnt = 0;
    for (const { id, providerId, address } of rows.slice(0, ASK_AT_ONCE)) {
      const status = await readStatus(client, providerId ?? '', address ?? undefined);
      if (status.kind === 'failed') return learnt;
      if (status.value !== 1) continue;
      const evidence = { outcome: 'delivered', reason: ZALO_EVENTS.status, by: ZALO_EVENTS.by } as const;
      learnt += (await ledger.learn({ id }, evidence)).changed.length;
    }
    return learnt;
  }

  /** Asks which buttons were pressed, for presses whose webhook got lost. */
  async askPresses(client: ZaloClient, templateId: string, now: Instant): Promise<void> {
    const presses = await readResponses(client, { templateId, from: now - PRESSES_BACK_MS, to: now });
    if (presses.kind === 'failed') return;
    for (const { data, at, trackingId, messageId } of presses.value) {
      const about = { messageIds: [messageId], ...present({ trackingId: trackingId || undefined }) };
      const event: ZaloEvent = { kind: 'pressed', data, at: String(at), ...about };
      const id = eventId(event);
      await this.#options.register.inbox.keep(CHANNEL, id, event);
    }
    await this.settle();
  }
}
