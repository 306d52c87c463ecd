import { randomBytes } from 'node:crypto';
import { UserError } from '../../dsl/user-error.ts';
import { READING } from '../../texts/staff/index.ts';

/** How far the pages of scans have been looked at. */
export interface ReadingJob {
  readonly done: number;
  readonly total: number;
  readonly drafts?: readonly string[];
  /** Why what could not be read was not; in words for people. */
  readonly faults?: readonly string[];
}

/** The outcome of bringing files in. */
export type Brought = Required<Pick<ReadingJob, 'drafts' | 'faults'>>;

/** Jobs whose outcome is remembered: nobody waits for an older one. */
const REMEMBERED = 100;

/** Files that are read for longer than a page waits: scans. A process that dies loses what was under way, and is told so. */
export class ReadingJobs {
  private readonly jobs = new Map<string, ReadingJob>();
  private readonly running = new Set<Promise<unknown>>();
  private stopping = false;

  constructor(private readonly onTrouble: (error: unknown) => void) {}

  of(id: string): ReadingJob | undefined {
    return this.jobs.get(id);
  }

  /**
   * Does the work, and waits for it unless it turns out that pages have to be looked at: then it goes on by itself.
   *
   * @returns the outcome, or the id of the job that goes on
   */
  async run(work: (onPage: (done: number, total: number) => void) => Promise<Brought>): Promise<Brought | string> {
    const id = randomBytes(9).toString('base64url');
    let goesOn = (_: string): void => {};
    const slow = new Promise<string>((resolve) => {
      goesOn = resolve;
    });
    const going = work((done, total) => {
      if (this.stopping) throw new UserError(READING.stopped);
      this.jobs.set(id, { done, total });
      const [oldest] = this.jobs.keys();
      if (this.jobs.size > REMEMBERED && oldest !== undefined) this.jobs.delete(oldest);
      goesOn(id);
    });
    const first = await Promise.race([going, slow]);
    if (typeof first !== 'string') return first;
    const ended = going.then(
      (brought) => this.end(id, brought),
      (error: unknown) => {
        if (!(error instanceof UserError)) this.onTrouble(error);
        this.end(id, { drafts: [], faults: [error instanceof Error ? error.message : String(error)] });
      },
    );
    this.running.add(ended);
    void ended.finally(() => this.running.delete(ended));
    return id;
  }

  /** Ends what is under way with the page it is at. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }

  private end(id: string, brought: Brought): void {
    this.jobs.set(id, { ...(this.jobs.get(id) ?? { done: 0, total: 0 }), ...brought });
  }
}
