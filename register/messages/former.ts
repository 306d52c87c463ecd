import { isAmong } from '../../dsl/rules/directive.ts';
import type { DirectiveRecord, EventRecord, NamedParty } from '../records.ts';

/** A directive as those had it who led it until an act gave it to others: without those who still lead. */
export function formerlyOf(before: DirectiveRecord, lead: readonly NamedParty[]): DirectiveRecord {
  return { ...before, lead: before.lead.filter((one) => !isAmong(one, lead)) };
}

/** The same of an earlier act, from the log. */
export function formerly(now: DirectiveRecord, log: readonly EventRecord[], seq: number): DirectiveRecord {
  const given = log.flatMap(({ seq: at, act }) => (act?.act.type === 'reassign' ? [{ at, lead: act.act.lead }] : []));
  const before = given.findLast(({ at }) => at < seq)?.lead ?? now.originalLead ?? now.lead;
  const after = given.find(({ at }) => at === seq)?.lead ?? before;
  return formerlyOf({ ...now, lead: before, contact: null }, after);
}
