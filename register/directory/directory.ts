import type { Day } from '../../dsl/time/day.ts';

/** What a person does for an agency; the last two are notified of nothing by themselves. */
export const FUNCTIONS = ['head', 'deputy', 'contact', 'secretariat', 'staff'] as const;
export type PositionFunction = (typeof FUNCTIONS)[number];

/** First and last day on which something holds; absent = since ever, until further notice. */
export interface Validity {
  readonly from?: Day;
  readonly to?: Day;
}

/** One of several that took over an agency's work, and the places whose work it does besides its own. */
export interface Heir {
  readonly agency: string;
  readonly places: readonly string[];
}

/** Which agencies a group stands for, where they are not listed: whoever exists on the day is in it. */
export interface GroupRule {
  /** All of these kinds. */
  readonly kinds?: readonly string[];
  /** All of these sorts, by their names (`sorts.ts`). */
  readonly sorts?: readonly string[];
  /** But for these ids. */
  readonly except?: readonly string[];
}

export interface Agency extends Validity {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Free word of the owner's ("so", "ubnd-xa"); `group` stands for its members. */
  readonly kind: string;
  /** The agency that took over its work, from the day after `to`. */
  readonly successor?: string;
  /** Or those that did, where its work was divided by place. */
  readonly heirs?: readonly Heir[];
  /** Of a group: ids of the agencies in it. */
  readonly members?: readonly string[];
  /** Of a group: by what it takes its agencies, besides those listed. */
  readonly rule?: GroupRule;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** International, without plus: 84…. */
  readonly phone?: string;
  readonly zaloUserId?: string;
}

export interface Position extends Validity {
  readonly agency: string;
  readonly person: string;
  readonly function: PositionFunction;
  /** As it stands in a letter: "Giám đốc". */
  readonly title?: string;
  /** Stands in for the holder, or until there is one. */
  readonly acting: boolean;
}

/** The office whose notices these are; ids of agencies. */
export interface Offices {
  /** Whose leader the last escalation goes to. */
  readonly issuer?: string;
  /** The office that follows the directives. */
  readonly secretariat?: string;
  /** Follows a directive whose notice names no supervisor. */
  readonly defaultSupervisor?: string;
}

/** Who is who, with the days on which it holds. */
export interface Directory {
  /** From which day the list speaks; what it no longer lists ended the day before. Absent = it replaces everything. */
  readonly effective?: Day;
  readonly offices: Offices;
  readonly agencies: readonly Agency[];
  readonly people: readonly Person[];
  readonly positions: readonly Position[];
}

export const EMPTY_DIRECTORY: Directory = { offices: {}, agencies: [], people: [], positions: [] };

export const GROUP = 'group';

/** Does something with a first and last day hold on a day, both included? */
export function holdsOn(validity: Validity, day: Day): boolean {
  return (validity.from === undefined || validity.from <= day) && (validity.to === undefined || validity.to >= day);
}
