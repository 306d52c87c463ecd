import { bareLetters } from '../../dsl/bare-letters.ts';
import type { Agency } from './directory.ts';
import { comparable } from './normalise.ts';

/*
 * "UBND các xã, phường, đặc khu", "các sở, ban, ngành": a group by its own words, for directories that list none. The
 * words are those of every province; which agencies they are, the agencies' own names say.
 */

/** One noun of such a phrase. `local`: its agencies are people's committees of places. */
interface Sort {
  readonly id: string;
  readonly words: string;
  readonly local?: true;
  /** Asked of the name in its comparable form. */
  readonly holds: (name: string) => boolean;
}

const COMMITTEE = comparable('Ủy ban nhân dân');
const PLACES = ['xã', 'phường', 'thị trấn', 'đặc khu', 'huyện', 'quận', 'thị xã', 'thành phố', 'tỉnh'] as const;

function of(...beginnings: readonly string[]): Sort['holds'] {
  const forms = beginnings.map((words) => `${comparable(words)} `);
  return (name) => forms.some((form) => `${name} `.startsWith(form));
}

function committeeOf(place: string): Sort {
  return { id: idOf(place), words: place, local: true, holds: of(`Ủy ban nhân dân ${place}`) };
}

const isLocal = of('Ủy ban nhân dân', 'Hội đồng nhân dân');
const isProject = of('Ban Quản lý dự án');
const isMinistry = of('Bộ');
const isForce = of('Bộ Chỉ huy', 'Bộ Tư lệnh', 'Bộ đội');

const SORTS: readonly Sort[] = [
  ...PLACES.map(committeeOf),
  { id: 'cap-xa', words: 'cấp xã', local: true, holds: of(...PLACES.slice(0, 4).map((p) => `Ủy ban nhân dân ${p}`)) },
  {
    id: 'cap-huyen',
    words: 'cấp huyện',
    local: true,
    holds: of(...PLACES.slice(4, 8).map((p) => `Ủy ban nhân dân ${p}`)),
  },
  { id: 'dia-phuong', words: 'địa phương', local: true, holds: of(...PLACES.map((p) => `Ủy ban nhân dân ${p}`)) },
  { id: 'so', words: 'sở', holds: of('Sở') },
  { id: 'ban', words: 'ban', holds: (name) => of('Ban')(name) && !isProject(name) },
  {
    id: 'nganh',
    words: 'ngành',
    holds: of(
      ...['Thanh tra', 'Công an', 'Bộ Chỉ huy', 'Bộ đội', 'Thuế', 'Cục', 'Chi cục', 'Hải quan', 'Kho bạc'],
      ...['Bảo hiểm xã hội', 'Thống kê', 'Ngân hàng Nhà nước', 'Văn phòng Chính phủ', 'Ủy ban Dân tộc'],
    ),
  },
  { id: 'bo', words: 'bộ', holds: (name) => isMinistry(name) && !isForce(name) },
  {
    id: 'co-quan-ngang-bo',
    words: 'cơ quan ngang bộ',
    holds: of('Văn phòng Chính phủ', 'Thanh tra Chính phủ', 'Ngân hàng Nhà nước', 'Ủy ban Dân tộc'),
  },
  { id: 'co-quan', words: 'cơ quan', holds: (name) => !isLocal(name) },
  { id: 'don-vi', words: 'đơn vị', holds: (name) => !isLocal(name) },
];

const BY_ID = new Map(SORTS.map((sort) => [sort.id, sort]));
/** The longest first: "thị xã" is no "xã". */
const BY_LENGTH = SORTS.map((sort) => ({ sort, words: comparable(sort.words) })).sort(
  (a, b) => b.words.length - a.words.length,
);
const EACH = comparable('các');
/** Of what level they are stands behind them and names no further sort. */
const TAIL = new RegExp(
  `(?: (?:${['cấp tỉnh', 'thuộc tỉnh', 'trực thuộc', 'tỉnh', 'trên địa bàn'].map(comparable).join('|')}))+$`,
  'u',
);

const PREFIX = 'nhom:';

/**
 * The sorts a phrase names ("UBND các xã, phường" → `xa`, `phuong`), in the order of this table; undefined where it is no
 * such phrase, or says more than sorts: nobody knows which agencies are "liên quan".
 */
export function sortsIn(comparableName: string): readonly string[] | undefined {
  const plain = comparableName.replace(
    new RegExp(`^${COMMITTEE} (?=${comparable('cấp')} )`, 'u'),
    `${COMMITTEE} ${EACH} `,
  );
  if (!` ${plain} `.includes(` ${EACH} `)) return undefined;
  const whole = sortsOf(plain);
  // "các sở, ban, ngành tỉnh" are of the province; "các tỉnh, thành phố" are provinces.
  return whole?.every((id) => BY_ID.get(id)?.local) ? whole : (sortsOf(plain.replace(TAIL, '')) ?? whole);
}

function sortsOf(text: string): readonly string[] | undefined {
  const found = new Set<Sort>();
  let rest = text;
  let counted = false;
  while (rest !== '') {
    const glue = [EACH, `${COMMITTEE} ${EACH}`].find((words) => begins(rest, words));
    if (glue !== undefined) {
      counted = true;
      rest = rest.slice(glue.length).trim();
      continue;
    }
    const next = BY_LENGTH.find(({ words }) => begins(rest, words));
    if (next === undefined || !counted) return undefined;
    found.add(next.sort);
    rest = rest.slice(next.words.length).trim();
  }
  return found.size === 0 ? undefined : SORTS.filter((sort) => found.has(sort)).map(({ id }) => id);
}

function begins(text: string, words: string): boolean {
  return text === words || text.startsWith(`${words} `);
}

/** The group of these sorts, as if the directory listed it: `nhom:xa+phuong`. */
export function groupOfSorts(ids: readonly string[]): Agency {
  const sorts = ids.flatMap((id) => BY_ID.get(id) ?? []);
  const words = sorts.map((sort) => sort.words).join(', ');
  const name = sorts.every((sort) => sort.local) && ids[0] !== 'dia-phuong' ? `UBND các ${words}` : `Các ${words}`;
  return { id: `${PREFIX}${ids.join('+')}`, name, aliases: [], kind: 'group', rule: { sorts: ids } };
}

/** The same by its id; undefined where it is none. */
export function groupOfId(id: string): Agency | undefined {
  if (!id.startsWith(PREFIX)) return undefined;
  const ids = id.slice(PREFIX.length).split('+');
  return ids.every((one) => BY_ID.has(one)) ? groupOfSorts(ids) : undefined;
}

const names = new WeakMap<Agency, string>();

/** Is it of one of these sorts, by its name? */
export function isOfSort(agency: Agency, ids: readonly string[]): boolean {
  const name = names.get(agency) ?? comparable(agency.name);
  names.set(agency, name);
  return ids.some((id) => BY_ID.get(id)?.holds(name) === true);
}

function idOf(words: string): string {
  return bareLetters(words).replaceAll(' ', '-');
}
