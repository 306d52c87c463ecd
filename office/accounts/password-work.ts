/** At once: each takes 46 MiB and a processor for some hundredths of a second, on Node's pool of four threads. */
const AT_ONCE = 2;
/** Whoever comes when so many wait is asked to come again: a flood waits outside, not in the memory. */
const MOST_WAITING = 32;

/** The hashing of passwords, so much of it at once and no more, whoever sends how many. */
export class PasswordWork {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** Does the work when it is its turn; undefined where too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) return undefined;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // The place goes to the next one without being free in between.
      if (next) next();
      else this.#running--;
    }
  }
}
