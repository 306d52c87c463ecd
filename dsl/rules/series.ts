import type { Policy } from '../policy/policy.ts';
import { isSamePolicy } from '../policy/sources.ts';
import type { Day, Instant } from '../time/day.ts';
import type { Actor, NamedAgency } from './act.ts';
import type { SeriesRule } from './occurrences.ts';

/** How a recurring directive stands. */
export interface SeriesStanding {
  /** Opened since it was issued; the first occurrence is issued with the notice. */
  readonly opened: number;
  /** Null before the first look, while it is suspended, and once the series has ended. */
  readonly next: Opening | null;
  readonly end: SeriesEnd | null;
  /** Absent where it is not. */
  readonly suspended?: SeriesSuspension;
}

/** An occurrence that is to be opened. */
export interface Opening {
  /** By the rule: its name. */
  readonly day: Day;
  readonly due: Day;
  readonly opensAt: Instant;
}

/** Why no further occurrence is opened. Those that are open go on. */
export interface SeriesEnd {
  readonly at: Instant;
  /** `rule`: it has come to its end (UNTIL, COUNT). */
  readonly why: 'rule' | 'cancelled';
  readonly by?: Actor['party'];
  readonly reason?: string;
}

/** Why no occurrence is opened for the time being. */
export interface SeriesSuspension {
  readonly at: Instant;
  readonly by: Actor['party'];
  readonly reason: string;
}

/** What a person says who cancels a series. */
export interface SeriesCancel {
  readonly by: Actor['party'];
  readonly reason: string;
}

interface SeriesActFields {
  /** No occurrence is opened until it is resumed; those that are open go on. */
  suspend: { readonly reason: string };
  /** Goes on with the first occurrence due after that day; those in between are left out, not caught up with. */
  resume: { readonly reason?: string };
  /** Later occurrences go to another lead. */
  reassign: { readonly reason: string; readonly lead: readonly NamedAgency[] };
  /** Later occurrences come by another rule, in these words. */
  'change-recurrence': { readonly reason: string; readonly rule: SeriesRule; readonly words: string };
  /** Later occurrences are followed by another policy. `override`: why a refuted one is used. */
  'change-policy': { readonly reason: string; readonly policy: Policy; readonly override?: string };
}

/** What can be done to a recurring directive as a whole, besides ending it. */
export type SeriesAct = {
  [T in keyof SeriesActFields]: { readonly type: T; readonly by: Actor } & SeriesActFields[T];
}[keyof SeriesActFields];

export type SeriesActType = SeriesAct['type'];

/** So many of what a suspension leaves out are listed, and no more: a daily report of nearly three years. */
export const MOST_LEFT_OUT = 1000;

/** What later occurrences are opened by, as acts have left it. */
export interface SeriesTerms {
  readonly rules: readonly SeriesRule[];
  readonly lead: readonly NamedAgency[];
  readonly policy: Policy;
  readonly suspended: SeriesSuspension | null;
}

export type SeriesRefusal =
  | {
      readonly code:
        | 'series-ended'
        | 'series-not-running'
        | 'series-no-reason'
        | 'series-not-suspended'
        | 'series-no-lead'
        | 'series-same-lead'
        | 'series-same-rule'
        | 'series-no-days'
        | 'series-same-policy';
    }
  | { readonly code: 'series-not-allowed'; readonly party: Actor['party'] }
  | { readonly code: 'series-suspended'; readonly since: Instant };

/** Why a series is not cancelled. It may be by the office that follows it and by whoever issued it, as a directive. */
export function refusalOfCancel(standing: SeriesStanding, { by, reason }: SeriesCancel): SeriesRefusal | undefined {
  return refusalOfPerson(standing, by) ?? blank(reason);
}

function refusalOfPerson({ end }: SeriesStanding, by: Actor['party']): SeriesRefusal | undefined {
  if (end !== null) return { code: 'series-ended' };
  if (by !== 'secretariat' && by !== 'issuer') return { code: 'series-not-allowed', party: by };
  return undefined;
}

function blank(reason: string): SeriesRefusal | undefined {
  return reason.trim() === '' ? { code: 'series-no-reason' } : undefined;
}

/** Why an act is not taken, as far as its workflow can tell; the register knows the terms and has the last word. */
export function refusalOfSeriesAct(standing: SeriesStanding, act: SeriesAct): SeriesRefusal | undefined {
  const refusal = refusalOfPerson(standing, act.by.party) ?? (act.type === 'resume' ? undefined : blank(act.reason));
  if (refusal) return refusal;
  const { suspended } = standing;
  if (act.type === 'suspend' && suspended) return { code: 'series-suspended', since: suspended.at };
  if (act.type === 'resume' && !suspended) return { code: 'series-not-suspended' };
  if (act.type === 'reassign' && act.lead.every((l) => l.name.trim() === '')) return { code: 'series-no-lead' };
  return undefined;
}

/** Why an act would change nothing. */
export function refusalByTerms({ rules, lead, policy }: SeriesTerms, act: SeriesAct): SeriesRefusal | undefined {
  switch (act.type) {
    case 'suspend':
    case 'resume':
      return undefined;
    case 'reassign':
      return sameAgencies(lead, act.lead) ? { code: 'series-same-lead' } : undefined;
    case 'change-recurrence':
      return rules.length === 1 && sameRule(rules[0], act.rule) ? { code: 'series-same-rule' } : undefined;
    case 'change-policy':
      return isSamePolicy(policy, act.policy) ? { code: 'series-same-policy' } : undefined;
  }
}

/** The terms once an act has been taken at an instant. */
export function termsAfter(terms: SeriesTerms, act: SeriesAct, at: Instant): SeriesTerms {
  switch (act.type) {
    case 'suspend':
      return { ...terms, suspended: { at, by: act.by.party, reason: act.reason } };
    case 'resume':
      return { ...terms, suspended: null };
    case 'reassign':
      return { ...terms, lead: act.lead };
    case 'change-recurrence':
      return { ...terms, rules: [act.rule] };
    case 'change-policy':
      return { ...terms, policy: act.policy };
  }
}

/** Do they name the same agencies, in whatever order? */
export function sameAgencies(a: readonly NamedAgency[], b: readonly NamedAgency[]): boolean {
  const names = (list: readonly NamedAgency[]) => JSON.stringify(list.map((l) => l.agency ?? l.name).sort());
  return names(a) === names(b);
}

function sameRule(a: SeriesRule | undefined, b: SeriesRule): boolean {
  return a?.rule === b.rule && a.dueTime === b.dueTime;
}
