import type { Policy } from '../../../dsl/policy/index.ts';
import { type Act, type Directive, initialState, type TimedAct, wakeUp } from '../../../dsl/rules/index.ts';
import { dueAt } from '../../../dsl/rules/late.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Day, dayOf, type Instant, instantAt } from '../../../dsl/time/day.ts';
import { type Formula, readFormula } from '../../../office/evaluation/index.ts';
import { standard } from '../../../policies/index.ts';
import type { JudgedDirective, JudgedEntry } from '../../../register/index.ts';
import { reportCellOf } from '../../../register/report.ts';

export const lead = { party: 'lead' } as const;
export const office = { party: 'secretariat', operator: 'op-1' } as const;

export const FORMULA: Formula = readFormula(
  `source: Quy chế thử
taskPoints: 70
weights: { quantity: 1, quality: 1, progress: 1 }
takes: { late: 25, returned: 25 }
excusing: [grant-extension, accept-offer, change-deadline]
products: { hoa-toc: 2 }
common: { Sở Y tế: 25 }
bands: [{ name: Tốt, from: 70 }, { name: Đạt, from: 50 }, { name: Không đạt, from: 0 }]
`,
  'thu.yaml',
);

export const act = (day: Day, one: Act, minutes = 9 * 60): TimedAct => ({ at: instantAt(day, minutes), act: one });
export const submit = (day: Day) => act(day, { type: 'submit-result', by: lead, text: 'Tờ trình 12/TTr-SYT' });
export const approve = (day: Day) => act(day, { type: 'approve', by: office });

interface Life {
  readonly id?: string;
  readonly due?: Day | null;
  readonly acts: readonly TimedAct[];
  readonly asOf: Instant;
  readonly policy?: Policy;
  readonly agency?: string;
  readonly person?: string;
  readonly issued?: Day;
}

/** A directive as the register would hand it over, lived by the rules themselves. */
export function judged(life: Life): JudgedDirective {
  const { id = 'x/II.1', due = '2025-03-31', acts, asOf, policy = standard } = life;
  const { agency = 'Sở Y tế', person, issued = '2025-02-24' } = life;
  const directive: Directive = {
    ...{ id, due, calendar: civilServants, hasCooperating: false },
    issuedAt: instantAt(issued, 8 * 60),
  };
  const log = logOf(policy, directive, acts, asOf);
  const last = log.at(-1) ?? { status: 'waiting', dueAt: dueAt(due, null), submittedAt: null, closedAt: null };
  return {
    policy: policy.id,
    log,
    ...(person === undefined ? {} : { person: { id: person, name: person } }),
    row: {
      ...{ directiveId: id, noticeId: 'x', notice: '12/TB', issuer: null, code: id.slice(2), lead: [{ name: agency }] },
      due: last.dueAt === null ? null : dayOf(last.dueAt - 1),
      withDeadline: last.dueAt !== null,
      cell: reportCellOf(last, asOf),
      status: last.status,
      daysLate: 0,
      awaitingApproval: last.status === 'submitted',
    },
  };
}

function logOf(policy: Policy, directive: Directive, acts: readonly TimedAct[], asOf: Instant): JudgedEntry[] {
  const log: JudgedEntry[] = [];
  let state = initialState(directive);
  let next: Instant | null = directive.issuedAt;
  const wake = (at: Instant, done?: Act) => {
    const woken = wakeUp(policy, directive, state, at, done);
    if ('refusal' in woken) return;
    ({ state } = woken);
    next = woken.nextWake;
    const { status, due, dueTime, submittedAt = null, closedAt = null } = state;
    log.push({ at, act: done ?? null, status, dueAt: dueAt(due, dueTime), submittedAt, closedAt });
  };
  for (const { at, act: done } of acts.filter((one) => one.at <= asOf)) {
    while (next !== null && next <= at) wake(next);
    wake(at, done);
  }
  while (next !== null && next <= asOf) wake(next);
  return log;
}
