import type { Client } from '@temporalio/client';
import { present } from '../../dsl/present.ts';
import { type Act, apply, type Collapsed, type Post, partiesOf, preview } from '../../dsl/rules/index.ts';
import type { Day, Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DirectiveDraft, DirectiveRecord, Register } from '../../register/index.ts';
import { type LifeOfLog, lifeOfLog } from '../../register/life-of-log.ts';
import { refusalText } from '../../texts/refusals.ts';
import { SUCCESSION_REFUSALS as refuse } from '../../texts/succession.ts';
import { ActRefused, actOn } from '../act.ts';
import { knownCalendars } from '../change/calendar-in-force.ts';
import { type StartOptions, startRegistered } from '../start.ts';

export type SupersedeAct = Extract<Act, { type: 'supersede' }>;

export interface SuccessionClosing {
  readonly directive: DirectiveRecord;
  readonly act: SupersedeAct;
  /** The day of a request for more time that ends with it unanswered. */
  readonly asked: Day | null;
  /** What its people are told of it, and when. */
  readonly tells: readonly Post[];
}

/** What happens when directives are split or merged. */
export interface SuccessionPlan {
  readonly id: string;
  readonly closes: readonly SuccessionClosing[];
  readonly opens: readonly DirectiveDraft[];
  /** The directive that is there and takes the others up, before they close. */
  readonly absorbs?: Absorption;
  /** What the office should know before it does it. */
  readonly notes: readonly string[];
}

export interface Absorption {
  readonly directive: DirectiveRecord;
  readonly act: Extract<Act, { type: 'absorb' }>;
  /** By an earlier attempt that was cut short. */
  readonly done: boolean;
  readonly tells: readonly Post[];
}

export interface SuccessionOptions extends Omit<StartOptions, 'calendar'> {
  readonly register: Register;
  readonly client: Client;
}

/**
 * How a directive stands, if it can be acted on at all: told from its log, so that no temporal is needed to say no.
 * @throws UserError
 */
export async function lifeNow(register: Register, directive: DirectiveRecord): Promise<LifeOfLog> {
  if (directive.issueState === 'drafted') throw new UserError(refuse.notStarted(directive.id));
  const log = (await register.directives.logs([directive.id])).get(directive.id) ?? [];
  return lifeOfLog(directive, log, await knownCalendars(register));
}

/** @throws UserError with the reason the rules have against the act as things stand. */
export function closingOf(
  directive: DirectiveRecord,
  life: LifeOfLog,
  act: SupersedeAct,
  now: Instant,
): SuccessionClosing {
  return { directive, act, asked: life.state.extension?.due ?? null, tells: requireTaken(life, act, now) };
}

/** What an act would tell. @throws UserError as `closingOf`. */
export function requireTaken(life: LifeOfLog, act: Act, now: Instant): readonly Post[] {
  const applied = apply(life.policy, life.directive, life.state, act, now);
  if (!applied.ok) throw new UserError(refuse.refused(life.directive.id, refusalText(applied.refusal)));
  return applied.posts;
}

/** Every message of a directive that is to be opened, as the rules will have it. */
export function stepsOfDraft(
  { id, parent, issuedAt, opensOn, due, dueTime, lead, cooperating, policy, traits }: DirectiveDraft,
  calendar: WorkCalendar,
): { readonly steps: readonly Post[]; readonly collapsed: readonly Collapsed[] } {
  return preview(policy, {
    id,
    issuedAt,
    due,
    calendar,
    hasCooperating: cooperating.length > 0,
    ...present({ parent: parent?.id }),
    parties: partiesOf({ lead, cooperating }),
    ...present({ opensOn, dueTime, traits }),
  });
}

/**
 * Carries a plan out. The close of a directive and the opening of what takes its place are one transaction of the
 * register; then the workflows start. Cut short anywhere, the same call goes on.
 * @throws ActRefused with the reason; what closed before it stays closed, and what takes its place runs.
 */
export async function carryOut(plan: SuccessionPlan, options: SuccessionOptions): Promise<void> {
  const { id, absorbs } = plan;
  await options.register.directives.draftSuccession({ id, drafts: plan.opens });
  if (absorbs && !absorbs.done) await actOn(options, absorbs.directive.id, absorbs.act, successionActId(id));
  try {
    for (const closing of plan.closes) await close(closing, options);
  } finally {
    const opened = plan.opens.map((d) => d.id);
    if (opened.length > 0) await startOpened(opened, options);
  }
}

/** Of every act by which a succession is carried out: each directive takes it once. */
export function successionActId(succession: string): string {
  return `succession/${succession}`;
}

async function close({ directive, act }: SuccessionClosing, { client, register }: SuccessionOptions) {
  try {
    await actOn({ client, register }, directive.id, act, successionActId(act.succession?.id ?? ''));
  } catch (error) {
    // By an earlier attempt that was cut short, or by somebody who was quicker with the very same.
    const { into } = await register.directives.lineage(directive.id);
    if (error instanceof ActRefused && into.some((d) => d.succession === act.succession?.id)) return;
    throw error;
  }
}

/** Starts the workflows of those that are in the register and not known to run. Returns how many. */
export async function startOpened(ids: readonly string[], options: SuccessionOptions): Promise<number> {
  const { register } = options;
  const find = await knownCalendars(register);
  let started = 0;
  for (const id of ids) {
    const directive = await register.directives.find(id);
    if (directive?.issueState !== 'drafted') continue;
    const notice = await register.notices.find(directive.noticeId);
    const calendar = find(directive.calendar);
    if (!notice || !calendar) throw new Error(`notice or calendar of ${id} is not in the register`);
    await startRegistered({ ...options, calendar }, notice, directive);
    started++;
  }
  return started;
}
