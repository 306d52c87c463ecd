import { OPEN_STATUSES } from '../../dsl/rules/index.ts';
import type { DirectiveRecord, PolicyOverride, Register } from '../../register/index.ts';
import { lifeOfLog } from '../../register/life-of-log.ts';
import { atOnce } from '../../system/at-once.ts';
import { SHIPPED_SOURCE } from '../../texts/change.ts';
import { calendarInForce, knownCalendars } from '../change/calendar-in-force.ts';
import { type GateOptions, requireProved } from '../proof/index.ts';
import { type StartOptions, startRegistered } from '../start.ts';
import { IMPORTED } from './old-work.ts';
import type { ImportPlan } from './plan-import.ts';

export interface RunOptions extends Omit<StartOptions, 'calendar'>, GateOptions {
  readonly register: Register;
  readonly onEntered?: (done: number, total: number) => void;
  readonly onStarted?: (done: number, total: number) => void;
}

export interface Imported {
  /** New in the register, closed ones included. */
  readonly entered: number;
  /** Workflows that were started. */
  readonly started: number;
  /** What was put in the register of policies that are not proved. */
  readonly overridden: readonly PolicyOverride[];
}

/** Starts wait for Temporal's disk; more at once than two cores serve would only wait for one another. */
const STARTS_AT_ONCE = 16;

/**
 * Enters the planned rows and starts a workflow for each that is open. Cut short anywhere, the same call goes on: what
 * is entered is there, and what is entered and not started is started.
 * @throws UserError where a policy is not proved and nobody overrides it, before anything is written
 */
export async function runImport(plan: ImportPlan, options: RunOptions): Promise<Imported> {
  const { register, onEntered, onStarted } = options;
  const calendar = await calendarInForce(register);
  const works = plan.works.map((w) => w.work);
  const policies = new Set(works.map((w) => w.directive.policy));
  const overrides = await requireProved(register, policies, calendar, options);
  // What is imported by it can be told by it when a later one is in force.
  await register.calendars.save({ calendar, source: SHIPPED_SOURCE });
  const entered = await register.directives.enterOldWork(works, (done) => onEntered?.(done, works.length), overrides);
  const waiting = await waitingImports(register);
  await startImports(waiting, options, (done) => onStarted?.(done, waiting.length));
  return { entered, started: waiting.length, overridden: entered === 0 ? [] : [...overrides.values()] };
}

/** Entered, and no workflow is known to run for them. */
export async function waitingImports(register: Register): Promise<DirectiveRecord[]> {
  const drafted = await register.directives.list({ issueState: 'drafted', status: OPEN_STATUSES });
  return drafted.filter((d) => IMPORTED.test(d.localId));
}

async function startImports(
  directives: readonly DirectiveRecord[],
  options: RunOptions,
  onStarted: (done: number) => void,
): Promise<void> {
  const { register } = options;
  const find = await knownCalendars(register);
  const logs = await register.directives.logs(directives.map((d) => d.id));
  const notices = new Map(
    await Promise.all(
      [...new Set(directives.map((d) => d.noticeId))].map(async (id) => [id, await register.notices.find(id)] as const),
    ),
  );
  let done = 0;
  await atOnce(directives, STARTS_AT_ONCE, async (directive) => {
    const notice = notices.get(directive.noticeId);
    if (!notice) throw new Error(`notice ${directive.noticeId} is not in the register`);
    const life = lifeOfLog(directive, logs.get(directive.id) ?? [], find);
    const { calendar } = life.directive;
    await startRegistered({ ...options, calendar }, notice, directive, { state: life.state, seq: life.seq, posted: 0 });
    onStarted(++done);
  });
}
