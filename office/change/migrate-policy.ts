import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Policy } from '../../dsl/policy/index.ts';
import { isSamePolicy } from '../../dsl/policy/sources.ts';
import { present } from '../../dsl/present.ts';
import { type Actor, OPEN_STATUSES, type SeriesAct } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { type DirectiveRecord, type Register, refusalBy, type SeriesRecord } from '../../register/index.ts';
import { migrationReason } from '../../texts/change.ts';
import { type Compared, compare } from '../policies/compare.ts';
import { type GateOptions, requireProved } from '../proof/index.ts';
import { actOnSeries } from '../series/act.ts';
import { SeriesRefused } from '../series/update.ts';
import { type Affected, affectedBy, type TermsAct, THE_OFFICE } from './affected.ts';
import { type AppliedChange, applyChange } from './apply-change.ts';
import { calendarInForce } from './calendar-in-force.ts';

/** A policy, and what is to follow it: running directives, and what recurring ones open from now on. */
export interface Migration {
  readonly policy: Policy;
  readonly directives: readonly DirectiveRecord[];
  readonly notStarted: readonly DirectiveRecord[];
  readonly series: readonly SeriesRecord[];
}

export interface MigrationScope {
  /** Those that follow the policy of this id; default: an earlier edition of the same one. */
  readonly from?: string;
  /** Only this one; of a recurring directive, what is open of it and what it opens. */
  readonly directiveId?: string;
}

/** The running directives whose snapshot differs from the policy; those that have it already are left alone. */
export async function planMigration(
  register: Register,
  policy: Policy,
  { from, directiveId }: MigrationScope,
): Promise<Migration> {
  const wanted = from ?? (directiveId === undefined ? policy.id : undefined);
  const open = (await register.directives.list({ status: OPEN_STATUSES, ...present({ policyId: wanted }) })).filter(
    (d) =>
      (directiveId === undefined || d.id === directiveId || d.series?.id === directiveId) &&
      !isSamePolicy(d.policy, policy),
  );
  return {
    policy,
    directives: open.filter((d) => d.issueState === 'started'),
    notStarted: open.filter((d) => d.issueState === 'drafted'),
    series: (await register.series.list()).filter(
      (s) =>
        s.issueState === 'started' &&
        (wanted === undefined || s.template.policy.id === wanted) &&
        (directiveId === undefined || s.id === directiveId) &&
        refusalBy(s, seriesActOf(policy, {})) === undefined,
    ),
  };
}

/** What the change would do to each directive it meets. Changes nothing. */
export function previewMigration(register: Register, migration: Migration, now: Instant): Promise<Affected[]> {
  return affectedBy(register, migration.directives, actOf(migration.policy, {}), now);
}

/** A policy that running directives follow, and whether the new one falls behind it. */
export interface Replaced {
  readonly policy: Policy;
  readonly directives: number;
  readonly compared: Compared;
}

/** The editions that those who are to change follow now, each once. */
export function runningEditions({ directives }: Migration): Omit<Replaced, 'compared'>[] {
  const running: { policy: Policy; directives: number }[] = [];
  for (const directive of directives) {
    const known = running.find((one) => isSamePolicy(one.policy, directive.policy));
    if (known) known.directives++;
    else running.push({ policy: directive.policy, directives: 1 });
  }
  return running;
}

/** Is anybody told later or less under the new policy than under those it takes the place of? Each is compared once. */
export function comparedToRunning(migration: Migration): Replaced[] {
  return runningEditions(migration).map((one) => ({ ...one, compared: compare(one.policy, migration.policy) }));
}

export interface MigrationOptions extends GateOptions {
  readonly by?: Actor;
  readonly reason?: string;
  readonly onDone?: (done: number, total: number) => void;
}

/**
 * Has the directives follow the policy, and what recurring ones open from now on.
 * @throws UserError where it is not proved and nobody overrides that, before anything is changed
 */
export async function applyMigration(
  client: Client,
  register: Register,
  { policy, directives, series }: Migration,
  { reason, onDone, by = THE_OFFICE, ...gate }: MigrationOptions = {},
): Promise<AppliedChange> {
  const ids = [...series, ...directives].map(({ id }) => id);
  const followed = new Set(ids.length > 0 ? [policy] : []);
  const override = (await requireProved(register, followed, await calendarInForce(register), gate)).get(policy);
  // Before the first follows it: the word stands even where a directive closes in between.
  if (override) await register.policies.saveOverride(ids, override);
  const words = { by, ...present({ reason, override: override?.reason }) };
  // A policy can come back after another: an id of this very attempt, since Temporal answers a known id from memory.
  const actId = `migrate/${policy.id}/${randomUUID()}`;
  // First: what is opened meanwhile follows the policy already.
  const changed: string[] = [];
  const failed: AppliedChange['failed'][number][] = [];
  for (const { id } of series) {
    const refusal = await refusalFrom(actOnSeries({ client, register }, id, seriesActOf(policy, words), actId));
    if (refusal === undefined) changed.push(id);
    else failed.push({ id, reason: refusal.message });
  }
  const applied = await applyChange({ client, register }, directives, actOf(policy, words), actId, onDone);
  return { ...applied, changed: [...changed, ...applied.changed], failed: [...failed, ...applied.failed] };
}

async function refusalFrom(acting: Promise<unknown>): Promise<SeriesRefused | undefined> {
  try {
    await acting;
    return undefined;
  } catch (error) {
    if (error instanceof SeriesRefused) return error;
    throw error;
  }
}

interface MigrationWords {
  readonly by?: Actor;
  readonly reason?: string;
  /** Why a policy that is not proved is used all the same. */
  readonly override?: string;
}

function seriesActOf(policy: Policy, { by = THE_OFFICE, reason, override }: MigrationWords): SeriesAct {
  return {
    type: 'change-policy',
    by,
    policy,
    reason: reason ?? migrationReason(policy),
    ...present({ override }),
  };
}

function actOf(policy: Policy, { by = THE_OFFICE, reason, override }: MigrationWords): TermsAct {
  return {
    type: 'change-terms',
    by,
    policy,
    reason: reason ?? migrationReason(policy),
    ...present({ override }),
  };
}
