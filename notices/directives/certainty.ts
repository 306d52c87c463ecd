import type { Deadline } from '../../deadline/index.ts';
import type { Certainty } from '../types.ts';
import { CAUTION, CERTAINTY_WEIGHTS } from './certainty-weights.ts';
import { type ReadDirective, signsOf } from './signs.ts';

/** How sure each part of a directive is: what its signs weigh, learned on labelled documents and held against others. */
export function certaintyOf(d: ReadDirective, source: string): Certainty {
  const signs = signsOf(d, source);
  const days = Math.min(oddsOf('days', signs.days), ...d.deadlines.map(sureOf));
  return { lead: oddsOf('lead', signs.lead), days, order: oddsOf('order', signs.order) };
}

/**
 * The weights were learned on documents with numbers and headings. In running text what they call sure was right in 37
 * of 41: too few to learn a weight from, and enough to know that nobody may rely on it unread (decision 123).
 */
const SUREST_IN_RUNNING_TEXT = 0.85;

/** How sure a reading of running text can be. Its days are read by the same words as anywhere. */
export function inRunningText({ lead, days, order }: Certainty): Certainty {
  return { lead: Math.min(lead, SUREST_IN_RUNNING_TEXT), days, order: Math.min(order, SUREST_IN_RUNNING_TEXT) };
}

/** Days that the notice itself leaves to be asked for. */
const UNSETTLED = new Set(['left-open', 'impossible-date']);
const ASKED = 0.6;

function sureOf(x: Deadline): number {
  if (UNSETTLED.has(x.rule)) return ASKED;
  return x.due === null ? 1 : x.confidence;
}

function oddsOf(part: keyof Certainty, signs: readonly string[]): number {
  const weights = CERTAINTY_WEIGHTS[part];
  const sum = ['always', ...signs].reduce((all, sign) => all + (weights[sign] ?? 0), -CAUTION);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
