import { type Day, dayOfParts } from '../../dsl/time/day.ts';

const DATE = /ngày\s*(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})/u;

/** The first full date written in folded text ("ngày 24 tháng 02 năm 2025", "ngày 24/02/2025"), or null. */
export function writtenDay(folded: string): Day | null {
  const m = DATE.exec(folded);
  return m ? dayOfParts(Number(m[3]), Number(m[2]), Number(m[1])) : null;
}
