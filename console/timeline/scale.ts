import { DAY_MS, type Day, dayNumber, daysBetween, type Instant, instantAt } from '../../dsl/time/day.ts';
import type { Timeline } from '../../office/timeline/types.ts';

/** The sheet, in pixels: as wide as A4 laid across shows at four fifths of its size. */
export const SHEET = { width: 1200, margin: 20, plotLeft: 204, plotRight: 1090 } as const;

/** Where days stand on the sheet. */
export class Scale {
  readonly perDay: number;
  private readonly start: Instant;
  private readonly first: number;
  private readonly days: number;

  constructor({ from, to }: Pick<Timeline, 'from' | 'to'>) {
    this.start = instantAt(from, 0);
    this.first = dayNumber(from);
    this.days = daysBetween(from, to) + 1;
    this.perDay = (SHEET.plotRight - SHEET.plotLeft) / this.days;
  }

  x(at: Instant): number {
    return SHEET.plotLeft + ((at - this.start) / DAY_MS) * this.perDay;
  }

  /** The start of a day given as days since 1970-01-01. */
  xOfNumber(n: number): number {
    return SHEET.plotLeft + (n - this.first) * this.perDay;
  }

  xOfDay(day: Day): number {
    return this.xOfNumber(dayNumber(day));
  }
}
