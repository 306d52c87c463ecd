import type { Channel } from '../../dsl/policy/channels.ts';
import { partyOf } from '../../dsl/policy/roles.ts';
import { type Actor, offersFor } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import {
  type DirectiveLine,
  type DirectiveRecord,
  type DraftRecord,
  type Incident,
  lifeOfLog,
  type MissedMessage,
  type Register,
  type ReplyRecord,
  type Told,
} from '../../register/index.ts';
import { batchesOf } from '../../system/batches.ts';
import { knownCalendars } from '../change/calendar-in-force.ts';

/** Everything that waits for somebody of the office. */
export interface AwaitingOffice {
  /** Results to judge. */
  readonly results: readonly DirectiveRecord[];
  /** Requests for more time to answer. */
  readonly extensions: readonly DirectiveRecord[];
  /** Explanations to judge, and those whose day has passed without one. */
  readonly explanations: readonly DirectiveRecord[];
  readonly unexplained: readonly DirectiveRecord[];
  readonly drafts: readonly DraftRecord[];
  /** Somebody has not been told: held, refused or in doubt. */
  readonly untold: readonly { readonly directive: DirectiveRecord; readonly told: Told }[];
  readonly replies: readonly ReplyRecord[];
  readonly calls: readonly MissedMessage[];
  readonly incidents: readonly Incident[];
  /** The first of them, and how many there are. */
  readonly overdue: { readonly count: number; readonly first: readonly DirectiveLine[] };
}

/** So many of what is only listed are read. */
const FIRST = 8;

/** Asks the rules of each open directive whether it is the office's turn; what is late they say too. */
export async function waitingFor(
  register: Register,
  now: Instant,
  ready: ReadonlySet<Channel>,
): Promise<AwaitingOffice> {
  const awaiting = await register.directives.awaitingWord();
  const turn = await turnOf(register, awaiting, { party: 'secretariat' }, now);
  const told = await register.ledger.untold(ready);
  const untold = await untoldOf(register, [...told.keys()]);
  const overdue = await register.directives.page({ overdueAt: now }, FIRST);
  return {
    ...turn,
    drafts: await register.drafts.open(),
    untold: untold.flatMap((directive) => {
      const one = told.get(directive.id);
      return one ? [{ directive, told: one }] : [];
    }),
    replies: await register.replies.list({ state: 'waiting' }),
    calls: await register.calls.missed(),
    incidents: await register.audit.incidents(),
    overdue: { count: overdue.total, first: overdue.shown },
  };
}

/** Databases bound the parameters of a statement, and in an outage nobody has been told of anything. */
const IDS_AT_ONCE = 500;

async function untoldOf(register: Register, ids: readonly string[]): Promise<DirectiveRecord[]> {
  const found: DirectiveRecord[] = [];
  for (const some of batchesOf(ids, IDS_AT_ONCE)) found.push(...(await register.directives.list({ ids: some })));
  return found;
}

/** What waits for a party's word, by what it is. */
export interface Turn {
  readonly results: readonly DirectiveRecord[];
  readonly extensions: readonly DirectiveRecord[];
  /** Asked for by this party. */
  readonly explanations: readonly DirectiveRecord[];
  readonly unexplained: readonly DirectiveRecord[];
}

/** Of directives that may wait for a word those that wait for this party's. */
export async function turnOf(
  register: Register,
  open: readonly DirectiveRecord[],
  by: Actor,
  now: Instant,
): Promise<Turn> {
  const find = await knownCalendars(register);
  const logs = await register.directives.logs(open.map(({ id }) => id));
  const turn = { results: [], extensions: [], explanations: [], unexplained: [] } as Record<
    keyof Turn,
    DirectiveRecord[]
  >;
  for (const record of open) {
    const log = logs.get(record.id) ?? [];
    const { policy, directive, state } = lifeOfLog(record, log, find);
    const offers = offersFor(policy, directive, state, by, now);
    if (offers.includes('approve')) turn.results.push(record);
    if (offers.includes('grant-extension')) turn.extensions.push(record);
    const asker = state.explanation?.asker;
    if (asker === undefined || partyOf(asker) !== by.party) continue;
    if (offers.includes('accept-explanation')) turn.explanations.push(record);
    else if (offers.includes('reject-explanation')) turn.unexplained.push(record);
  }
  return turn;
}
