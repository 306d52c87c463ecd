import { type Day, dayOf, daysBetween } from '../time/day.ts';
import type { Counterexample, PropertyName } from './verdict.ts';

/**
 * The shortest counterexample of each property: fewest acts, then fewest days from the issue, then fewest messages,
 * then the earliest issue.
 */
export class Findings {
  private readonly best = new Map<PropertyName, { rank: readonly number[]; counterexample: Counterexample }>();

  /** Is a life of so many acts, wrong so many days after its issue, worth telling in full? */
  wants(property: PropertyName, acts: number, issued: Day, wrong: Day): boolean {
    const held = this.best.get(property);
    return !held || compare([acts, daysBetween(issued, wrong)], held.rank.slice(0, 2)) <= 0;
  }

  add(property: PropertyName, counterexample: Counterexample): void {
    const rank = rankOf(counterexample);
    const held = this.best.get(property);
    if (!held || compare(rank, held.rank) < 0) this.best.set(property, { rank, counterexample });
  }

  of(property: PropertyName): Counterexample | undefined {
    return this.best.get(property)?.counterexample;
  }
}

function rankOf({ moments, issuedAt, at, due }: Counterexample): number[] {
  const acts = moments.filter((m) => m.act !== undefined).length;
  const messages = moments.reduce((n, m) => n + m.posts.length, 0);
  // A deadline is the common case: of two equal stories the dated one reads easier.
  return [acts, daysBetween(dayOf(issuedAt), dayOf(at)), messages, moments.length, due === null ? 1 : 0, issuedAt];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, x] of a.entries()) {
    const difference = x - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
