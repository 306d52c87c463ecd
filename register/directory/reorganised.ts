import type { Day } from '../../dsl/time/day.ts';
import { comparable } from './normalise.ts';

/** A body that ceased with the reorganisation of the state in 2025, by law and not by one office's directory. */
export interface Reorganised {
  /** The first day on which it is no more. */
  readonly since: Day;
  /** Who does its work since; empty where that hangs on the task. */
  readonly heirs: readonly string[];
}

const MARCH: Day = '2025-03-01';
/** Resolution 176/2025/QH15 and the decrees on the ministries; decree 45/2025/NĐ-CP on the departments of provinces. */
const ENDED: readonly (readonly [string, readonly string[]])[] = [
  ['Kế hoạch và Đầu tư', ['Tài chính']],
  ['Giao thông vận tải', ['Xây dựng']],
  ['Thông tin và Truyền thông', ['Khoa học và Công nghệ']],
  ['Tài nguyên và Môi trường', ['Nông nghiệp và Môi trường']],
  ['Nông nghiệp và Phát triển nông thôn', ['Nông nghiệp và Môi trường']],
  ['Lao động - Thương binh và Xã hội', ['Nội vụ']],
];
const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  ['Ủy ban Dân tộc', ['Bộ Dân tộc và Tôn giáo']],
  ['Ủy ban Quản lý vốn nhà nước tại doanh nghiệp', ['Bộ Tài chính']],
];

const BY_NAME: ReadonlyMap<string, Reorganised> = new Map([
  ...['Bộ', 'Sở'].flatMap((head) =>
    ENDED.map(([field, heirs]): [string, Reorganised] => [
      comparable(`${head} ${field}`),
      { since: MARCH, heirs: heirs.map((heir) => `${head} ${heir}`) },
    ]),
  ),
  ...OTHERS.map(([name, heirs]): [string, Reorganised] => [comparable(name), { since: MARCH, heirs }]),
]);

/** The districts' level ended with law 72/2025/QH15: what they did falls to communes or departments by the task. */
const DISTRICTS: Reorganised = { since: '2025-07-01', heirs: [] };
const DISTRICT = /^ủy ban nhân dân (?:các )?(?:huyện|quận|thị xã)(?: |$)/u;

/**
 * What became of a body that is no more on a day, whatever any directory says; undefined where it still is, or where
 * nothing is known of it. A place behind a department's name ("Sở Giao thông vận tải tỉnh Hải Sơn") counts as none.
 */
export function reorganisedBy(nameAsWritten: string, day: Day): Reorganised | undefined {
  const name = comparable(nameAsWritten);
  const found =
    BY_NAME.get(name.replace(/ (?:tỉnh|thành phố)(?: .*)?$/u, '')) ?? (DISTRICT.test(name) ? DISTRICTS : undefined);
  return found && found.since <= day ? found : undefined;
}
