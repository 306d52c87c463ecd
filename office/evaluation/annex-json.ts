import { formatInstant } from '../../dsl/time/day.ts';
import { type Evaluation, judgedAgency, type Score } from './evaluate.ts';
import { pointsOf } from './points.ts';
import type { Deed } from './product.ts';

/** An annex as programs read it: what it says, and the log behind each point. */
export function annexJson({ period, formula, whole, agencies, persons, products, leftOut }: Evaluation) {
  const score = (one: Score) => ({ ...one, points: pointsOf(one, formula) ?? null });
  return {
    period,
    formula,
    whole: score({ ...whole, person: null }),
    agencies: agencies.map(score),
    persons: persons.map(score),
    products: products.map(({ judged, weight, left, deductions, excuses }) => ({
      id: judged.row.directiveId,
      notice: judged.row.notice,
      code: judged.row.code,
      agency: judgedAgency(judged),
      person: judged.person?.name ?? null,
      due: judged.row.due,
      status: judged.row.status,
      weight,
      left,
      deductions: deductions.map(({ deed, until, ...one }) => ({
        ...one,
        ...deedJson(deed),
        ...(until === undefined ? {} : { until: deedJson(until) }),
      })),
      excuses: excuses.map(({ passed, confirmed }) => ({ passed: formatInstant(passed), ...deedJson(confirmed) })),
    })),
    leftOut: Object.fromEntries(
      Object.entries(leftOut).map(([why, those]) => [why, those.map(({ row }) => row.directiveId)]),
    ),
  };
}

function deedJson({ at, act }: Deed) {
  return { at: formatInstant(at), act: act?.type ?? null };
}
