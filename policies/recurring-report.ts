import {
  after,
  atMost,
  before,
  every,
  headOf,
  lead,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  workingDays,
} from '../dsl/policy/index.ts';

/** For one occurrence of a recurring report: short, since the next one is already near. */
export const recurringReport = policy('bao-cao-dinh-ky', 'Báo cáo định kỳ')
  .assign(lead)
  .remind(lead, before(workingDays(3)), before(workingDays(1)))
  // Longer than a month: a monthly report is never asked for its progress.
  .remind(lead, whenSilentFor(workingDays(25)))
  .escalate(lead, after(workingDays(1)))
  .escalate(headOf(lead), after(workingDays(2)))
  .escalate(headOf(lead), whenSilentFor(workingDays(30)), every(workingDays(30)), atMost(2))
  .escalate(supervisor, after(workingDays(5)), every(workingDays(10)), atMost(2))
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(3) });
