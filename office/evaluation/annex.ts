import { endOfDay, type Instant } from '../../dsl/time/day.ts';
import type { Register } from '../../register/index.ts';
import { type EvaluationDocument, evaluationDocument } from './document.ts';
import { type Evaluation, evaluationOf } from './evaluate.ts';
import type { Formula } from './formula.ts';
import type { Period } from './period.ts';

/** The instant a period is judged at: its end, or now where it is not over. */
export function judgedAt({ to }: Period, now: Instant): Instant {
  return Math.min(now, endOfDay(to) - 1);
}

/**
 * The annex of a period as of an instant, from the register.
 * @throws Error where parts do not add up: such an annex must not leave.
 */
export async function annexOf(
  register: Register,
  formula: Formula,
  period: Period,
  asOf: Instant,
): Promise<{ readonly evaluation: Evaluation; readonly document: EvaluationDocument }> {
  const evaluation = evaluationOf(await register.directives.judged(asOf, period), formula, period, asOf);
  const names = { directory: await register.directory.current(), operators: await register.operators.all() };
  return { evaluation, document: evaluationDocument(evaluation, names) };
}
