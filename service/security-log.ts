import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '../dsl/time/day.ts';

/**
 * Who came through which door, was turned away or acted: a line of JSON each, in a file for each year, kept until a
 * person takes it away. No token stands in it.
 */
export class SecurityLog {
  readonly #folder: string;
  readonly #onTrouble: (error: unknown) => void;
  #before: Promise<void> = Promise.resolve();
  #failed = false;

  constructor(dataFolder: string, onTrouble: (error: unknown) => void) {
    this.#folder = join(dataFolder, 'security');
    this.#onTrouble = onTrouble;
  }

  /** In the order it happened; a disk that is full is told of once, and holds up nobody. */
  note(event: object, at = Date.now()): void {
    const line = `${JSON.stringify({ at: new Date(at).toISOString(), ...event })}\n`;
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

  /** Waits for what has been noted. */
  async close(): Promise<void> {
    await this.#before;
  }
}
