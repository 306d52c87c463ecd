import {
  type Act,
  type Directive,
  initialState,
  isClosed,
  type Post,
  type Refusal,
  type Standing,
  type State,
  standingOf,
  type Wake,
  wakeUp,
} from '../dsl/engine/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { DirectiveInput } from './contract.ts';

/** The running directive: its state and the order in which its wakes are recorded. Decides nothing itself. */
export class Life {
  state: State;
  nextWake: Instant | null;
  upcoming: Post | null = null;
  posted: number;
  private seq: number;
  private recorded: Promise<void> = Promise.resolve();

  constructor(
    private readonly input: DirectiveInput,
    private readonly record: (wake: Wake) => Promise<void>,
  ) {
    this.state = input.carried?.state ?? initialState(input.directive);
    this.seq = input.carried?.seq ?? 0;
    this.posted = input.carried?.posted ?? 0;
    this.nextWake = input.directive.issuedAt;
  }

  get directive(): Directive {
    return this.input.directive;
  }

  get closed(): boolean {
    return isClosed(this.state);
  }

  get standing(): Standing {
    return standingOf(this.state, this.nextWake);
  }

  refusalOf(act: Act, now: Instant): Refusal | undefined {
    const woken = wakeUp(this.input.policy, this.directive, this.state, now, act);
    return 'refusal' in woken ? woken.refusal : undefined;
  }

  /** Takes one wake: the state moves at once, the promise is fulfilled when the register has it. */
  wake(now: Instant, act?: { id: string; act: Act }): Promise<void> {
    const woken = wakeUp(this.input.policy, this.directive, this.state, now, act?.act);
    // Acts come validated; between validation and here nothing can have moved.
    if ('refusal' in woken) throw new Error(`refused after validation: ${woken.refusal.code}`);
    this.state = woken.state;
    this.nextWake = woken.nextWake;
    this.upcoming = woken.upcoming;
    this.posted += woken.posts.length;
    if (woken.posts.length === 0 && act === undefined) return this.recorded;
    const wake: Wake = {
      directiveId: this.directive.id,
      seq: this.seq++,
      at: now,
      ...(act === undefined ? {} : { act }),
      posts: woken.posts,
      standing: this.standing,
    };
    // One after the other: the register sees the wakes in the order they happened, also when one must be retried.
    this.recorded = this.recorded.then(() => this.record(wake));
    return this.recorded;
  }

  /** All wakes so far are in the register. */
  flushed(): Promise<void> {
    return this.recorded;
  }

  carried(): NonNullable<DirectiveInput['carried']> {
    return { state: this.state, seq: this.seq, posted: this.posted };
  }
}
