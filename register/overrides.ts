import type { Selectable } from 'kysely';
import type { Policy } from '../dsl/policy/policy.ts';
import type { Unproved } from '../dsl/proof/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import { fromJson, instantOf } from './codec.ts';
import type { Context, Db } from './context.ts';
import type { DirectiveDraft } from './records.ts';
import type { PolicyOverrideTable } from './schema.ts';

/** A policy that is followed though it is not proved, because a person said so. */
export interface PolicyOverride {
  readonly policy: { readonly id: string; readonly name: string; readonly version: string };
  readonly unproved: readonly Unproved[];
  readonly reason: string;
  readonly by: string;
}

/** Never changed afterwards: the register has no way to. */
export interface OverrideRecord extends PolicyOverride {
  readonly at: Instant;
}

/** By policy, what is to be kept with each directive that follows it. */
export type Overrides = ReadonlyMap<Policy, PolicyOverride>;

/**
 * Keeps the word on the policy of a directive, if there is one, in the transaction of what it allows. Once for a
 * series, whatever is opened of it.
 */
export async function insertOverride(
  db: Db,
  directive: Pick<DirectiveDraft, 'id' | 'policy' | 'series'>,
  overrides: Overrides,
  at: Instant,
): Promise<void> {
  const override = overrides.get(directive.policy);
  if (override) await insert(db, directive.series?.id ?? directive.id, override, at);
}

async function insert(db: Db, directiveId: string, override: PolicyOverride, at: Instant): Promise<void> {
  const { policy, unproved, reason, by } = override;
  await db
    .insertInto('policyOverrides')
    .values({
      directiveId,
      reason,
      by,
      at,
      policyId: policy.id,
      policyName: policy.name,
      policyVersion: policy.version,
      unproved: JSON.stringify(unproved),
    })
    .onConflict((c) => c.columns(['directiveId', 'policyVersion', 'at']).doNothing())
    .execute();
}

/** Keeps the word on a policy that running directives are about to follow. */
export function saveOverride(context: Context, ids: readonly string[], override: PolicyOverride): Promise<void> {
  return context.transact(async (db) => {
    const at = context.now();
    for (const id of ids) await insert(db, id, override, at);
  });
}

/** What takes a directive's place follows the same policy, on the same word. */
export async function inheritOverrides(db: Db, from: string, to: string): Promise<void> {
  const { series } = await db
    .selectFrom('directives')
    .select('series')
    .where('id', '=', from)
    .executeTakeFirstOrThrow();
  for (const one of await overridesIn(db, series === null ? [from] : [from, series])) await insert(db, to, one, one.at);
}

/** Of a directive and what it is an occurrence of, in order of time. */
export async function overridesIn(db: Db, ids: readonly string[]): Promise<OverrideRecord[]> {
  const rows = await db
    .selectFrom('policyOverrides')
    .selectAll()
    .where('directiveId', 'in', ids)
    .orderBy('at')
    .orderBy('policyVersion')
    .execute();
  // One word may stand with a series and with what is open of it.
  const words = new Map(rows.map((row) => [`${row.policyVersion} ${row.at}`, row]));
  return [...words.values()].map(overrideOf);
}

function overrideOf(row: Selectable<PolicyOverrideTable>): OverrideRecord {
  return {
    policy: { id: row.policyId, name: row.policyName, version: row.policyVersion },
    unproved: fromJson(row.unproved),
    reason: row.reason,
    by: row.by,
    at: instantOf(row.at),
  };
}
