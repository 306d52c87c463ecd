/*
 * Compiled, never run: each `@ts-expect-error` is a sentence that must not be one. `tsc` fails here as soon as one of
 * them begins to compile (see tests/dsl/policy.test.ts, and `npm run types`).
 */
import {
  after,
  before,
  headOf,
  lead,
  type Policy,
  policy,
  secretariat,
  whenSilentFor,
  workingDays,
} from '../../dsl/policy/index.ts';

const closing = { submittedBy: lead, approvedBy: secretariat } as const;
const begun = policy('thu', 'Thử').assign(lead);

// The whole sentence, and its shorter forms, compile.
export const whole: Policy = begun
  .remind(lead, before(workingDays(5)))
  .escalate(headOf(lead), after(workingDays(1)))
  .close(closing);
export const withoutReminder: Policy = begun.escalate(headOf(lead), after(workingDays(1))).close(closing);
export const bare: Policy = begun.close(closing);

// @ts-expect-error a policy without `close` is no policy
export const unclosed: Policy = begun.remind(lead, before(workingDays(5)));

// @ts-expect-error nothing is reminded before it is assigned
policy('thu', 'Thử').remind(lead, before(workingDays(5)));

// @ts-expect-error nothing is closed before it is assigned
policy('thu', 'Thử').close(closing);

// @ts-expect-error it is assigned once
begun.assign(lead);

// @ts-expect-error reminders come before escalations
begun.escalate(headOf(lead), after(workingDays(1))).remind(lead, before(workingDays(5)));

// @ts-expect-error nothing follows the close
begun.close(closing).remind(lead, before(workingDays(5)));

// @ts-expect-error what is past due is escalated, not reminded
begun.remind(lead, after(workingDays(1)));

// @ts-expect-error nobody is escalated to before anything is late
begun.escalate(headOf(lead), before(workingDays(1)));

// @ts-expect-error a rung needs a trigger
begun.remind(lead);

// @ts-expect-error `chuyên viên` is no role of a directive
begun.remind('chuyên viên', whenSilentFor(workingDays(5)));

// @ts-expect-error a close says who approves
begun.close({ submittedBy: lead });
