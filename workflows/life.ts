import { present } from '../dsl/present.ts';
import {
  type Act,
  clocksOf,
  type Directive,
  initialState,
  isClosed,
  isKnownInterpreter,
  type Post,
  type Refusal,
  type Standing,
  type State,
  standingOf,
  type Wake,
  type WakeMark,
  type Woken,
  wakeUp,
} from '../dsl/rules/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { DirectiveActivities, DirectiveInput, NotTaken, SentOff } from './contract.ts';

/** An act under way, with the id that makes it idempotent. */
export type ActUnderWay = NonNullable<WakeMark['act']>;

/**
 * The running directive: its state, and its place in the register's log. Decides nothing itself.
 *
 * The log leads and the state follows: a wake counts once the register has it, with the instant under which it was
 * written. Should Temporal lose the answer and try again hours later, the retry finds its place taken and takes over
 * what is written there, so register and engine can never tell different stories.
 */
export class Life {
  private readonly directive: Directive;
  private state: State;
  private seq: number;
  private posted: number;
  private wakeAt: Instant | null;
  private next: Post | null = null;
  private sent: SentOff | null = null;
  private lastWake: Promise<unknown> = Promise.resolve();
  private wakesUnderWay = 0;

  constructor(
    private readonly input: DirectiveInput,
    private readonly record: DirectiveActivities['record'],
    private readonly clock: () => Instant,
  ) {
    const { interpreter } = input;
    // Its task fails and is tried again until a program that knows the version takes it.
    if (!isKnownInterpreter(interpreter)) throw new Error(`interpreter ${interpreter} is not known to this program`);
    this.directive = { ...input.directive, interpreter };
    this.state = input.carried?.state ?? initialState(input.directive);
    this.seq = input.carried?.seq ?? 0;
    this.posted = input.carried?.posted ?? 0;
    this.wakeAt = input.directive.issuedAt;
  }

  get closed(): boolean {
    return isClosed(this.state);
  }

  get nextWake(): Instant | null {
    return this.wakeAt;
  }

  get upcoming(): Post | null {
    return this.next;
  }

  /** What the last wake of this run that told anybody has had sent. */
  get lastSent(): SentOff | null {
    return this.sent;
  }

  get snapshot(): State {
    return this.state;
  }

  get standing(): Standing {
    return standingOf(this.state, this.wakeAt);
  }

  get carried(): NonNullable<DirectiveInput['carried']> {
    return { state: this.state, seq: this.seq, posted: this.posted };
  }

  /** Why an act would not be taken now. While a wake is under way nobody can say yet: the act waits its turn. */
  refusalOf(act: Act): Refusal | undefined {
    if (this.wakesUnderWay > 0) return undefined;
    const woken = this.wakenBy({ at: this.clock(), act: { id: '', act } });
    return 'refusal' in woken ? woken.refusal : undefined;
  }

  /**
   * One wake, by the clock or by an act, with its signature; wakes are taken one after the other. Gives the refusal of an
   * act not taken, or `unsigned`.
   *
   * Makes no promise it can do without: Temporal's library notes a stack trace for each.
   */
  wake(act?: ActUnderWay, seal?: string): Promise<Refusal | 'unsigned' | undefined> {
    const take = () => this.take(act, seal);
    const turn = this.wakesUnderWay++ > 0 ? this.lastWake.then(take, take) : take();
    this.lastWake = turn;
    return turn;
  }

  private async take(act: ActUnderWay | undefined, seal: string | undefined) {
    try {
      for (;;) {
        const mark: WakeMark = { at: this.clock(), ...present({ act }) };
        const woken = this.wakenBy(mark);
        if ('refusal' in woken) return woken.refusal;
        if (act === undefined && woken.posts.length === 0) {
          this.adopt(woken);
          return undefined;
        }
        const answer = await this.record(this.wakeRecord(mark, woken), seal);
        if (isNotTaken(answer)) return answer.notTaken === 'unsigned' ? 'unsigned' : undefined;
        const held = answer !== null && 'at' in answer ? answer : null;
        if (answer !== null && 'leaves' in answer) this.sent = answer;
        this.adopt(held === null ? woken : this.heldInstead(held));
        this.seq++;
        if (held === null || held.act?.id === act?.id) return undefined;
      }
    } finally {
      this.wakesUnderWay--;
    }
  }

  /** The wake that the register holds at our place. */
  private heldInstead(held: WakeMark): Woken {
    const woken = this.wakenBy(held);
    if ('refusal' in woken) throw new Error(`the register holds an act the rules refuse: ${woken.refusal.code}`);
    return woken;
  }

  private wakenBy({ at, act }: WakeMark): Woken | { readonly refusal: Refusal } {
    return wakeUp(this.input.policy, this.directive, this.state, at, act?.act);
  }

  private wakeRecord(mark: WakeMark, { state, posts, nextWake, plan }: Woken): Wake {
    const standing = standingOf(state, nextWake);
    const clocks = clocksOf(this.input.policy, this.directive, state, mark.at);
    const wake = { ...mark, directiveId: this.directive.id, seq: this.seq, posts, standing, clocks };
    return plan ? { ...wake, plan } : wake;
  }

  private adopt({ state, posts, nextWake, upcoming }: Woken): void {
    this.state = state;
    this.posted += posts.length;
    this.wakeAt = nextWake;
    this.next = upcoming;
  }
}

function isNotTaken(answer: object | null): answer is NotTaken {
  return answer !== null && 'notTaken' in answer;
}
