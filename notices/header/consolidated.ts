import { CONFIRMED } from '../structure/documents.ts';
import type { Line } from '../structure/lines.ts';
import { readNumber } from './number.ts';
import { readPlaceDay } from './place-day.ts';
import type { HeaderField } from './types.ts';
import { headerZone } from './zone.ts';

/** Lines above and below the words in which the number and the day of the confirmation stand. */
const ABOVE = 4;
const BELOW = 8;

/**
 * A consolidated text has the law's heads at its front and its own number and day at its end, where it is confirmed:
 * "Số: 04/VBHN-BYT … XÁC THỰC VĂN BẢN HỢP NHẤT … Hà Nội, ngày …". Null for any other text.
 */
export function consolidationOf(
  source: string,
  lines: readonly Line[],
): Pick<Confirmation, 'number' | 'issued'> | null {
  const texts = lines.filter((line) => line.kind === 'text');
  const at = texts.findLastIndex((line) => CONFIRMED.test(line.clean.folded));
  if (at < 0) return null;
  const zone = headerZone(source, texts.slice(Math.max(0, at - ABOVE), at + BELOW));
  const number = readNumber(zone);
  return {
    number: { value: /vbhn/iu.test(number.value ?? '') ? number.value : null, confidence: 0.9, why: 'closing' },
    issued: { value: readPlaceDay(zone).issued.value, confidence: 0.9, why: 'closing' },
  };
}

interface Confirmation {
  readonly number: HeaderField<string>;
  readonly issued: ReturnType<typeof readPlaceDay>['issued'];
}
