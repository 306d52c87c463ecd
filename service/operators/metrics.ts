import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PostOfficeEvent } from '../../delivery/outbox/index.ts';
import { CURRENT_INTERPRETER } from '../../dsl/rules/version.ts';
import type { Backlog, Figures, Heartbeat } from '../../register/index.ts';
import type { ZaloStanding } from '../../texts/zalo.ts';
import type { Readiness } from './readiness.ts';

/** From a second, which is as it should be, to a day. */
const LATENESS_S = [1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400];

/** Parts of a service that can have troubles of their own. */
export type TroubledPart = 'relay' | 'pages' | 'zalo' | 'mail' | 'watch';

/** What the register says of itself when it is asked for metrics. */
export interface RegisterSays {
  readonly figures: Figures;
  readonly heartbeat: Heartbeat | undefined;
  readonly mailbox: { readonly at: number; readonly trouble: string | null } | undefined;
  readonly channels: readonly { readonly channel: string; readonly pausedUntil: number | null }[];
}

/**
 * All metrics of a service, by name. Those of the register say the same in each process that has it; what this process
 * did it counts itself.
 */
export class Metrics {
  readonly registry = new Registry();

  readonly #directives = this.#gauge('dondoc_directives', 'Directives by status.', ['status']);
  readonly #late = this.#gauge('dondoc_directives_late', 'Directives that are open and late.');
  readonly #wakes = this.#gauge('dondoc_overdue_wakes', 'Directives not woken though the instant has passed.');
  readonly #oldestWake = this.#gauge('dondoc_oldest_overdue_wake_seconds', 'Age of the earliest of them; 0: none.');
  readonly #messages = this.#gauge(
    'dondoc_messages',
    'Messages by channel and state: planned, held (no channel), sending, unknown; refused and bounced of 7 days.',
    ['channel', 'state'],
  );
  readonly #due = this.#gauge('dondoc_messages_due', 'Messages that might have left already.', ['channel']);
  readonly #oldestDue = this.#gauge('dondoc_oldest_due_message_seconds', 'How long the first of them waits.', [
    'channel',
  ]);
  readonly #ready = this.#gauge('dondoc_channel_set_up', '1: this process can send by it.', ['channel']);
  readonly #paused = this.#gauge('dondoc_channel_paused', '1: it did not work and is left alone a while.', ['channel']);
  readonly #incidents = this.#gauge('dondoc_incidents', 'What the auditor found wrong and is so still.', ['kind']);
  readonly #audited = this.#gauge('dondoc_audit_last_timestamp_seconds', 'When the auditor last looked; 0: never.');
  readonly #auditedCount = this.#gauge('dondoc_audit_directives', 'What it looked at.');
  readonly #drafts = this.#gauge('dondoc_drafts', 'Notices brought in that wait for a person.');
  readonly #oldestDraft = this.#gauge('dondoc_oldest_draft_seconds', 'How long the first of them waits; 0: none.');
  readonly #replies = this.#gauge('dondoc_replies', 'Answers of addressees that wait for a person.');
  readonly #inbox = this.#gauge('dondoc_inbox', 'Word of a channel that is not worked through.', ['channel']);
  readonly #mailbox = this.#gauge('dondoc_mailbox_last_timestamp_seconds', 'When the office’s mail was last taken.');
  readonly #mailboxFails = this.#gauge('dondoc_mailbox_failing', '1: the office’s mail cannot be taken.');
  readonly #quota = this.#gauge('dondoc_zalo_quota', 'Messages a day Zalo allows, and those left today.', ['what']);
  readonly #grant = this.#gauge('dondoc_zalo_grant_days_left', 'Until somebody must consent again.');
  readonly #token = this.#gauge('dondoc_zalo_token_expires_timestamp_seconds', 'When the access token ends.');
  readonly #readyParts = this.#gauge('dondoc_ready', '1: the part is as it must be.', ['part']);

  readonly #sent = this.#counter('dondoc_sendings_total', 'Rows whose sending ended, by outcome.', [
    'channel',
    'outcome',
  ]);
  readonly #alarms = this.#counter('dondoc_alarms_total', 'Failures somebody has to see to.', ['channel']);
  readonly #doubted = this.#counter('dondoc_doubted_total', 'Rows in doubt because their sender died.');
  readonly #ledger = this.#counter('dondoc_ledger_errors_total', 'Attempts at which the register failed.');
  readonly #troubles = this.#counter('dondoc_troubles_total', 'Troubles told in the log.', ['part']);
  readonly #restarted = this.#counter('dondoc_restarted_total', 'Runs that were lost and begun again at a start.');
  readonly #acts = this.#counter('dondoc_acts_total', 'Acts of people that were written down.', ['type']);
  readonly #mails = this.#counter('dondoc_mails_taken_total', 'Mails that came in.', ['aside']);
  readonly #lateness = this.#histogram(
    'dondoc_rung_lateness_seconds',
    'Rungs that left: how long after they might have.',
    ['channel', 'stage'],
  );
  readonly #afterStep = this.#histogram(
    'dondoc_rung_after_step_seconds',
    'Rungs that left: how long after the instant of the step, hours of rest included.',
    ['channel', 'stage'],
  );

  /** `build`: the worker's build on Temporal; '' where it has none. */
  constructor(build = '') {
    collectDefaultMetrics({ register: this.registry });
    const info = this.#gauge('dondoc_build_info', 'Always 1: the rules’ version and the worker’s build.', [
      'rules',
      'build',
    ]);
    info.set({ rules: CURRENT_INTERPRETER, build }, 1);
    this.#doubted.inc(0);
    this.#ledger.inc(0);
    this.#restarted.inc(0);
    for (const part of ['relay', 'pages', 'zalo', 'mail', 'watch'] as const) this.#troubles.inc({ part }, 0);
  }

  post(event: PostOfficeEvent, now: number): void {
    if (event.type === 'outcome') this.#outcome(event, now);
    else if (event.type === 'alarm') this.#alarms.inc({ channel: event.row.channel ?? 'none' });
    else if (event.type === 'abandoned') this.#doubted.inc(event.doubted.length);
    else if (event.type === 'ledger-error') this.#ledger.inc();
  }

  trouble(part: TroubledPart): void {
    this.#troubles.inc({ part });
  }

  restarted(runs: number): void {
    this.#restarted.inc(runs);
  }

  acted(type: string): void {
    this.#acts.inc({ type });
  }

  mail(aside: boolean): void {
    this.#mails.inc({ aside: String(aside) });
  }

  zalo({ quota, grant }: Pick<ZaloStanding, 'quota' | 'grant'>): void {
    if (!('failed' in quota)) {
      this.#quota.set({ what: 'daily' }, quota.daily);
      this.#quota.set({ what: 'left' }, quota.left);
    }
    const dead = grant === null || grant.deadSince !== undefined;
    this.#grant.set(dead ? 0 : grant.daysLeft);
    if (grant !== null) this.#token.set(grant.accessExpiresAt / 1000);
  }

  readiness(readiness: Readiness): void {
    for (const [part, { ok }] of Object.entries(readiness.parts)) this.#readyParts.set({ part }, ok ? 1 : 0);
  }

  /** What the register says, put in place of what it said before. `ready`: channels this process can send by. */
  register({ figures, heartbeat, mailbox, channels }: RegisterSays, ready: ReadonlySet<string>, now: number): void {
    this.#directives.reset();
    for (const [status, n] of figures.directives) this.#directives.set({ status }, n);
    this.#late.set(figures.late);
    this.#wakes.set(figures.overdueWakes.count);
    this.#oldestWake.set(age(figures.overdueWakes, now));
    this.#messages.reset();
    for (const { channel, outcome, count } of figures.messages) {
      const state = outcome === 'planned' && !ready.has(channel) ? 'held' : outcome;
      this.#messages.set({ channel, state }, count);
    }
    this.#incidents.reset();
    for (const [kind, n] of figures.incidents) this.#incidents.set({ kind }, n);
    this.#audited.set((heartbeat?.at ?? 0) / 1000);
    this.#auditedCount.set(heartbeat?.directives ?? 0);
    this.#drafts.set(figures.drafts.count);
    this.#oldestDraft.set(age(figures.drafts, now));
    this.#replies.set(figures.replies);
    this.#inbox.reset();
    for (const [channel, { count }] of figures.inbox) this.#inbox.set({ channel }, count);
    if (mailbox !== undefined) {
      this.#mailbox.set(mailbox.at / 1000);
      this.#mailboxFails.set(mailbox.trouble === null ? 0 : 1);
    }
    this.#byChannel(figures, channels, ready, now);
  }

  #byChannel({ due }: Figures, channels: RegisterSays['channels'], ready: ReadonlySet<string>, now: number): void {
    for (const gauge of [this.#due, this.#oldestDue, this.#ready, this.#paused]) gauge.reset();
    for (const [channel, waiting] of due) {
      this.#due.set({ channel }, waiting.count);
      this.#oldestDue.set({ channel }, age(waiting, now));
    }
    for (const channel of ready) this.#ready.set({ channel }, 1);
    for (const { channel, pausedUntil } of channels) this.#paused.set({ channel }, pausedUntil === null ? 0 : 1);
  }

  #outcome({ row, outcome }: Extract<PostOfficeEvent, { type: 'outcome' }>, now: number): void {
    const channel = row.channel ?? 'none';
    this.#sent.inc({ channel, outcome: outcome.kind });
    if (outcome.kind !== 'accepted') return;
    const labels = { channel, stage: row.stage };
    this.#lateness.observe(labels, Math.max(0, now - row.leaveAt) / 1000);
    this.#afterStep.observe(labels, Math.max(0, now - row.at) / 1000);
  }

  #gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  #counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  #histogram(name: string, help: string, labelNames: string[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets: LATENESS_S, registers: [this.registry] });
  }
}

function age({ oldest }: Backlog, now: number): number {
  return oldest === null ? 0 : Math.max(0, now - oldest) / 1000;
}
