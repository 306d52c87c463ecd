import { present } from '../../dsl/present.ts';
import { decide } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { AuditedDirective, Finding, Register } from '../../register/index.ts';
import type { FindCalendar, LifeOfLog } from '../../register/life-of-log.ts';
import { incidentDetails } from '../../texts/audit.ts';
import { knownCalendars } from '../change/calendar-in-force.ts';
import { STEP_GRACE_MS } from './graces.ts';
import { judgeEvidence, judgeRows, judgeWaiting } from './judge-ledger.ts';
import { judgeLog, type LogFault, stepsNotTaken } from './judge-log.ts';
import { judgeAllSeries } from './judge-series.ts';
import type { Runs } from './runs.ts';

export interface AuditOptions {
  readonly register: Register;
  /** Domain time until which everything should have happened. */
  readonly now: Instant;
  /** Clock of the machine; default `now`. */
  readonly clock?: Instant;
  /** Temporal; without it only the register is held against the rules. */
  readonly runs?: Runs;
  /** How many workflows are asked when they will wake, each time others: an answer costs Temporal a replay. */
  readonly askAtMost?: number;
}

export interface Audited {
  readonly directives: number;
  readonly findings: readonly Finding[];
  /** Workflows that said when they will wake. */
  readonly answered: number;
}

/**
 * Holds what should have happened by now, by the rules alone, against the log, the ledger and Temporal, for every
 * open directive and every one that recurs. Reads only.
 */
export async function auditRegister(options: AuditOptions): Promise<Audited> {
  const { register, now, clock = now } = options;
  const find = await knownCalendars(register);
  const findings: Finding[] = [];
  const asked: AuditedDirective[] = [];
  let directives = 0;
  for await (const some of register.audit.facts()) {
    for (const facts of some) {
      directives++;
      const { faults, life } = judgeDirective(facts, find, now, clock);
      const mine = [...faults, ...(await judgeRun(facts, clock, options))];
      findings.push(...mine.map((fault) => ({ ...fault, directiveId: facts.directive.id })));
      if (life && mine.length === 0 && facts.directive.closedAt === null) asked.push(facts);
    }
  }
  const chosen = inTurn(asked, options.askAtMost ?? 0, clock);
  let answered = 0;
  for (const { directive } of options.runs ? chosen : []) {
    const fault = await judgeWake(directive.id, options, find);
    if (fault === undefined) continue;
    answered++;
    if (fault) findings.push({ ...fault, directiveId: directive.id });
  }
  findings.push(...(await judgeAllSeries(options)));
  return { directives, findings, answered };
}

/** What the register alone tells. Pure. */
export function judgeDirective(
  facts: AuditedDirective,
  find: FindCalendar,
  now: Instant,
  clock: Instant,
): { readonly faults: readonly LogFault[]; readonly life?: LifeOfLog } {
  const log = facts.log.filter((event) => event.at <= now);
  const { life, faults } = judgeLog({ ...facts, log }, find);
  const young = isYoung(facts, clock);
  return {
    faults: [
      ...faults,
      ...(life && !young ? stepsNotTaken(life, now) : []),
      ...judgeRows(facts),
      ...judgeEvidence(facts.rows),
      ...judgeWaiting(facts.rows, now, clock),
    ],
    ...present({ life }),
  };
}

/**
 * Directives that are being issued or imported at this moment: their workflows are started one after the other, so a
 * missing one is no fault yet.
 */
function isYoung({ registeredAt, directive, log }: AuditedDirective, clock: Instant): boolean {
  const entered = directive.issueState === 'drafted' ? Math.max(directive.issuedAt, log[0]?.recordedAt ?? 0) : 0;
  return Math.max(registeredAt, entered) + STEP_GRACE_MS > clock;
}

async function judgeRun(
  facts: AuditedDirective,
  clock: Instant,
  { runs, register }: Pick<AuditOptions, 'runs' | 'register'>,
): Promise<LogFault[]> {
  const { directive, registeredAt, log } = facts;
  if (!runs || directive.closedAt !== null || isYoung(facts, clock)) return [];
  const status = await runs.statusOf(directive);
  if (status === 'RUNNING') return [];
  // Closed by an act since the register was read.
  if (status === 'COMPLETED' && (await register.directives.find(directive.id))?.closedAt !== null) return [];
  const since = log.at(-1)?.recordedAt ?? registeredAt;
  const { workflowId, issueState } = directive;
  const missing = issueState === 'drafted' ? incidentDetails.notStarted : incidentDetails.noWorkflow;
  return status === 'MISSING'
    ? [{ kind: 'workflow-missing', step: '', since, detail: missing(workflowId) }]
    : [{ kind: 'workflow-failed', step: '', since, detail: incidentDetails.stopped(workflowId, status) }];
}

/** Null = they agree; undefined = nothing can be said now: no answer, or a step or an act is under way. */
async function judgeWake(id: string, options: AuditOptions, find: FindCalendar): Promise<LogFault | null | undefined> {
  const before = await expectedWake(id, options, find);
  if (!before || !options.runs) return undefined;
  const said = await options.runs.nextWakeOf(before.directive);
  if (said === undefined) return undefined;
  if (said === before.nextWake) return null;
  const after = await expectedWake(id, options, find);
  if (!after || after.seq !== before.seq) return undefined;
  const detail = incidentDetails.otherWake(said, before.nextWake);
  return { kind: 'wake-differs', step: '', since: before.since, detail };
}

async function expectedWake(id: string, { register, now }: AuditOptions, find: FindCalendar) {
  const directive = await register.directives.find(id);
  const log = (await register.directives.logs([id])).get(id) ?? [];
  if (!directive || directive.closedAt !== null) return undefined;
  const { life } = judgeLog({ directive, log, registeredAt: 0, written: new Map(), rows: [] }, find);
  if (!life) return undefined;
  const { posts, nextWake } = decide(life.policy, life.directive, life.state, now);
  if (posts.length > 0) return undefined;
  return { directive, seq: life.seq, nextWake, since: log.at(-1)?.recordedAt ?? directive.issuedAt };
}

/** Some of many, going round: each auditRegister takes the next ones. */
function inTurn<T>(all: readonly T[], most: number, clock: Instant): readonly T[] {
  if (all.length <= most) return all;
  const start = (Math.floor(clock / STEP_GRACE_MS) * most) % all.length;
  return [...all, ...all].slice(start, start + most);
}
