import { UserError } from '../../dsl/user-error.ts';

export interface IssueJob {
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  /** What was issued so far, a line each. */
  readonly issued: readonly { readonly name: string; readonly noticeId: string; readonly count: number }[];
  /** Why it stopped; in words for people. */
  readonly fault?: string;
}

/**
 * Issuing under way, by draft. Only how far it is stands here: what was issued is in the register, so a process that
 * dies loses a page's progress and nothing else.
 */
export class IssueJobs {
  private readonly jobs = new Map<string, IssueJob>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly onTrouble: (error: unknown) => void) {}

  of(draft: string): IssueJob | undefined {
    return this.jobs.get(draft);
  }

  /** Begins unless it runs already: a second click changes nothing. */
  start(draft: string, work: (note: (change: Partial<IssueJob>) => void) => Promise<void>): void {
    if (this.jobs.get(draft)?.state === 'running') return;
    this.jobs.set(draft, { state: 'running', done: 0, total: 0, issued: [] });
    const note = (change: Partial<IssueJob>) => {
      const before = this.jobs.get(draft);
      if (before) this.jobs.set(draft, { ...before, ...change });
    };
    const going = work(note).then(
      () => note({ state: 'done' }),
      (error: unknown) => {
        if (!(error instanceof UserError)) this.onTrouble(error);
        note({ state: 'failed', fault: error instanceof Error ? error.message : String(error) });
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
