import { setTimeout as delay } from 'node:timers/promises';
import type { Policy } from '../../dsl/policy/index.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { Register } from '../../register/index.ts';
import { Confined, type Limits, OverLimit } from '../../system/confined.ts';
import { PROOF_PAGE } from '../../texts/staff/policies.ts';
import { calendarInForce } from '../change/calendar-in-force.ts';
import { hashOf } from '../proof/content.ts';
import { keepUnproved, knownUnproved, proofKey, unprovedIn } from '../proof/index.ts';
import type { BothWays, Checkable, Proofs } from './apart.ts';
import type { Refuted } from './first-look.ts';

/** An answer that takes its time: it is there, is being worked out, or never comes. */
export type Answered<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly fault: string };

/** Ten times what the longest policy took. */
const LIMITS: Limits = { memoryMb: 1_024, cpuMs: 180_000, wallMs: 600_000 };
/** A second proof in a process takes two thirds of the first: it is kept while somebody thinks about a rung. */
const PROVING: Limits = { ...LIMITS, idleMs: 300_000 };
/** Answers kept: more policies than an office has, and what is typed meanwhile. */
const REMEMBERED = 60;

/**
 * Proofs and comparisons of policies for pages: worked out one after the other in a process of its own, so that nobody
 * else waits, and kept by what the policy says. What is proved goes into the register's memory too: the gate before
 * issuing and migrating then has nothing to check.
 */
export class PolicyChecks {
  private readonly checking = new Confined<Checkable, Proofs>('office/policies/apart', PROVING);
  private readonly comparing = new Confined<{ a: Policy; b: Policy }, BothWays>('office/policies/apart', LIMITS);
  private readonly looking = new Confined<{ atFirst: Checkable }, readonly Refuted[]>('office/policies/apart', LIMITS);
  private readonly proofs: Kept<Proofs>;
  private readonly looks: Kept<readonly Refuted[]>;
  private readonly comparisons: Kept<BothWays>;

  constructor(
    private readonly register: Register,
    onTrouble: (error: unknown) => void,
  ) {
    this.proofs = new Kept(onTrouble);
    this.comparisons = new Kept(onTrouble);
    this.looks = new Kept(onTrouble);
  }

  /**
   * What is proved of a policy in the calendar in force: `proved` where all is, as the register remembers or the tests
   * have shown of those that ship; else begun where nobody has asked before, and waited for no longer than `waitMs`.
   *
   * @param slot whoever types: what they asked before and nobody has begun is not worked out any more
   */
  async proofsOf(policy: Policy, waitMs = 0, slot?: string): Promise<Answered<Proofs | 'proved'>> {
    const calendar = await calendarInForce(this.register);
    const known = await knownUnproved(policy, calendar, this.register);
    if (known?.length === 0) return { state: 'known', value: 'proved' };
    return this.proofs.answer(proofKey(policy, calendar), () => this.prove(policy, calendar), waitMs, slot);
  }

  /** What a narrow look finds wrong with what somebody types, while all of it is still being looked at. */
  async wrongAtFirst(policy: Policy, waitMs: number, slot: string): Promise<Answered<readonly Refuted[]>> {
    const calendar = await calendarInForce(this.register);
    const atFirst = { policy, calendar };
    return this.looks.answer(proofKey(policy, calendar), () => this.looking.run({ atFirst }), waitMs, slot);
  }

  /** Is anybody told later or less under B than under A, and the other way round? */
  compared(a: Policy, b: Policy, waitMs: number): Promise<Answered<BothWays>> {
    return this.comparisons.answer(hashOf([a, b]), () => this.comparing.run({ a, b }), waitMs);
  }

  close(): void {
    this.proofs.close();
    this.comparisons.close();
    this.looks.close();
    this.looking.close();
    this.checking.close();
    this.comparing.close();
  }

  private async prove(policy: Policy, calendar: WorkCalendar): Promise<Proofs> {
    const found = await this.checking.run({ policy, calendar });
    await keepUnproved(policy, calendar, unprovedIn(found.properties), this.register);
    return found;
  }
}

interface Entry<T> {
  now: Answered<T>;
  readonly slot: string | undefined;
  readonly done: Promise<void>;
}

/** Answers by their question, worked out in the order they were asked for. */
class Kept<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private last: Promise<void> = Promise.resolve();
  private running: string | undefined;
  private isClosed = false;

  constructor(private readonly onTrouble: (error: unknown) => void) {}

  async answer(key: string, work: () => Promise<T>, waitMs: number, slot?: string): Promise<Answered<T>> {
    const entry = this.entries.get(key) ?? this.begin(key, work, slot);
    if (entry.now.state === 'running' && waitMs > 0) {
      const enough = new AbortController();
      await Promise.race([entry.done, delay(waitMs, undefined, { signal: enough.signal }).catch(() => {})]);
      enough.abort();
    }
    // What failed is told once, and tried anew when somebody asks again.
    if (entry.now.state === 'failed') this.entries.delete(key);
    return entry.now;
  }

  close(): void {
    this.isClosed = true;
  }

  private begin(key: string, work: () => Promise<T>, slot: string | undefined): Entry<T> {
    if (slot !== undefined)
      for (const [other, entry] of this.entries)
        if (entry.slot === slot && entry.now.state === 'running' && other !== this.running) this.entries.delete(other);
    const [oldest] = this.entries.keys();
    if (this.entries.size >= REMEMBERED && oldest !== undefined) this.entries.delete(oldest);
    const done = this.last.then(async () => {
      if (this.isClosed || this.entries.get(key) !== entry) return;
      this.running = key;
      entry.now = await work().then((value) => ({ state: 'known' as const, value }), this.failed);
    });
    const entry: Entry<T> = { now: { state: 'running' }, slot, done };
    this.entries.set(key, entry);
    this.last = done;
    return entry;
  }

  private readonly failed = (error: unknown): Answered<T> => {
    if (!this.isClosed && !(error instanceof UserError) && !(error instanceof OverLimit)) this.onTrouble(error);
    return { state: 'failed', fault: error instanceof UserError ? error.message : PROOF_PAGE.failed };
  };
}
