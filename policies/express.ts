import {
  after,
  atMost,
  before,
  cooperating,
  days,
  every,
  headOf,
  issuer,
  lead,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  whenUnacknowledgedFor,
  workingDays,
} from '../dsl/policy/index.ts';

/** For a directive marked hoả tốc: the head hears of it from the first day. */
export const express = policy('hoa-toc', 'Hỏa tốc', {
  window: { from: '07:00', to: '18:00' },
  alone: true,
  extension: { atMost: 1, longest: days(3), askUntil: before(days(0)), answerWithin: workingDays(1) },
})
  .assign(lead, { copy: [headOf(lead), cooperating], acknowledgeWithin: workingDays(1) })
  .remind(lead, before(workingDays(2)), before(workingDays(1)))
  // Only where the deadline was lifted does silence last so long.
  .remind(lead, whenSilentFor(workingDays(5)))
  .escalate(headOf(lead), whenUnacknowledgedFor(workingDays(2)))
  .escalate(headOf(lead), whenSilentFor(workingDays(8)), every(workingDays(8)), atMost(3))
  .escalate(lead, after(workingDays(1)))
  .escalate(headOf(lead), after(workingDays(1)))
  .escalate(supervisor, after(workingDays(2)), { letter: 'cong-van-don-doc' })
  .escalate(issuer, after(workingDays(3)), every(workingDays(2)), atMost(5))
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(1) });
