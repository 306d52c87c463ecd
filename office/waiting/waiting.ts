import type { Channel } from '../../dsl/policy/channels.ts';
import { type Actor, OPEN_STATUSES, offersFor } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import {
  type DirectiveRecord,
  type DraftRecord,
  type Incident,
  lifeOfLog,
  type MissedMessage,
  type Register,
  type ReplyRecord,
  type Told,
} from '../../register/index.ts';
import { knownCalendars } from '../change/calendar-in-force.ts';

/** Everything that waits for somebody of the office. */
export interface AwaitingOffice {
  /** Results to judge. */
  readonly results: readonly DirectiveRecord[];
  /** Requests for more time to answer. */
  readonly extensions: readonly DirectiveRecord[];
  readonly drafts: readonly DraftRecord[];
  /** Somebody has not been told: held, refused or in doubt. */
  readonly untold: readonly { readonly directive: DirectiveRecord; readonly told: Told }[];
  readonly replies: readonly ReplyRecord[];
  readonly calls: readonly MissedMessage[];
  readonly incidents: readonly Incident[];
  readonly overdue: readonly DirectiveRecord[];
}

/** Asks the rules of each open directive whether it is the office's turn; what is late they say too. */
export async function waitingFor(
  register: Register,
  now: Instant,
  ready: ReadonlySet<Channel>,
): Promise<AwaitingOffice> {
  const open = await register.directives.list({
    status: OPEN_STATUSES,
  });
  const awaiting = await register.directives.awaitingWord();
  const [results, extensions] = await turnOf(register, awaiting, { party: 'secretariat' }, now);
  const told = await register.ledger.told(ready);
  return {
    results,
    extensions,
    drafts: await register.drafts.open(),
    untold: open.flatMap((directive) => {
      const one = told.get(directive.id);
      return one && one.held + one.refused + one.unknown > 0 ? [{ directive, told: one }] : [];
    }),
    replies: await register.replies.list({ state: 'waiting' }),
    calls: await register.calls.missed(),
    incidents: await register.audit.incidents(),
    overdue: await register.directives.list({ overdueAt: now }),
  };
}

/** Of directives that may wait for a word those that wait for this party's: results to judge, requests to answer. */
export async function turnOf(
  register: Register,
  open: readonly DirectiveRecord[],
  by: Actor,
  now: Instant,
): Promise<[DirectiveRecord[], DirectiveRecord[]]> {
  const find = await knownCalendars(register);
  const logs = await register.directives.logs(open.map(({ id }) => id));
  const results: DirectiveRecord[] = [];
  const extensions: DirectiveRecord[] = [];
  for (const record of open) {
    const log = logs.get(record.id) ?? [];
    const { policy, directive, state } = lifeOfLog(record, log, find);
    const offers = offersFor(policy, directive, state, by, now);
    if (offers.includes('approve') && state.status === 'submitted') results.push(record);
    if (offers.includes('grant-extension')) extensions.push(record);
  }
  return [results, extensions];
}
