import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isByStranger, type SecurityEvent } from '../console/security.ts';
import { dayOf } from '../dsl/time/day.ts';
import { type KnocksLeftOut, StrangersShare } from './strangers-share.ts';

/**
 * Who came through which door, was turned away or acted: a line of JSON each, in a file for each year, kept until a
 * person takes it away. No token stands in it. Of those nobody knows only a share is written each day, the others are
 * counted; acts, and whoever comes by a link of ours, always are.
 */
export class SecurityLog {
  readonly #folder: string;
  readonly #onTrouble: (error: unknown) => void;
  readonly #strangers: StrangersShare;
  #before: Promise<void> = Promise.resolve();
  #failed = false;

  constructor(dataFolder: string, onTrouble: (error: unknown) => void, strangers = new StrangersShare()) {
    this.#folder = join(dataFolder, 'security');
    this.#onTrouble = onTrouble;
    this.#strangers = strangers;
  }

  /** In the order it happened; a disk that is full is told of once, and holds up nobody. */
  note(event: SecurityEvent, at = Date.now()): void {
    const day = dayOf(at);
    const rest = this.#strangers.rest(day);
    if (rest) this.#write(lineOf(rest, at), at);
    const line = lineOf(event, at);
    const { written, said } = isByStranger(event)
      ? this.#strangers.take(day, Buffer.byteLength(line))
      : { written: true, said: undefined };
    if (written) this.#write(line, at);
    if (said) this.#write(lineOf(said, at), at);
  }

  /** Waits for what has been noted. */
  async close(at = Date.now()): Promise<void> {
    const rest = this.#strangers.rest();
    if (rest) this.#write(lineOf(rest, at), at);
    await this.#before;
  }

  #write(line: string, at: number): void {
    this.#before = this.#before.then(async () => {
      try {
        await mkdir(this.#folder, { recursive: true, mode: 0o700 });
        await appendFile(join(this.#folder, `${dayOf(at).slice(0, 4)}.jsonl`), line, { mode: 0o600 });
        this.#failed = false;
      } catch (error) {
        if (!this.#failed) this.#onTrouble(error);
        this.#failed = true;
      }
    });
  }
}

function lineOf(event: SecurityEvent | KnocksLeftOut, at: number): string {
  return `${JSON.stringify({ at: new Date(at).toISOString(), ...event })}\n`;
}
