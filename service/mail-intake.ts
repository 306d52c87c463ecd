import { HOUR_MS, MINUTE_MS } from '../dsl/time/day.ts';
import { type IntakeOffice, type TakenMail, takeFolder } from '../inbound/mail/index.ts';

export interface MailIntakeOptions {
  readonly office: IntakeOffice;
  /** The Maildir. */
  readonly folder: string;
  readonly onTaken: (mail: TakenMail) => void;
  /** The folder or the office's own parts fail: told once for each reason, until it works again. */
  readonly onTrouble: (error: unknown) => void;
  /** Default `Date.now`. */
  readonly clock?: () => number;
}

const LOOK_MS = 30_000;
/** A round ends now and then, so that a flood of mail neither hides the heartbeat nor holds up a stop. */
const MAILS_A_ROUND = 200;
const BEAT_EVERY_MS = 5 * MINUTE_MS;
/** A taking of mail silent for so long stands still. */
export const MAILBOX_STALE_MS = HOUR_MS / 2;

/** Takes the office's mail while the service runs: one round at a time, and the next where more waits. */
export class MailIntake {
  readonly #options: MailIntakeOptions;
  readonly #halt = new AbortController();
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #trouble: string | null = null;
  #beatAt = 0;

  constructor(options: MailIntakeOptions) {
    this.#options = options;
  }

  start(): void {
    const look = () => void this.round();
    this.#timer = setInterval(look, LOOK_MS);
    look();
  }

  /** One look; a second call while it lasts is the same look. Never rejects. */
  round(): Promise<void> {
    this.#running ??= this.#look().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Finishes the mail in hand. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#halt.abort();
    await this.#running;
  }

  async #look(): Promise<void> {
    const { office, folder, onTaken } = this.#options;
    const { signal } = this.#halt;
    try {
      for (let taken = MAILS_A_ROUND; taken === MAILS_A_ROUND && !signal.aborted; ) {
        taken = (await takeFolder(office, folder, { most: MAILS_A_ROUND, onTaken, signal })).length;
        await this.#beat(null);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== this.#trouble) this.#options.onTrouble(error);
      await this.#beat(reason);
    }
  }

  /** The heartbeat tells when it last went well; of a trouble, since when. */
  async #beat(trouble: string | null): Promise<void> {
    const at = (this.#options.clock ?? Date.now)();
    if (trouble === this.#trouble && at - this.#beatAt < BEAT_EVERY_MS) return;
    if (trouble !== null && trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#beatAt = at;
    // A register that cannot be written is told of by whoever writes into it.
    await this.#options.office.register.accounts.noteMailbox({ at, trouble }).catch(() => {});
  }
}
