import { present } from '../../dsl/present.ts';
import type { DirectiveRecord, NamedParty } from '../../register/index.ts';
import { othersThan } from './draft-of.ts';

/** Several directives as one: the first, with the earliest deadline of all, and all the agencies of the others. */
export function modelOf(sources: readonly DirectiveRecord[]): DirectiveRecord {
  const [first] = sources;
  if (!first) throw new Error('no directives to merge');
  const { due, dueTime, originalDue, deadline } = sources.reduce((a, b) => (isEarlier(b, a) ? b : a));
  const { dueTime: _, ...rest } = first;
  return {
    ...rest,
    due,
    originalDue,
    deadline,
    ...present({ dueTime }),
    cooperating: othersThan(othersOf(sources), first.lead),
    supervisor: othersThan(
      sources.flatMap((d) => d.supervisor),
      [],
    ),
  };
}

/** Whoever works on any of them, the leads first. */
export function othersOf(sources: readonly DirectiveRecord[]): NamedParty[] {
  return [...sources.flatMap((d) => d.lead), ...sources.flatMap((d) => d.cooperating)];
}

const NAMES_IN_FULL = 3;

/** “I.4+I.5”; of many the first, and how many more: that one is merged once, so no other bears the name. */
export function nameOf(names: readonly string[]): string {
  const [first = ''] = names;
  return names.length <= NAMES_IN_FULL ? names.join('+') : `${first}+${names.length - 1}`;
}

function isEarlier(a: DirectiveRecord, b: DirectiveRecord): boolean {
  if (a.due === null || b.due === null) return a.due !== null;
  return a.due < b.due || (a.due === b.due && a.dueTime !== undefined && (b.dueTime ?? '24:00') > a.dueTime);
}
