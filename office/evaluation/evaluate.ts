import { dayOf, type Instant } from '../../dsl/time/day.ts';
import type { JudgedDirective } from '../../register/index.ts';
import type { Formula } from './formula.ts';
import type { Period } from './period.ts';
import { CRITERIA, type Criterion, leftOutOf, type NotJudged, type Product, productOf } from './product.ts';

/** Products of one agency or person, or of all, summed. */
export interface Score {
  readonly agency: string;
  /** Of a person's line; null where nobody was told as the lead's own. */
  readonly person?: string | null;
  readonly directives: number;
  /** Converted products assigned. */
  readonly assigned: number;
  /** Converted products that are left of each criterion. */
  readonly left: Readonly<Record<Criterion, number>>;
}

export interface Evaluation {
  readonly period: Period;
  readonly asOf: Instant;
  readonly formula: Formula;
  readonly products: readonly Product[];
  readonly agencies: readonly Score[];
  readonly persons: readonly Score[];
  readonly whole: Score;
  /** Directives of the period that are no products as of the instant, and why. */
  readonly leftOut: Readonly<Record<NotJudged, readonly JudgedDirective[]>>;
}

/** What is behind a name: the first agency that leads, as in the report. */
export function judgedAgency({ row }: JudgedDirective): string {
  return row.lead[0]?.name ?? '';
}

/**
 * Evaluates agencies and people by a formula, from the logs alone.
 * @throws Error where parts do not add up to the whole, or a point is missing that no deduction took.
 */
export function evaluationOf(
  judged: readonly JudgedDirective[],
  formula: Formula,
  period: Period,
  asOf: Instant,
): Evaluation {
  const leftOut: Record<NotJudged, JudgedDirective[]> = { ended: [], suspended: [], awaiting: [], 'not-due': [] };
  const products: Product[] = [];
  for (const one of judged) {
    const why = leftOutOf(one, one.row.due !== null && one.row.due < dayOf(asOf + 1));
    if (why === undefined) products.push(productOf(one, formula, asOf));
    else leftOut[why].push(one);
  }
  const evaluation = {
    ...{ period, asOf, formula, products, leftOut },
    agencies: scoresOf(products, ({ judged: one }) => ({ agency: judgedAgency(one) })),
    persons: scoresOf(products, ({ judged: one }) => ({ agency: judgedAgency(one), person: one.person?.name ?? null })),
    whole: scoreOf(products, { agency: '' }),
  };
  requireSums(evaluation);
  return evaluation;
}

function scoresOf(
  products: readonly Product[],
  of: (product: Product) => Pick<Score, 'agency' | 'person'>,
): readonly Score[] {
  const groups = new Map<string, { name: Pick<Score, 'agency' | 'person'>; products: Product[] }>();
  for (const product of products) {
    const name = of(product);
    const key = JSON.stringify(name);
    const group = groups.get(key) ?? { name, products: [] };
    group.products.push(product);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ name, products: own }) => scoreOf(own, name)).sort(byName);
}

function scoreOf(products: readonly Product[], name: Pick<Score, 'agency' | 'person'>): Score {
  const sum = (of: (product: Product) => number) => products.reduce((all, one) => all + one.weight * of(one), 0);
  return {
    ...name,
    directives: products.length,
    assigned: sum(() => 1),
    left: {
      quantity: sum(({ left }) => left.quantity / 100),
      quality: sum(({ left }) => left.quality / 100),
      progress: sum(({ left }) => left.progress / 100),
    },
  };
}

function byName(a: Score, b: Score): number {
  return a.agency.localeCompare(b.agency, 'vi') || (a.person ?? '~').localeCompare(b.person ?? '~', 'vi');
}

/** Sums of tenths of products differ by what a computer rounds, never by a product. */
const TOLERANCE = 1e-6;

function requireSums({
  products,
  agencies,
  persons,
  whole,
}: Pick<Evaluation, 'products' | 'agencies' | 'persons' | 'whole'>) {
  for (const [name, parts] of Object.entries({ agencies, persons })) {
    requireSame(
      `directives by ${name}`,
      sumOf(parts, (one) => one.directives),
      whole.directives,
    );
    requireSame(
      `products by ${name}`,
      sumOf(parts, (one) => one.assigned),
      whole.assigned,
    );
    for (const criterion of CRITERIA) {
      const left = sumOf(parts, (one) => one.left[criterion]);
      requireSame(`${criterion} by ${name}`, left, whole.left[criterion]);
    }
  }
  for (const criterion of CRITERIA) {
    const taken = sumOf(products, ({ weight, deductions }) =>
      sumOf(
        deductions.filter((one) => one.criterion === criterion),
        ({ takes }) => (weight * takes) / 100,
      ),
    );
    requireSame(`${criterion} left and taken`, whole.left[criterion] + taken, whole.assigned);
  }
}

function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}

function requireSame(what: string, parts: number, whole: number): void {
  if (Math.abs(parts - whole) > TOLERANCE)
    throw new Error(`${what}: the parts come to ${parts}, the whole to ${whole}`);
}
