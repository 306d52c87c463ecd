import type { Selectable } from 'kysely';
import { overdueFrom } from '../../dsl/rules/late.ts';
import { OPEN_STATUSES, type Status } from '../../dsl/rules/state.ts';
import { fromJson } from '../codec.ts';
import { codeIn } from '../ids.ts';
import type { NamedParty } from '../records.ts';
import type { DirectiveListTable, DirectiveTable } from '../schema.ts';
import { type Standable, standsAs } from './stretches.ts';
import { searchWords } from './words.ts';

/** A directive's row, as far as lists show or filter by it. */
export type Listable = Pick<
  Selectable<DirectiveTable>,
  'id' | 'noticeId' | 'localId' | 'parent' | 'text' | 'spanStart' | 'lead' | 'cooperating' | 'supervisor'
> &
  Placed;

type Placed = Standable & Pick<Selectable<DirectiveTable>, 'due'>;

export interface Listed {
  readonly list: Selectable<DirectiveListTable>;
  /** Each once. */
  readonly words: readonly string[];
  readonly parties: readonly { readonly agency: string; readonly party: ListedParty }[];
}

const PARTIES = ['lead', 'cooperating', 'supervisor'] as const;
type ListedParty = (typeof PARTIES)[number];

const SPAN_DIGITS = 9;
/** After every day: what has no deadline stands last. */
const NO_DAY = '9999-99-99';

/** What lists keep of a directive. `number`: its notice's. */
export function listedOf(row: Listable, number: string | null): Listed {
  const named = (party: ListedParty) => fromJson<readonly NamedParty[]>(row[party]);
  const words = searchWords([number ?? '', codeIn(row.localId), row.text, ...named('lead').map(({ name }) => name)]);
  const parties = PARTIES.flatMap((party) =>
    [...new Set(named(party).flatMap(({ agency }) => agency ?? []))].map((agency) => ({ agency, party })),
  );
  return {
    list: {
      directiveId: row.id,
      noticeId: row.noticeId,
      parent: row.parent,
      words: ` ${words.join(' ')} `,
      ...listedStanding(row),
    },
    words: [...new Set(words)],
    parties,
  };
}

/** What changes in the lists with each act. */
export function listedStanding(row: Pick<Listable, 'id' | 'noticeId' | 'spanStart'> & Placed) {
  const status = row.status as Status;
  return {
    place: [row.due ?? NO_DAY, row.noticeId, String(row.spanStart).padStart(SPAN_DIGITS, '0'), row.id].join(' '),
    status,
    isOpen: OPEN_STATUSES.includes(status) ? 1 : 0,
    overdueFrom: overdueFrom({ ...standsAs(row), status }),
  };
}
