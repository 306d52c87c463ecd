import { valuesOf } from '../../../dsl/policy/conditions.ts';
import type { Conditions, Policy, Rung, Source } from '../../../dsl/policy/index.ts';
import type { DayCount } from '../../../dsl/time/day-count.ts';
import {
  type BecauseFields,
  type ConditionFields,
  NO_CONDITIONS,
  type PolicyFields,
  type RungFields,
  type SpanFields,
} from './types.ts';

/** A policy as its form first shows it. */
export function policyFields(policy: Policy): PolicyFields {
  const { assign, close, window } = policy;
  return {
    name: policy.name,
    because: becauseOf(policy.because),
    to: assign.to,
    copy: assign.copy,
    acknowledgeWithin: spanOf(assign.acknowledgeWithin),
    assignBecause: becauseOf(assign.because),
    remind: policy.remind.map(rungOf),
    escalate: policy.escalate.map(rungOf),
    submittedBy: close.submittedBy,
    endorsedBy: close.endorsedBy ?? '',
    approvedBy: close.approvedBy,
    approveWithin: spanOf(close.approveWithin),
    approveTimes: textOf(close.atMost),
    from: window.from,
    until: window.to,
    channels: policy.channels,
  };
}

function rungOf({ to, when, every, atMost, letter, because, onlyWhen, unless }: Rung): RungFields {
  const [[word, span] = ['', undefined]] = Object.entries(when) as [string, DayCount][];
  return {
    to,
    when: word,
    span: spanOf(span),
    every: spanOf(every),
    atMost: textOf(atMost),
    letter: letter !== undefined,
    onlyWhen: conditionsOf(onlyWhen),
    unless: conditionsOf(unless),
    because: becauseOf(because),
  };
}

function conditionsOf(conditions: Conditions | undefined): ConditionFields {
  if (conditions === undefined) return NO_CONDITIONS;
  const { urgency, field, issuer, given = '', deadline = '' } = conditions;
  const [fields, issuers] = [field, issuer].map((value) => valuesOf(value).join('; '));
  return { urgency: valuesOf(urgency), field: fields ?? '', issuer: issuers ?? '', given, deadline };
}

function spanOf(span: DayCount | undefined): SpanFields {
  if (span === undefined) return { n: '', unit: 'workingDays' };
  return 'days' in span ? { n: String(span.days), unit: 'days' } : { n: String(span.workingDays), unit: 'workingDays' };
}

function becauseOf(because: Source | undefined): BecauseFields {
  return { source: because?.source ?? '', words: because?.words ?? '' };
}

const textOf = (n: number | undefined) => (n === undefined ? '' : String(n));
