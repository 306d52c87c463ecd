import type { Deadline } from '../../deadline/index.ts';
import type { Certainty, LeadRule, Name } from '../types.ts';
import type { Draft } from './draft.ts';

/**
 * How often a lead found in this way is right, and how often it stands at an order at all, on labelled documents
 * (docs/reading.md has the counts). Fitted on two thirds of them and held against the third; a way that was right every
 * time is still given no more than the thirds' difference allows.
 */
const RIGHT: Record<LeadRule, { readonly lead: number; readonly order: number }> = {
  order: { lead: 0.97, order: 0.98 },
  subject: { lead: 0.97, order: 0.97 },
  field: { lead: 0.98, order: 0.98 },
  parentheses: { lead: 0.93, order: 0.95 },
  heading: { lead: 0.97, order: 0.98 },
  introduction: { lead: 0.86, order: 0.95 },
  addressee: { lead: 0.85, order: 0.85 },
  none: { lead: 0.5, order: 0.5 },
};
/** A paragraph without a number that only has a subject may tell and not order. */
const UNNUMBERED = 0.88;
const WEAK = 0.7;
const ODD = 0.75;
/** Days that the notice itself leaves to be asked for. */
const UNSETTLED = new Set(['left-open', 'impossible-date']);
const ASKED = 0.6;

/** How sure each part of a directive is. */
export function certaintyOf(d: Draft): Certainty {
  const right = RIGHT[d.by];
  return {
    lead: round(right.lead * (d.lead.some(isOdd) ? ODD : 1)),
    days: round(Math.min(1, ...d.deadlines.filter((x) => x.due !== null || UNSETTLED.has(x.rule)).map(sureOf))),
    order: round((d.loose && d.by === 'subject' ? UNNUMBERED : right.order) * (d.weak ? WEAK : 1)),
  };
}

function sureOf(x: Deadline): number {
  return UNSETTLED.has(x.rule) ? ASKED : x.confidence;
}

const LONGEST_NAME = 18;

/** A name that ends or runs on as no name does: too long, broken off, or with a report in it. */
export function isOdd({ name }: Name): boolean {
  return (
    name.split(' ').length > LONGEST_NAME ||
    / (?:và|của|với|các|cho|do|để|về|thuộc|đã|đang)$/u.test(name) ||
    / (?:đã|đang|sẽ) /u.test(name) ||
    /^\p{Lu}?\p{Ll}{1,6}$/u.test(name)
  );
}

function round(x: number): number {
  return Math.round(x * 100) / 100;
}
