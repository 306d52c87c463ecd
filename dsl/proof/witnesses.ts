import type { Policy } from '../policy/policy.ts';
import type { Post } from '../rules/index.ts';
import { dayOf, daysBetween, type Instant } from '../time/day.ts';
import type { Findings } from './findings.ts';
import { counterexample, type LivedSoFar, untouchedUntil } from './life.ts';
import type { Rules } from './rules.ts';
import { byInstant, occurrenceName, type PolicyStep, proofSteps } from './steps.ts';

/**
 * Which rungs speak for themselves in some life. A rung that falls due together with another one for the same role is
 * merged into it and its letter is lost; where that is so in every case, it may as well not be written.
 */
export class Witnesses {
  private readonly silent: Map<string, PolicyStep>;
  /** Of a rung still without a witness, the shortest life in which another spoke in its place. */
  private readonly swallowed = new Map<string, Swallowed>();

  constructor(
    private readonly rules: Rules,
    private readonly policy: Policy,
  ) {
    this.silent = new Map(proofSteps(policy).map((step) => [step.name, step]));
  }

  /** Messages decided at an instant of a life. `lived`: the life up to there, or up to where nobody acts any more. */
  told(lived: () => LivedSoFar, at: Instant, posts: readonly Post[]): void {
    if (this.silent.size === 0) return;
    for (const post of posts) {
      this.silent.delete(occurrenceName(post.key));
      for (const merged of post.merges ?? []) {
        const name = occurrenceName(merged);
        if (!this.silent.has(name)) continue;
        const story = lived();
        this.keep(name, { story, at, by: occurrenceName(post.key), length: lengthOf(story, at) });
      }
    }
  }

  /** The steps of a life in which nobody acts from here on. Only those still without a witness are looked into. */
  seen(story: LivedSoFar, steps: readonly Post[]): void {
    if (this.silent.size === 0) return;
    const done: string[] = [];
    for (const [at, group] of byInstant(steps)) {
      if (group.some((p) => this.silent.has(occurrenceName(p.key)))) {
        const state = { ...story.state, done };
        this.told(() => story, at, this.rules.decide(this.policy, story.directive, state, at).posts);
      }
      done.push(...group.map((p) => p.key));
    }
  }

  /** The rungs that no life has told; `plain` = a life to show where a rung never even fell due. */
  report(findings: Findings, plain: LivedSoFar): void {
    for (const { name, to } of this.silent.values()) {
      const swallowed = this.swallowed.get(name);
      const { story, at, by } = swallowed ?? { story: plain, at: Number.POSITIVE_INFINITY, by: null };
      const told = untouchedUntil(this.rules, this.policy, story, at);
      const end = told.moments.at(-1)?.at ?? told.directive.issuedAt;
      findings.add(
        'every-rung-fires',
        counterexample(told, end, { kind: 'dead-rung', step: name, to, swallowedBy: by }),
      );
    }
  }

  private keep(name: string, swallowed: Swallowed): void {
    const held = this.swallowed.get(name);
    if (!held || swallowed.length < held.length) this.swallowed.set(name, swallowed);
  }
}

interface Swallowed {
  readonly story: LivedSoFar;
  readonly at: Instant;
  readonly by: string;
  readonly length: number;
}

/** Acts weigh more than any number of days. */
function lengthOf({ directive, moments }: LivedSoFar, at: Instant): number {
  const acts = moments.filter((m) => m.act !== undefined).length;
  return acts * 100_000 + daysBetween(dayOf(directive.issuedAt), dayOf(at));
}
