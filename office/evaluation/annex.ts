import { type Explained, requestsIn } from '../../dsl/rules/index.ts';
import { endOfDay, type Instant } from '../../dsl/time/day.ts';
import { asIssued, livesOfLog, type Register } from '../../register/index.ts';
import { knownCalendars } from '../change/calendar-in-force.ts';
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
  const requests = await requestsOf(register, evaluation);
  return { evaluation, document: evaluationDocument(evaluation, names, requests) };
}

/** What those who are judged were asked to explain, by the directive: their lives are lived again, for the rules know. */
async function requestsOf(
  register: Register,
  { products, asOf }: Evaluation,
): Promise<ReadonlyMap<string, readonly Explained[]>> {
  const asked = products.filter(({ judged: { log } }) => log.some(({ act }) => act?.type === 'ask-explanation'));
  const ids = asked.map(({ judged }) => judged.row.directiveId);
  if (ids.length === 0) return new Map();
  const find = await knownCalendars(register);
  const logs = await register.directives.logs(ids);
  const requests = new Map<string, readonly Explained[]>();
  for (const record of await register.directives.list({ ids })) {
    const log = logs.get(record.id) ?? [];
    const until = log.filter(({ at }) => at <= asOf);
    requests.set(record.id, requestsIn(livesOfLog(asIssued(record, log, find), until)));
  }
  return requests;
}
