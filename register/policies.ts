import type { Policy } from '../dsl/policy/policy.ts';
import type { Unproved } from '../dsl/proof/index.ts';
import { OPEN_STATUSES } from '../dsl/rules/state.ts';
import type { Instant } from '../dsl/time/day.ts';
import { fromJson } from './codec.ts';
import type { Context } from './context.ts';
import { type PolicyOverride, saveOverride } from './overrides.ts';

/** What was found of policies when they were checked, and what people said on those that are not proved. */
export class PolicyVerdicts {
  constructor(private readonly context: Context) {}

  /** What was found of a policy when it was checked; undefined where it was not. `key` names all the verdict hangs on. */
  verdict(key: string): Promise<readonly Unproved[] | undefined> {
    return this.context.read(async (db) => {
      const row = await db.selectFrom('verdicts').select('unproved').where('key', '=', key).executeTakeFirst();
      return row && fromJson<readonly Unproved[]>(row.unproved);
    });
  }

  /** Remembers it; harmless twice. */
  saveVerdict(key: string, unproved: readonly Unproved[]): Promise<void> {
    return this.context.transact(async (db) => {
      await db
        .insertInto('verdicts')
        .values({ key, unproved: JSON.stringify(unproved), recordedAt: this.context.now() })
        .onConflict((c) => c.column('key').doNothing())
        .execute();
    });
  }

  /**
   * Keys of the steps told since an instant for directives issued under a policy of this id, by the policy as it was
   * when they were issued: it may have been written anew since.
   */
  stepsTold(policyId: string, since: Instant): Promise<readonly { readonly policy: Policy; readonly key: string }[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('messages')
        .innerJoin('directives', 'directives.id', 'messages.directiveId')
        .where('directives.policyId', '=', policyId)
        .where('messages.recordedAt', '>=', since)
        .select(['directives.policy', 'messages.postKey'])
        .distinct()
        .execute();
      return rows.map((row) => ({ policy: fromJson<Policy>(row.policy), key: row.postKey }));
    });
  }

  /** How many open directives follow a policy of each id, whatever edition of it. */
  running(): Promise<ReadonlyMap<string, number>> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('directives')
        .where('status', 'in', OPEN_STATUSES)
        .groupBy('policyId')
        .select(({ fn }) => ['policyId', fn.countAll<number | string>().as('directives')])
        .execute();
      return new Map(rows.map((row) => [row.policyId, Number(row.directives)]));
    });
  }

  /** Keeps a person's word on a policy that running directives are about to follow though it is not proved. */
  saveOverride(directiveIds: readonly string[], override: PolicyOverride): Promise<void> {
    return saveOverride(this.context, directiveIds, override);
  }
}
