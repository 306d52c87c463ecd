import { present } from '../../dsl/present.ts';
import type { Score } from './evaluate.ts';
import type { Formula } from './formula.ts';
import { CRITERIA, type Criterion } from './product.ts';

/** What a score comes to by a formula. */
export interface Points {
  /** Per cent of the products assigned. */
  readonly percents: Readonly<Record<Criterion, number>>;
  /** Of the points for the results of tasks. */
  readonly task: number;
  /** Given by the office for the common criteria; absent where it has given none. */
  readonly common?: number;
  /** Both together. */
  readonly total?: number;
  /** Its name; absent without the common criteria, for bands are of the whole. */
  readonly band?: string;
}

/** Undefined where nothing was assigned: there is nothing to judge. */
export function pointsOf({ agency, person, assigned, left }: Score, formula: Formula): Points | undefined {
  if (assigned === 0) return undefined;
  const percents = {
    quantity: (100 * left.quantity) / assigned,
    quality: (100 * left.quality) / assigned,
    progress: (100 * left.progress) / assigned,
  };
  const { weights, taskPoints, common: given } = formula;
  const weight = weights.quantity + weights.quality + weights.progress;
  const mean = CRITERIA.reduce((sum, one) => sum + weights[one] * percents[one], 0) / weight;
  const task = rounded((mean * taskPoints) / 100);
  const name = person === undefined ? agency : person;
  const common = name === null ? undefined : given[name];
  if (common === undefined) return { percents, task };
  const total = rounded(task + common);
  const band = formula.bands.find(({ from }) => total >= from);
  return { percents, task, common, total, ...present({ band: band?.name }) };
}

/** To hundredths, as points are given. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
