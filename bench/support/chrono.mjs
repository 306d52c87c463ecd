import { vi } from 'chrono-node';

const iso = (component) =>
  `${component.get('year')}-${String(component.get('month')).padStart(2, '0')}-${String(component.get('day')).padStart(2, '0')}`;

/**
 * chrono-node's Vietnamese locale, as days. A value with no certain day means its month, or its year: as a deadline, the
 * last day of it. The reference is noon of the anchor, and dates to come are preferred, as a deadline wants.
 */
export function chronoDays(text, reference) {
  return vi
    .parse(text, reference, { forwardDate: true })
    .map((r) => ({ first: iso(r.start), last: lastDay(r.end ?? r.start) }));
}

function lastDay(value) {
  if (value.isCertain('day') || value.isCertain('weekday') || !value.isCertain('year')) return iso(value);
  const month = value.isCertain('month') ? value.get('month') : 12;
  return new Date(Date.UTC(value.get('year'), month, 0)).toISOString().slice(0, 10);
}

export const referenceOf = (anchor) => new Date(`${anchor}T12:00:00`);
