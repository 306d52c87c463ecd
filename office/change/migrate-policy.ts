import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Policy } from '../../dsl/policy/index.ts';
import { check, type PropertyVerdict } from '../../dsl/proof/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { DirectiveRecord, Register } from '../../register/index.ts';
import { migrationReason } from '../../texts/change.ts';
import { type Affected, affectedBy, type TermsAct } from './affected.ts';
import { type Applied, applyChange } from './apply-change.ts';
import { RUNNING } from './change-calendar.ts';

/** A policy, and the running directives that are to follow it. */
export interface Migration {
  readonly policy: Policy;
  readonly directives: readonly DirectiveRecord[];
  readonly notStarted: readonly DirectiveRecord[];
}

export interface MigrationScope {
  /** Those that follow the policy of this id; default: an earlier edition of the same one. */
  readonly from?: string;
  /** Only this one. */
  readonly directiveId?: string;
}

/** The running directives whose snapshot differs from the policy; those that have it already are left alone. */
export async function planMigration(
  register: Register,
  policy: Policy,
  { from, directiveId }: MigrationScope,
): Promise<Migration> {
  const wanted = from ?? (directiveId === undefined ? policy.id : undefined);
  const open = (await register.list({ status: RUNNING })).filter(
    (d) =>
      (wanted === undefined || d.policy.id === wanted) &&
      (directiveId === undefined || d.id === directiveId) &&
      JSON.stringify(d.policy) !== JSON.stringify(policy),
  );
  return {
    policy,
    directives: open.filter((d) => d.issueState === 'started'),
    notStarted: open.filter((d) => d.issueState === 'drafted'),
  };
}

export function previewMigration(register: Register, migration: Migration, now: Instant): Promise<Affected[]> {
  return affectedBy(register, migration.directives, actOf(migration.policy, {}), now);
}

export interface MigrationWords {
  readonly reason?: string;
  /** Why a policy that is refuted is used all the same. */
  readonly override?: string;
}

export function applyMigration(
  client: Client,
  { policy, directives }: Migration,
  words: MigrationWords,
  onDone?: (done: number, total: number) => void,
): Promise<Applied> {
  // A policy can come back after another: an id of this very attempt, since the engine answers a known id from memory.
  return applyChange(client, directives, actOf(policy, words), `migrate/${policy.id}/${randomUUID()}`, onDone);
}

/** The properties the checker refutes, over every day and order of acts; takes some seconds. */
export function refutedOf(policy: Policy, calendar: WorkCalendar): PropertyVerdict[] {
  return check(policy, { calendar }).properties.filter((p) => p.verdict === 'refuted');
}

function actOf(policy: Policy, { reason, override }: MigrationWords): TermsAct {
  return {
    type: 'change-terms',
    by: { party: 'secretariat' },
    policy,
    reason: reason ?? migrationReason(policy),
    ...(override === undefined ? {} : { override }),
  };
}
