import type { Day } from '../../dsl/time/day.ts';
import { formatDay } from '../format.ts';

/** What a document says of itself, as far as it was read. */
interface DraftHeading {
  readonly number?: string;
  readonly issued?: Day;
  readonly subject?: string;
}

/** "56/TB-VPCP ngày 12/03/2025: kết luận …"; undefined where nothing was read that tells one from another. */
export function headingWords(headings: readonly DraftHeading[] | null): string | undefined {
  const [first, ...others] = headings ?? [];
  if (first === undefined) return undefined;
  const { number, issued, subject } = first;
  const known = [number, issued && `ngày ${formatDay(issued)}`].filter(Boolean).join(' ');
  if (known === '' && subject === undefined) return undefined;
  const words = known === '' || subject === undefined ? `${known}${subject ?? ''}` : `${known}: ${subject}`;
  return others.length === 0 ? words : `${words}; và ${others.length} văn bản khác trong tệp`;
}
