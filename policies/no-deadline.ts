import {
  after,
  atMost,
  before,
  cooperating,
  every,
  headOf,
  lead,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  whenUnacknowledgedFor,
  workingDays,
} from '../dsl/policy/index.ts';

/** For a directive without a deadline: only silence is urged on, and every sign of life starts it afresh. */
export const noDeadline = policy('khong-han', 'Nhiệm vụ không hạn')
  .assign(lead, { copy: cooperating, acknowledgeWithin: workingDays(3) })
  .remind(lead, whenSilentFor(workingDays(22)))
  // A date may be set later on: it is kept like any other.
  .remind(lead, before(workingDays(5)))
  .escalate(headOf(lead), whenUnacknowledgedFor(workingDays(7)))
  .escalate(headOf(lead), whenSilentFor(workingDays(44)))
  .escalate(supervisor, whenSilentFor(workingDays(66)), every(workingDays(66)), atMost(3))
  .escalate(lead, after(workingDays(1)))
  .escalate(headOf(lead), after(workingDays(1)))
  .escalate(supervisor, after(workingDays(5)), every(workingDays(10)), atMost(3))
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(5) });
