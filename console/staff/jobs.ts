import { UserError } from '../../dsl/user-error.ts';

export interface Job<T> {
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  /** What it has come to so far. */
  readonly result?: T;
  /** Why it stopped; in words for people. */
  readonly fault?: string;
}

/** What work says of itself while it runs. */
export type Noting<T> = (change: Partial<Pick<Job<T>, 'done' | 'total' | 'result'>>) => void;

/** Work that goes on when its page is closed, by name: how far it is, and what it came to. A process that dies forgets it. */
export class Jobs<T> {
  private readonly jobs = new Map<string, Job<T>>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly onTrouble: (error: unknown) => void) {}

  of(name: string): Job<T> | undefined {
    return this.jobs.get(name);
  }

  /** Begins unless it runs already: a second click changes nothing. */
  start(name: string, work: (note: Noting<T>) => Promise<T>): void {
    if (this.jobs.get(name)?.state === 'running') return;
    let job: Job<T> = { state: 'running', done: 0, total: 0 };
    const set = (change: Partial<Job<T>>) => {
      job = { ...job, ...change };
      this.jobs.set(name, job);
    };
    set({});
    const going = work(set).then(
      (result) => set({ state: 'done', result }),
      (error: unknown) => {
        if (!(error instanceof UserError)) this.onTrouble(error);
        set({ state: 'failed', fault: error instanceof Error ? error.message : String(error) });
      },
    );
    this.running.add(going);
    void going.finally(() => this.running.delete(going));
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }
}
