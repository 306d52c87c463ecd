import type { PlayedYear, PlayYear, YearAsked } from '../../../office/year/index.ts';
import { type Job, Jobs } from '../jobs.ts';

/** The only name there is: one year is played at a time. */
const ONLY = 'nam';

/** What is played, in words for the page. */
export interface Billing {
  readonly notice: string;
  readonly policy: string;
  readonly behaviour: string;
}

/** Where a year is played: one at a time, kept until the next one or the end of the process. */
export class YearStage {
  private readonly jobs: Jobs<PlayedYear>;
  private stopping = new AbortController();
  private shown: Billing | undefined;

  constructor(
    private readonly play: PlayYear,
    onTrouble: (error: unknown) => void,
  ) {
    this.jobs = new Jobs(onTrouble);
  }

  get job(): Job<PlayedYear> | undefined {
    return this.jobs.of(ONLY);
  }

  get billing(): Billing | undefined {
    return this.shown;
  }

  /** False where one is being played. */
  start(asked: YearAsked, billing: Billing): boolean {
    if (this.job?.state === 'running') return false;
    this.stopping = new AbortController();
    this.shown = billing;
    const { signal } = this.stopping;
    this.jobs.start(ONLY, (note) =>
      this.play(asked, { onStep: (result, done, total) => note({ result, done, total }), signal }),
    );
    return true;
  }

  /** Ends with the step it is at; what was opened for it goes. */
  stop(): Promise<void> {
    this.stopping.abort();
    return this.jobs.settled();
  }

  /** Asked, and not waited for. */
  askToStop(): void {
    this.stopping.abort();
  }
}
