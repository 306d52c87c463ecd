import type { Day } from '../dsl/time/day.ts';

/** About 1,500 lines; with 366 days less than 75 MB a year, whoever knocks. */
const BYTES_A_DAY = 200_000;

/** What was not written, and on which day. */
export interface KnocksLeftOut {
  readonly event: 'left-out';
  readonly day: Day;
  /** Lines of that day so far. */
  readonly lines: number;
}

/**
 * How much of a day's log strangers may fill: anybody can knock a million times, and a full disk would stop the office.
 * Beyond it they are counted. The count is said at 1, 2, 4, 8 …, so that a process that dies loses less than half of it
 * and a year of knocking is a few lines a day.
 */
export class StrangersShare {
  readonly #bytesADay: number;
  #day: Day = '';
  #bytes = 0;
  #out = 0;
  #said = 0;

  constructor(bytesADay = BYTES_A_DAY) {
    this.#bytesADay = bytesADay;
  }

  /** A stranger's line of so many bytes: is it written, and what is said instead? */
  take(day: Day, bytes: number): { readonly written: boolean; readonly said: KnocksLeftOut | undefined } {
    if (day !== this.#day) [this.#day, this.#bytes, this.#out, this.#said] = [day, 0, 0, 0];
    // Once one has found no room, shorter ones are left out too: the log then ends where it says it does.
    if (this.#out === 0 && this.#bytes + bytes <= this.#bytesADay) {
      this.#bytes += bytes;
      return { written: true, said: undefined };
    }
    this.#out++;
    if (this.#out < 2 * this.#said) return { written: false, said: undefined };
    return { written: false, said: this.#say() };
  }

  /** What is still to be said of the day before this one; of any day where none is given. */
  rest(day?: Day): KnocksLeftOut | undefined {
    return this.#day === day || this.#out === this.#said ? undefined : this.#say();
  }

  #say(): KnocksLeftOut {
    this.#said = this.#out;
    return { event: 'left-out', day: this.#day, lines: this.#out };
  }
}
