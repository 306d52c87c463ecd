import { LADDERS, type LadderName, NO_CONDITIONS, type PolicyFields, type RungFields } from './types.ts';

/** What a button of the form does to its rungs. */
export type RungChange =
  | { readonly change: 'add'; readonly ladder: LadderName }
  | { readonly change: 'drop' | 'up'; readonly ladder: LadderName; readonly index: number };

/** `add remind`, `drop escalate 2`, `up remind 1`; undefined where it is none of them. */
export function rungChangeIn(text: string): RungChange | undefined {
  const [, change, ladder, index] = /^(add|drop|up) (remind|escalate)(?: (\d{1,3}))?$/.exec(text) ?? [];
  const on = LADDERS.find((one) => one === ladder);
  if (on === undefined) return undefined;
  if (change === 'add') return { change, ladder: on };
  if (index === undefined || (change !== 'drop' && change !== 'up')) return undefined;
  return { change, ladder: on, index: Number(index) };
}

/** What a rung begins as: the one above it, so that a ladder is written by changing a number. */
export function changedFields(fields: PolicyFields, change: RungChange): PolicyFields {
  const { ladder } = change;
  const rungs = [...fields[ladder]];
  if (change.change === 'add') rungs.push(rungs.at(-1) ?? FIRST[ladder]);
  if (change.change === 'drop') rungs.splice(change.index, 1);
  if (change.change === 'up' && change.index > 0) rungs.splice(change.index - 1, 0, ...rungs.splice(change.index, 1));
  return { ...fields, [ladder]: rungs };
}

const BARE = {
  every: { n: '', unit: 'workingDays' },
  atMost: '',
  letter: false,
  onlyWhen: NO_CONDITIONS,
  unless: NO_CONDITIONS,
  because: { source: '', words: '' },
} as const;

const FIRST: Readonly<Record<LadderName, RungFields>> = {
  remind: { ...BARE, to: 'lead', when: 'before', span: { n: '3', unit: 'workingDays' } },
  escalate: { ...BARE, to: 'headOf(lead)', when: 'after', span: { n: '1', unit: 'workingDays' } },
};
