/** Temporal's listings are written a little after the fact: what has just closed is looked for once more. */
const OVERLAP_MS = 60_000;

/**
 * What Temporal has closed since the last question, by its listing; the first question asks from `from` (clock of the
 * machine) on. Some are named again in the next answer.
 */
export class ClosedSince<Closed> {
  #from: number;

  constructor(
    private readonly list: (query: string) => AsyncIterable<Closed>,
    /** Which of all that has closed, in the listing's language. */
    private readonly which: string,
    from: number,
  ) {
    this.#from = from;
  }

  async next(): Promise<Closed[]> {
    const asked = Date.now();
    const after = new Date(this.#from - OVERLAP_MS).toISOString();
    const closed: Closed[] = [];
    for await (const one of this.list(`${this.which} AND CloseTime > "${after}"`)) closed.push(one);
    this.#from = asked;
    return closed;
  }

  /** Up to when everything has been answered. */
  get from(): number {
    return this.#from;
  }
}
