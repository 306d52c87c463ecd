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

/** For a directive with a deadline. */
export const standard = policy('tieu-chuan', 'Đôn đốc tiêu chuẩn', {
  // As provinces commonly allow; from the third request on it is said that there were so many.
  extension: { atMost: 3, longest: days(30), askUntil: after(days(30)), answerWithin: workingDays(2) },
})
  .assign(lead, { copy: cooperating, acknowledgeWithin: workingDays(2) })
  .remind(lead, before(days(15)), before(workingDays(5)), before(workingDays(1)))
  .remind(lead, whenSilentFor(workingDays(15)))
  .escalate(headOf(lead), whenUnacknowledgedFor(workingDays(5)))
  .escalate(lead, after(workingDays(1)))
  .escalate(headOf(lead), after(workingDays(1)))
  .escalate(supervisor, after(workingDays(5)), { letter: 'cong-van-don-doc' })
  .escalate(issuer, after(workingDays(10)), every(workingDays(5)), atMost(6))
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(3) });
