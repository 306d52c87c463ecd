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
