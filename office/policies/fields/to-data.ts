import type { Policy } from '../../../dsl/policy/index.ts';
import { present } from '../../../dsl/present.ts';
import type { BecauseFields, ConditionFields, PolicyFields, RungFields, SpanFields } from './types.ts';

/** The one template of letters there is. */
const LETTER = 'cong-van-don-doc';

/**
 * What a form says, as a file would say it; what the form has no field for (extensions, permissions, days off) stays as
 * `base` has it. Nothing is judged here: a number that is none goes on as the text it is.
 */
export function dataOf(fields: PolicyFields, base: Policy): Record<string, unknown> {
  const { assign: _, remind: __, escalate: ___, close: ____, because: _____, ...rest } = base;
  return {
    ...rest,
    name: fields.name,
    window: { from: fields.from, to: fields.until },
    channels: fields.channels,
    ...present({ because: becauseIn(fields.because) }),
    assign: present({
      to: fields.to,
      copy: fields.copy,
      acknowledgeWithin: spanIn(fields.acknowledgeWithin),
      because: becauseIn(fields.assignBecause),
    }),
    remind: fields.remind.map(rungIn),
    escalate: fields.escalate.map(rungIn),
    close: present({
      submittedBy: fields.submittedBy,
      endorsedBy: filled(fields.endorsedBy),
      approvedBy: fields.approvedBy,
      approveWithin: spanIn(fields.approveWithin),
      atMost: numberIn(fields.approveTimes),
    }),
  };
}

function rungIn({
  to,
  when,
  span,
  every,
  atMost,
  letter,
  onlyWhen,
  unless,
  because,
}: RungFields): Record<string, unknown> {
  return present({
    to,
    when: { [when]: { [span.unit]: numberIn(span.n) } },
    every: spanIn(every),
    atMost: numberIn(atMost),
    letter: letter ? LETTER : undefined,
    onlyWhen: conditionsIn(onlyWhen),
    unless: conditionsIn(unless),
    because: becauseIn(because),
  });
}

/** Nothing where nothing is asked. */
function conditionsIn({ urgency, field, issuer, given, deadline }: ConditionFields): object | undefined {
  const conditions = present({
    urgency: oneOrMore(urgency),
    field: oneOrMore(parted(field)),
    issuer: oneOrMore(parted(issuer)),
    given: filled(given),
    deadline: filled(deadline),
  });
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}

/** Semicolons, for the names of issuers have commas. */
const parted = (text: string) => text.split(';').flatMap((one) => filled(one.trim()) ?? []);
const oneOrMore = (values: readonly string[]) => (values.length > 1 ? values : values[0]);

function spanIn({ n, unit }: SpanFields): Record<string, unknown> | undefined {
  const count = numberIn(n);
  return count === undefined ? undefined : { [unit]: count };
}

function becauseIn({ source, words }: BecauseFields): Record<string, unknown> | undefined {
  if (source === '' && words === '') return undefined;
  return present({ source, words: filled(words) });
}

function numberIn(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

const filled = (text: string) => (text === '' ? undefined : text);
